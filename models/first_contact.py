"""What a recipient may know of who asks: the card above a request."""

from dataclasses import dataclass
from datetime import datetime

from models.rows import BY_KEY
from models.sql import Batch


@dataclass(frozen=True, slots=True)
class FirstContactRow:
    """`mutual_follows`: users whom the viewer follows and who follow the sender."""

    sender_id: int
    account_created_at: datetime
    mutual_follows: int
    deleted_before: int


FEW = 500

_HAS_FEW = f"""(SELECT COUNT(*) FROM (
    SELECT 1 FROM follows f WHERE f.followee_id = m.peer_id LIMIT {FEW}) few) < {FEW}"""
_OF_THEIRS = f"""SELECT COUNT(*) FROM follows theirs WHERE theirs.followee_id = m.peer_id AND EXISTS (
    SELECT 1 FROM follows mine WHERE mine.follower_id = m.user_id AND mine.followee_id = theirs.follower_id {BY_KEY})"""
_OF_MINE = f"""SELECT COUNT(*) FROM follows mine WHERE mine.follower_id = m.user_id AND EXISTS (
    SELECT 1 FROM follows theirs
    WHERE theirs.follower_id = mine.followee_id AND theirs.followee_id = m.peer_id {BY_KEY})"""

FIRST_CONTACTS = Batch(
    FirstContactRow,
    f"""SELECT m.peer_id, p.account_created_at,
        CASE WHEN {_HAS_FEW} THEN ({_OF_THEIRS}) ELSE ({_OF_MINE}) END,
        m.deleted_count
    FROM memberships m JOIN users p ON p.id = m.peer_id
    WHERE m.user_id = $1 AND m.peer_id IN ({{keys}})""",
)
"""Arguments: viewer; the keys are the senders.

Mutual follows are counted among the followers of a sender who has few, as most strangers have: so a page costs a viewer
who follows thousands no more than others.
"""
