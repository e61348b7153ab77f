"""The statements of follow and block: one direction between two users."""

from dataclasses import dataclass

from models.sql import Select, Write


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

BLOCK = Write(
    """INSERT INTO blocks (blocker_id, blocked_id, created_at) VALUES ($1, $2, $3)
    ON CONFLICT (blocker_id, blocked_id) DO NOTHING"""
)
UNBLOCK = Write("DELETE FROM blocks WHERE blocker_id = $1 AND blocked_id = $2")

END_REQUEST = Write(
    """UPDATE memberships SET folder = 0, last_message_id = NULL, unread = 0, undo_until = NULL, moved = FALSE,
        hidden_before = (SELECT t.last_seq FROM threads t WHERE t.id = memberships.thread_id)
    WHERE user_id = $1 AND peer_id = $2 AND folder IN (3, 4)"""
)
"""A block ends a request that waits for the blocker, for good."""

FORGET_UNDO = Write("UPDATE memberships SET undo_until = NULL WHERE user_id = $1 AND peer_id = $2")
"""What was deleted before a block does not come back by undo."""

FIND_OPENED = Write(
    """UPDATE memberships SET folder = 1 WHERE user_id = $1 AND peer_id = $2 AND folder = 2
        AND EXISTS (SELECT 1 FROM threads t WHERE t.id = memberships.thread_id AND t.opened_at IS NOT NULL)"""
)
"""After an unblock, what was accepted meanwhile stands open in its old place."""
