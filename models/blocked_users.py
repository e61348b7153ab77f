"""Whom the viewer blocks."""

from dataclasses import dataclass

from models.listing import NEWEST_FIRST
from models.rows import USER, UserRow, beside_viewer


@dataclass(frozen=True, slots=True)
class BlockedRow:
    """A user and when they were blocked, in microseconds."""

    order: int
    key: int
    user: UserRow


_BLOCKS = f"""SELECT b.created_at AS place_order, b.id AS place_key, {USER}
    FROM blocks b JOIN users p ON p.id = b.blocked_id
    WHERE b.blocker_id = $1 AND (b.created_at, b.id) < ($2, $3)
    ORDER BY b.created_at DESC, b.id DESC LIMIT $4"""
BLOCKED_USERS = beside_viewer(BlockedRow, _BLOCKS, NEWEST_FIRST)
"""Arguments: viewer, the last place's time and block, rows; the last blocked first."""
