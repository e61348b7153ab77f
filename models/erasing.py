"""The statements that erase a user, in a transaction that holds its stream."""

from models.sql import Write

ERASE = Write(
    """UPDATE users SET is_active = FALSE, erased_at = $2, username = NULL, username_key = NULL,
        display_name = $3, avatar_url = NULL, is_verified = FALSE, birth_date = NULL, region = NULL,
        phone_verified = FALSE, audience = NULL, read_receipts = FALSE, username_folded = $4,
        display_name_folded = $5, found_by = $6
    WHERE id = $1 AND erased_at IS NULL"""
)
"""Arguments: user, now, what is shown instead, its folded names.

0 for who is erased already. The subject stays, so that nobody comes back under it.
"""

DROP_NAMES = Write("DELETE FROM user_names WHERE user_id = $1")

DROP_FOLLOWS = Write("DELETE FROM follows WHERE follower_id = $1 OR followee_id = $1")

DROP_FILTER_WORDS = Write("DELETE FROM filter_words WHERE user_id = $1")
