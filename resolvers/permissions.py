"""The rights that a token's roles give."""

from typing import Any

from models.viewer import VIEWER_ROW
from resolvers.pagination import read
from rules.problems import NotAllowed
from schema.types.context import Context
from schema.types.problems import problem_of

MODERATOR = "moderator"
SERVICE = "service"
"""The roles, as tokens spell them."""


def is_moderator(context: Context) -> bool:
    """Decided by the token alone: the host app chooses its moderators."""
    return MODERATOR in context.roles


def is_service(context: Context) -> bool:
    """The host app itself; its token need not name a user."""
    return SERVICE in context.roles


async def not_allowed(context: Context) -> Any:
    """The answer to a viewer without the role, whatever the input is; Unauthenticated comes first."""
    await read(context, VIEWER_ROW)
    return problem_of(NotAllowed())
