"""Who is a moderator."""

from schema.types.context import Context

MODERATOR = "moderator"
"""The role as tokens name it."""


def is_moderator(context: Context) -> bool:
    """By the token alone: the host app decides who moderates."""
    return MODERATOR in context.roles
