"""The one exit of results: every error gets a code, and what is ours is logged whole and shown as nothing."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import structlog
from graphql import FieldNode, GraphQLError

from models.db.connection import DatabaseBusy, OutcomeUnknown
from schema.types.errors import ClientError

OVERLOADED = "OVERLOADED"
"""Nothing was written."""
NOT_READ = "COMMITTED_NOT_READ"
"""All was written."""
log = structlog.get_logger("doorstep.operations")


def masked(errors: list[GraphQLError], event_cursors: Mapping[str, str]) -> list[GraphQLError]:
    """The errors of an operation as a client may see them, in their order; `event_cursors` are of committed fields."""
    return [after_commit(_masked(error), event_cursors) for error in errors]


def after_commit(error: GraphQLError, event_cursors: Mapping[str, str]) -> GraphQLError:
    """Of a committed field it says so: no client may take it for a refusal."""
    event_cursor = event_cursors.get(str(error.path[0])) if error.path else None
    if event_cursor is None:
        return error
    done = {**(error.extensions or {}), "committed": True, "eventCursor": event_cursor}
    if done["code"] != OVERLOADED:
        return _shown(error, error.message, done)
    return _shown(error, "This is done, but could not be read: ask again.", done | {"code": NOT_READ})


def internal_error(cause: BaseException, at: GraphQLError | None = None) -> GraphQLError:
    """What stands for a bug: an id that the log has with all the rest. A database in trouble is no bug, and says so."""
    if isinstance(cause, DatabaseBusy):
        log.warning("overloaded", reason=str(cause))
        return _shown(at, "Too busy right now: try again.", {"code": OVERLOADED})
    if isinstance(cause, OutcomeUnknown):
        log.warning("outcome unknown", reason=str(cause))
        return _shown(at, "This may be done or not: the connection broke.", {"code": "OUTCOME_UNKNOWN"})
    error_id = uuid4().hex
    log.error("unexpected error", error_id=error_id, exc_info=cause)
    return _shown(
        at, "Something went wrong on our side.", {"code": "INTERNAL_SERVER_ERROR", "errorId": error_id}
    )


def coded(error: GraphQLError, code: str) -> GraphQLError:
    """The same error with a code, without what caused it."""
    return _shown(error, error.message, {"code": code})


def _shown(at: GraphQLError | None, message: str, extensions: dict[str, Any]) -> GraphQLError:
    nodes, path = (at.nodes, at.path) if at else (None, None)
    return GraphQLError(message, nodes, path=path, extensions=extensions)


def _masked(error: GraphQLError) -> GraphQLError:
    cause = error.original_error or error
    if isinstance(cause, ClientError):
        return error
    if isinstance(cause, GraphQLError) and _is_about_an_argument(cause):
        return coded(error, "BAD_USER_INPUT")
    return internal_error(cause, at=error)


def _is_about_an_argument(error: GraphQLError) -> bool:
    """Whether the engine refused an argument while running: it points into the field, not at it."""
    return any(not isinstance(node, FieldNode) for node in error.nodes or ())
