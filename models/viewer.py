"""The viewer's own row, and the way from a token's subject to a key."""

from dataclasses import dataclass

from models.filter_words import StoredWords
from models.rows import USER, Key, UserRow, from_viewer
from models.sql import Select, Write
from rules.audience import Audience
from rules.standing import Account


@dataclass(frozen=True, slots=True)
class ViewerRow:
    """Own settings beside the profile; `audience` None: never chosen."""

    epoch: int
    last_seq: int
    audience: Audience | None
    read_receipts: bool
    filter_words: StoredWords
    user: UserRow


VIEWER_ROW = Select(
    ViewerRow,
    from_viewer(
        f"v.audience, v.read_receipts, fw.words, {USER}",
        "JOIN users p ON p.id = v.id LEFT JOIN filter_words fw ON fw.user_id = v.id",
    ),
)


KEY_OF_SUBJECT = Select(Key, "SELECT id FROM users WHERE host_id = $1 AND is_active AND erased_at IS NULL")
"""Argument: the host's id of a user, as tokens name it."""

OWN_ACCOUNT = Select(
    Account,
    """SELECT birth_date, region, phone_verified, account_created_at, restriction_reason, restricted_until
    FROM users WHERE id = $1""",
)
"""What may stand in the way of whatever the viewer does."""

SET_AUDIENCE = Write("UPDATE users SET audience = $2 WHERE id = $1")
SET_RECEIPTS = Write("UPDATE users SET read_receipts = $2 WHERE id = $1")
