"""Makes items from entries of the log, read as they are now; None if the viewer can no longer see the thing."""

from collections.abc import Awaitable, Callable
from dataclasses import fields
from typing import Any

from models.event_log import Entry, EventCursor
from rules.events import EventKind
from rules.requests import REQUEST_FOLDERS, Folder
from schema.types import events
from schema.types.context import Context
from schema.types.messages import Message
from schema.types.requests import Request
from schema.types.streams import Event
from schema.types.threads import Thread
from schema.types.users import User
from schema.types.viewer import Viewer

Maker = Callable[[Context, Entry, EventCursor], Awaitable[Event | None]]
Fields = dict[str, Any]
"""Those of an item, beside its time and cursor."""


def _item(item: Callable[..., Event], read: Callable[[Context, Entry], Awaitable[Fields | None]]) -> Maker:
    async def make(context: Context, entry: Entry, cursor: EventCursor) -> Event | None:
        shown = await read(context, entry)
        return None if shown is None else item(event_cursor=cursor, at=entry.at, **shown)

    return make


async def _message(context: Context, entry: Entry) -> Fields | None:
    thread, message = entry.thread, entry.message
    if thread is None or message is None:
        return None
    is_quiet = thread.is_muted(context.now) or message.sender_id == context.viewer_id
    return {"message": Message.of(message), "thread": Thread.of(thread), "notify": not is_quiet}


def _request_in(*folders: Folder) -> Callable[[Context, Entry], Awaitable[Fields | None]]:
    async def read(context: Context, entry: Entry) -> Fields | None:
        thread = entry.thread
        return {"request": Request.of(thread)} if thread and thread.folder in folders else None

    return read


_request = _request_in(Folder.REQUESTS)


async def _new_request(context: Context, entry: Entry) -> Fields | None:
    shown = await _request(context, entry)
    is_quiet = entry.thread is not None and entry.thread.is_muted(context.now)
    return shown and shown | {"notify": not is_quiet}


async def _gone_request(context: Context, entry: Entry) -> Fields:
    row = await context.loaders.threads.load(entry.thread_id or 0)
    return {"membership_id": row.membership_id, "thread_key": row.id}


def _moved_request(item: Callable[..., Event]) -> Maker:
    """A request that is gone gives RequestWithdrawn: the withdrawal of a hidden request has no event."""
    moved = _item(item, _request_in(*REQUEST_FOLDERS))
    withdrawn = _item(events.RequestWithdrawn, _gone_request)

    async def make(context: Context, entry: Entry, cursor: EventCursor) -> Event | None:
        return await moved(context, entry, cursor) or await withdrawn(context, entry, cursor)

    return make


async def _thread(context: Context, entry: Entry) -> Fields | None:
    return {"thread": Thread.of(entry.thread)} if entry.thread else None


async def _thread_key(context: Context, entry: Entry) -> Fields:
    return {"thread_key": entry.thread_id or 0}


async def _user(context: Context, entry: Entry) -> Fields | None:
    return {"user": User.of(entry.peer)} if entry.peer else None


async def _viewer(context: Context, entry: Entry) -> Fields:
    return {"viewer": Viewer(viewer_key=context.require_viewer())}


async def _nothing(context: Context, entry: Entry) -> Fields:
    return {}


_standing_changed = _item(events.StandingChanged, _viewer)
_badge_changed = _item(events.BadgeChanged, _viewer)

_MAKERS: dict[EventKind, Maker] = {
    EventKind.MESSAGE_ADDED: _item(events.MessageAdded, _message),
    EventKind.MESSAGE_SENT: _item(events.MessageAdded, _message),
    EventKind.REQUEST_RECEIVED: _item(events.RequestReceived, _new_request),
    EventKind.REQUEST_UPDATED: _item(events.RequestUpdated, _request),
    EventKind.REQUEST_MOVED: _moved_request(events.RequestMoved),
    EventKind.REQUEST_RESTORED: _moved_request(events.RequestRestored),
    EventKind.REQUEST_DELETED: _item(events.RequestDeleted, _gone_request),
    EventKind.REQUEST_WITHDRAWN: _item(events.RequestWithdrawn, _gone_request),
    EventKind.THREAD_DELETED: _item(events.ThreadDeleted, _thread_key),
    EventKind.ACCOUNT_DECIDED: _standing_changed,
}
_BY_FIELD = {"thread": _thread, "user": _user, "viewer": _viewer}


def _maker_of(kind: EventKind) -> Maker:
    """The entry of _MAKERS; for any other kind a maker of the type of its name, chosen by the type's one field."""
    if kind in _MAKERS:
        return _MAKERS[kind]
    item = getattr(events, kind.name.title().replace("_", ""))
    names = {field.name for field in fields(item)} - {field.name for field in fields(Event)}
    return _item(item, _BY_FIELD[names.pop()] if names else _nothing)


MAKERS = {int(kind): _maker_of(kind) for kind in EventKind if kind is not EventKind.REQUEST_HIDDEN}
"""By kind; REQUEST_HIDDEN has none."""

_WITHOUT_BADGE = {
    EventKind.REQUEST_HIDDEN,
    EventKind.THREAD_SEEN,
    EventKind.FOLLOW_CHANGED,
    EventKind.SETTINGS_CHANGED,
    EventKind.STANDING_CHANGED,
    EventKind.ACCOUNT_DECIDED,
    EventKind.REPORT_CLOSED,
}
"""Kinds that cannot change the badge."""


def preceding_of(kind: int, *, is_shown: bool) -> list[Maker]:
    """The items before an item: the badge if it can change, and the cost of a send, even if its message is gone."""
    badge = [_badge_changed] if is_shown and kind not in _WITHOUT_BADGE else []
    standing = [_standing_changed] if kind == EventKind.MESSAGE_SENT else []
    return [*standing, *badge]
