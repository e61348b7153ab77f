"""How a client opens a stream: by a name that it keeps over reconnects, or after the last item that it got."""

import hashlib
from collections.abc import Mapping
from http import HTTPStatus

import orjson
from graphql import OperationType

from schema.types.context import Opening
from schema.types.scalars import SealedEventCursor, is_event_cursor
from server.errors import Refused
from server.operations import Operation
from server.plans import Plan

STREAM_ID = "X-Stream-Id"
LAST_EVENT_ID = "Last-Event-ID"
MIN_NAME, MAX_NAME = 16, 128
"""Characters of a client's name for a stream. A shorter one is counted, not drawn at random: it is used again."""


def named(plan: Plan, id: str, operation: Operation) -> str:
    """The name of a stream over reconnects: of the client's own id with what it asks; "" if it cannot have one."""
    if plan.kind is not OperationType.SUBSCRIPTION or len(id) < MIN_NAME:
        return ""
    asked = [id, operation.text, operation.name, operation.variables]
    try:
        return hashlib.sha256(orjson.dumps(asked, option=orjson.OPT_SORT_KEYS)).hexdigest()
    except orjson.JSONEncodeError:  # Too deep to be written: such variables are refused by their types.
        return ""


def opening_of(headers: Mapping[str, str], plan: Plan, operation: Operation) -> Opening:
    """From the headers of a request. Refused for a malformed one."""
    return Opening(named(plan, _stream_id(headers), operation), _last_event(headers))


def _stream_id(headers: Mapping[str, str]) -> str:
    id = headers.get(STREAM_ID, "")
    if id and not MIN_NAME <= len(id) <= MAX_NAME:
        message = f"{STREAM_ID} must have {MIN_NAME} to {MAX_NAME} characters."
        raise Refused(HTTPStatus.BAD_REQUEST, message)
    return id


def _last_event(headers: Mapping[str, str]) -> SealedEventCursor | None:
    """A browser sends the header only after an item with an id."""
    last = headers.get(LAST_EVENT_ID)
    if not last:
        return None
    if not is_event_cursor(last):
        raise Refused(HTTPStatus.BAD_REQUEST, f"{LAST_EVENT_ID} must be the id of an item.")
    return SealedEventCursor(last)
