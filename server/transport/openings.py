"""How a client opens a stream: by a name that it keeps over reconnects, or after the last item that it got."""

import hashlib
from collections.abc import Mapping
from http import HTTPStatus

import orjson
from aiohttp import hdrs, web
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
    """The name of a stream over reconnects: of the client's own id and its question; "" if it cannot have one."""
    return _name(plan, id, operation) if len(id) >= MIN_NAME else ""


def opening_of(request: web.Request, plan: Plan, operation: Operation) -> Opening:
    """Of the headers. Refused for a malformed one.

    A POST without an id is taken for the client that asked the same before: these clients send the same again when they
    reconnect, and nothing else. EventSource, which sends GET alone, has its last event (behaviour 9.21, 9.26).
    """
    id, last = _stream_id(request.headers), _last_event(request.headers)
    if id or request.method != hdrs.METH_POST:
        return Opening(named(plan, id, operation), last)
    name = _name(plan, request.headers.get(hdrs.USER_AGENT, ""), operation)
    return Opening(name, last, is_guessed=True)


def _name(plan: Plan, id: str, operation: Operation) -> str:
    if plan.kind is not OperationType.SUBSCRIPTION:
        return ""
    asked = [id, operation.text, operation.name, operation.variables]
    try:
        return hashlib.sha256(orjson.dumps(asked, option=orjson.OPT_SORT_KEYS)).hexdigest()
    except orjson.JSONEncodeError:  # Too deep to be written: such variables are refused by their types.
        return ""


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
