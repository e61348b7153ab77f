"""Whom the viewer blocks."""

from dataclasses import dataclass

from models.listing import NEWEST_FIRST
from models.rows import USER, VIEWER, UserRow, from_viewer
from models.sql import Select


@dataclass(frozen=True, slots=True)
class BlockedRow:
    """A user and when they were blocked, in microseconds."""

    order: int
    key: int
    user: UserRow


@dataclass(frozen=True, slots=True)
class ListedBlock:
    """`block` None: an empty page."""

    epoch: int
    last_seq: int
    block: BlockedRow | None


_BLOCKS = f"""SELECT b.created_at AS place_order, b.id AS place_key, {USER}
    FROM blocks b JOIN users p ON p.id = b.blocked_id
    WHERE b.blocker_id = $1 AND (b.created_at, b.id) < ($2, $3)
    ORDER BY b.created_at DESC, b.id DESC LIMIT $4"""
BLOCKED_USERS = Select(
    ListedBlock, from_viewer("page.*", f"LEFT JOIN ({_BLOCKS}) page ON TRUE {VIEWER} {NEWEST_FIRST}")
)
"""Arguments: viewer, the last place's time and block, rows; the last blocked first."""
