"""The statements of follow and block: one direction between two users."""

from dataclasses import dataclass

from models.rows import Key
from models.sql import Batch, Select, Write


@dataclass(frozen=True, slots=True)
class Known:
    """A user who exists, or existed."""

    is_erased: bool


KNOWN = Select(Known, "SELECT erased_at IS NOT NULL FROM users WHERE id = $1")

FOLLOW = Write(
    """INSERT INTO follows (follower_id, followee_id, created_at) VALUES ($1, $2, $3)
    ON CONFLICT (follower_id, followee_id) DO NOTHING"""
)
UNFOLLOW = Write("DELETE FROM follows WHERE follower_id = $1 AND followee_id = $2")

BLOCK = Batch(
    Key,
    """INSERT INTO blocks (blocker_id, blocked_id, created_at) SELECT $1, u.id, $2 FROM users u
    WHERE u.id IN ({keys}) ON CONFLICT (blocker_id, blocked_id) DO NOTHING RETURNING blocked_id""",
)
"""Arguments: viewer, now; the keys are users. Those who were not blocked before."""

UNBLOCK = Write("DELETE FROM blocks WHERE blocker_id = $1 AND blocked_id = $2")

END_REQUESTS = Batch(
    Key,
    """UPDATE memberships SET folder = 0, last_message_id = NULL, unread = 0, moved = FALSE,
        hidden_before = (SELECT t.last_seq FROM threads t WHERE t.id = memberships.thread_id)
    WHERE user_id = $1 AND peer_id IN ({keys}) AND folder IN (3, 4) RETURNING id""",
)
"""A block ends a request that waits for the blocker, for good."""

FORGET_UNDO = Batch(
    Key,
    """UPDATE memberships SET undo_until = NULL WHERE user_id = $1 AND peer_id IN ({keys}) RETURNING id""",
)
"""What was deleted before a block does not come back by undo."""

FIND_OPENED = Write(
    """UPDATE memberships SET folder = 1 WHERE user_id = $1 AND peer_id = $2
        AND (folder = 2 OR (folder = 0 AND undo_folder = 2))
        AND EXISTS (SELECT 1 FROM threads t WHERE t.id = memberships.thread_id AND t.opened_at IS NOT NULL)"""
)
"""After an unblock, what was accepted meanwhile stands open in its old place.

So does what the blocker had deleted while it was pending, as after any accept.
"""
