"""What a token's roles allow."""

from typing import Any

from models.viewer import VIEWER_ROW
from resolvers.pagination import read
from rules.problems import NotAllowed
from schema.types.context import Context
from schema.types.problems import problem_of

MODERATOR = "moderator"
SERVICE = "service"
"""The roles as tokens name them."""


def is_moderator(context: Context) -> bool:
    """By the token alone: the host app decides who moderates."""
    return MODERATOR in context.roles


def is_service(context: Context) -> bool:
    """The host app itself; such a token need not name a user."""
    return SERVICE in context.roles


async def not_allowed(context: Context) -> Any:
    """The answer to a viewer without the role, whatever was asked; Unauthenticated before all, as everywhere."""
    await read(context, VIEWER_ROW)
    return problem_of(NotAllowed())
