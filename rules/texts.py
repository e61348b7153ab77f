"""The exact words of the product (behaviour 11)."""

from rules.policy import PENDING_LIMIT

PENDING_NOTICE = f"You can send up to {PENDING_LIMIT} messages until this user accepts your message request."
REQUEST_NOTICE = f"This account can send you up to {PENDING_LIMIT} messages before you accept."
RECIPIENT_UNAVAILABLE = "Messages cannot be sent since this user isn't following you."
ERASED_NAME = "Deleted user"
ERASED_USERNAME = "deleted"
