"""What a recipient may know of who asks: the card above a request."""

from dataclasses import dataclass
from datetime import datetime

from models.sql import Batch


@dataclass(frozen=True, slots=True)
class FirstContactRow:
    """`mutual_follows`: users whom the viewer follows and who follow the sender."""

    sender_id: int
    account_created_at: datetime
    mutual_follows: int
    deleted_before: int


FIRST_CONTACTS = Batch(
    FirstContactRow,
    """SELECT m.peer_id, p.account_created_at,
        (SELECT COUNT(*) FROM follows mine
            JOIN follows theirs ON theirs.follower_id = mine.followee_id AND theirs.followee_id = m.peer_id
            WHERE mine.follower_id = m.user_id),
        m.deleted_count
    FROM memberships m JOIN users p ON p.id = m.peer_id
    WHERE m.user_id = $1 AND m.peer_id IN ({keys})""",
)
"""Arguments: viewer; the keys are the senders."""
