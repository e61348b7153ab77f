"""The one exit of results: every error gets a code, and what is ours is logged whole and shown as nothing."""

from uuid import uuid4

import structlog
from graphql import FieldNode, GraphQLError

from models.connection import DatabaseBusy
from schema.types.errors import ClientError

log = structlog.get_logger("doorstep.operations")


def masked(errors: list[GraphQLError]) -> list[GraphQLError]:
    """The errors of a running operation as a client may see them, in their order."""
    return [_masked(error) for error in errors]


def internal_error(cause: BaseException, at: GraphQLError | None = None) -> GraphQLError:
    """What stands for a bug: an id that the log has with all the rest. A busy database is no bug, and says so."""
    if isinstance(cause, DatabaseBusy):
        log.warning("overloaded", reason=str(cause))
        return _shown(at, "Too busy right now: try again.", {"code": "OVERLOADED"})
    error_id = uuid4().hex
    log.error("unexpected error", error_id=error_id, exc_info=cause)
    return _shown(
        at, "Something went wrong on our side.", {"code": "INTERNAL_SERVER_ERROR", "errorId": error_id}
    )


def coded(error: GraphQLError, code: str) -> GraphQLError:
    """The same error with a code, without what caused it."""
    return _shown(error, error.message, {"code": code})


def _shown(at: GraphQLError | None, message: str, extensions: dict[str, str]) -> GraphQLError:
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
