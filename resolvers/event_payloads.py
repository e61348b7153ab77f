"""Makes items from entries of the log, read as they are now; None if the viewer can no longer see the thing."""

from collections.abc import Awaitable, Callable
from dataclasses import fields

from events.stream import EventCursor
from models.event_log import Entry
from models.threads import ThreadRow
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


async def _message_added(context: Context, entry: Entry, cursor: EventCursor) -> Event | None:
    thread, message = entry.thread, entry.message
    if thread is None or message is None:
        return None
    is_quiet = thread.is_muted(context.now) or message.sender_id == context.viewer_id
    return events.MessageAdded(
        event_cursor=cursor,
        at=entry.at,
        message=Message.of(message),
        thread=Thread.of(thread),
        notify=not is_quiet,
    )


async def _request_received(context: Context, entry: Entry, cursor: EventCursor) -> Event | None:
    thread = _thread(entry, Folder.REQUESTS)
    if thread is None:
        return None
    return events.RequestReceived(
        event_cursor=cursor, at=entry.at, request=Request.of(thread), notify=not thread.is_muted(context.now)
    )


async def _request_updated(context: Context, entry: Entry, cursor: EventCursor) -> Event | None:
    thread = _thread(entry, Folder.REQUESTS)
    if thread is None:
        return None
    return events.RequestUpdated(event_cursor=cursor, at=entry.at, request=Request.of(thread))


def _of_moved_request(item: Callable[..., Event]) -> Maker:
    """A request that is gone gives RequestWithdrawn: the withdrawal of a hidden request has no event."""
    gone = _of_gone_request(events.RequestWithdrawn)

    async def make(context: Context, entry: Entry, cursor: EventCursor) -> Event | None:
        thread = _thread(entry, *REQUEST_FOLDERS)
        if thread is None:
            return await gone(context, entry, cursor)
        return item(event_cursor=cursor, at=entry.at, request=Request.of(thread))

    return make


def _of_thread(item: Callable[..., Event]) -> Maker:
    async def make(context: Context, entry: Entry, cursor: EventCursor) -> Event | None:
        thread = entry.thread
        return item(event_cursor=cursor, at=entry.at, thread=Thread.of(thread)) if thread else None

    return make


def _of_user(item: Callable[..., Event]) -> Maker:
    async def make(context: Context, entry: Entry, cursor: EventCursor) -> Event | None:
        user = entry.peer
        return item(event_cursor=cursor, at=entry.at, user=User.of(user)) if user else None

    return make


def _of_gone_request(item: Callable[..., Event]) -> Maker:
    async def make(context: Context, entry: Entry, cursor: EventCursor) -> Event | None:
        row = await context.loaders.threads.load(entry.thread_id or 0)
        return item(event_cursor=cursor, at=entry.at, membership_id=row.membership_id, thread_key=row.id)

    return make


async def _thread_deleted(context: Context, entry: Entry, cursor: EventCursor) -> Event | None:
    return events.ThreadDeleted(event_cursor=cursor, at=entry.at, thread_key=entry.thread_id or 0)


def _of_viewer(item: Callable[..., Event]) -> Maker:
    async def make(context: Context, entry: Entry, cursor: EventCursor) -> Event | None:
        return item(event_cursor=cursor, at=entry.at, viewer=Viewer(viewer_key=cursor.user_id))

    return make


def _of_nothing(item: Callable[..., Event]) -> Maker:
    async def make(context: Context, entry: Entry, cursor: EventCursor) -> Event | None:
        return item(event_cursor=cursor, at=entry.at)

    return make


_standing_changed, _badge_changed = _of_viewer(events.StandingChanged), _of_viewer(events.BadgeChanged)


def _thread(entry: Entry, *folders: Folder) -> ThreadRow | None:
    """The thread, if it is in one of these folders."""
    thread = entry.thread
    return thread if thread and thread.folder in folders else None


_MAKERS: dict[EventKind, Maker] = {
    EventKind.MESSAGE_ADDED: _message_added,
    EventKind.MESSAGE_SENT: _message_added,
    EventKind.REQUEST_RECEIVED: _request_received,
    EventKind.REQUEST_UPDATED: _request_updated,
    EventKind.REQUEST_MOVED: _of_moved_request(events.RequestMoved),
    EventKind.REQUEST_RESTORED: _of_moved_request(events.RequestRestored),
    EventKind.REQUEST_DELETED: _of_gone_request(events.RequestDeleted),
    EventKind.REQUEST_WITHDRAWN: _of_gone_request(events.RequestWithdrawn),
    EventKind.THREAD_DELETED: _thread_deleted,
    EventKind.ACCOUNT_DECIDED: _standing_changed,
}
_BY_FIELD = {"thread": _of_thread, "user": _of_user, "viewer": _of_viewer}


def _maker_of(kind: EventKind) -> Maker:
    """The entry of _MAKERS; for any other kind a maker of the type of its name, chosen by the type's one field."""
    if kind in _MAKERS:
        return _MAKERS[kind]
    item = getattr(events, kind.name.title().replace("_", ""))
    names = {field.name for field in fields(item)} - {field.name for field in fields(Event)}
    return _BY_FIELD[names.pop()](item) if names else _of_nothing(item)


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
