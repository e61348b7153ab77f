"""Subscriptions: the events of the viewer's log as items, from a cursor or from now on."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Annotated, Any, Self, TypeAlias

import strawberry

from events.stream import Broken, Log, SetBack, ViewerGone
from models.event_log import Entry, EventCursor
from resolvers.event_payloads import MAKERS, preceding_of
from resolvers.streams import Kept
from rules.events import EventKind
from schema.types.context import OPENING, Context, Info, Services
from schema.types.errors import Unauthenticated
from schema.types.events import EventItem, MessageAddedItem, RequestAcceptedItem, RequestReceivedItem
from schema.types.ids import Kind
from schema.types.scalars import SealedEventCursor
from schema.types.streams import Event, Position, ResyncRequired

Items: TypeAlias = AsyncGenerator[Any, None]

After = Annotated[
    SealedEventCursor | None,
    strawberry.argument(
        description="The `eventCursor` of an item, a page or a mutation's success. The stream starts with all "
        "items since then, in order. A cursor that cannot be resumed gives `ResyncRequired`. Without "
        "a cursor the stream starts now, with a `Position`."
    ),
]

_MESSAGES = frozenset({EventKind.MESSAGE_ADDED, EventKind.MESSAGE_SENT})
_RECEIVED = frozenset({EventKind.REQUEST_RECEIVED})
_ACCEPTED = frozenset({EventKind.REQUEST_ACCEPTED})
_ALL = frozenset(MAKERS)
_NONE = frozenset[int]()
"""Made once for all streams."""


def message_added(
    info: Info,
    thread_id: Annotated[
        strawberry.ID | None,
        strawberry.argument(
            description="Messages of this thread only. For a thread that the viewer cannot see, none come."
        ),
    ] = None,
    after: After = None,
) -> AsyncGenerator[MessageAddedItem | None, None]:
    """New messages of open threads, and the viewer's own in any thread."""
    # Sunk messages reach their sender only (behaviour 9.1, 9.2).
    thread = None if thread_id is None else info.context.key_of(Kind.THREAD, thread_id)
    return _follow(info.context, _Wanted(_MESSAGES, thread), after)


def request_received(info: Info, after: After = None) -> AsyncGenerator[RequestReceivedItem | None, None]:
    """Requests that reach the viewer: one item for the first message of each, and again after a delete."""
    # Hidden requests give no item (behaviour 9.4, 9.7).
    return _follow(info.context, _Wanted(_RECEIVED), after)


def request_accepted(info: Info, after: After = None) -> AsyncGenerator[RequestAcceptedItem | None, None]:
    """Accepts of the viewer's own requests, one for a thread."""
    # A sender who blocks the recipient gets no item (behaviour 5.16).
    return _follow(info.context, _Wanted(_ACCEPTED), after)


def events(info: Info, after: After = None) -> AsyncGenerator[EventItem | None, None]:
    """All events that concern the viewer, including the viewer's acts on other devices."""
    # Carries badge and standing too, right before the item that changes them (behaviour 9.5, 9.19).
    return _follow(info.context, _Wanted(_ALL, with_preceding=True), after)


def follow_nothing(context: Context) -> Items:
    """For a viewer who may get no item: a stream that only says its place."""
    return _follow(context, _Wanted(_NONE), None)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The events that a stream shows.

    `thread_id` None: of any thread. `with_preceding`: also the items that precede one.
    """

    kinds: frozenset[int]
    thread_id: int | None = None
    with_preceding: bool = False

    def has(self, entry: Entry) -> bool:
        return entry.kind in self.kinds and self.thread_id in {None, entry.thread_id}


@dataclass(slots=True)
class _Silence:
    """How long a stream may still be silent, counted at the last event that it looked at."""

    longest: timedelta
    since: datetime
    left: timedelta

    @classmethod
    def of(cls, services: Services) -> Self:
        """A silence that begins now."""
        longest = services.policy.position_interval
        return cls(longest, services.clock(), longest)

    def go_on(self, now: datetime) -> None:
        """Never more than `longest`, even if the clock was set back."""
        self.left = min(self.longest, self.since + self.longest - now)

    def end(self, now: datetime) -> None:
        self.since, self.left = now, self.longest


async def _follow(context: Context, wanted: _Wanted, after: SealedEventCursor | None) -> Items:
    """First the stream's place, or the reason why it cannot resume; then items, each read when it is delivered."""
    services, opening = context.services, OPENING.get()
    log = Log(services.ticks, services.hub, context.require_viewer())
    kept = Kept(context, opening)
    try:
        cursor, first = await _begin(context, log, opening.last or after, kept)
        if first:
            yield first
        silence = _Silence.of(services)
        async for entry in log.follow(cursor, lambda: silence.left, is_behind=first is None):
            shared, items = await services.hub.together(
                log.user_id, (context.roles, wanted, entry), partial(_look, context, wanted, entry)
            )
            context.share(shared)
            silence.go_on(context.now)
            if not items and silence.left <= timedelta():
                items = [_position(context, entry)]
            if items:
                silence.end(context.now)
            for item in items:
                yield item
                del item
            if opening.name:
                await kept.move(EventCursor(log.user_id, entry.epoch, entry.seq))
            del entry, items, shared
            context.refresh()
    except ViewerGone:
        raise Unauthenticated from None


async def _begin(
    context: Context, log: Log, after: SealedEventCursor | None, kept: Kept
) -> tuple[EventCursor, Event | None]:
    """A stream without a cursor that was opened before begins there, so that a reconnect loses nothing (9.23, 9.26)."""
    start = (
        await kept.find() if after is None else context.services.sealer.open_event_cursor(log.user_id, after)
    )
    if after is None and start is None:
        cursor = await log.now()
        await kept.keep(cursor)
        return cursor, _position(context, cursor)
    resumed = await _resume(context, log, start)
    if isinstance(resumed, EventCursor):
        return resumed, _position(context, resumed) if after is None and kept.opening.is_guessed else None
    cursor = await log.now()
    if after is None:
        await kept.keep(cursor)
    return cursor, ResyncRequired(event_cursor=cursor, at=context.now, reason=resumed)


async def _resume(context: Context, log: Log, cursor: EventCursor | Broken | None) -> EventCursor | Broken:
    if not isinstance(cursor, EventCursor):
        return cursor or Broken.UNKNOWN
    expired_before = context.now - context.services.policy.event_lifetime
    return await log.resume(cursor, expired_before) or cursor


async def _look(
    context: Context, wanted: _Wanted, entry: Entry | EventCursor | SetBack
) -> tuple[Context, list[Event]]:
    """The items, and the context that every stream with the same question shares from here on."""
    shared = context.fresh()
    if isinstance(entry, Entry) and entry.thread:
        shared.known.add_thread(entry.thread, entry.reader)
    return shared, await _items(shared, wanted, entry)


async def _items(context: Context, wanted: _Wanted, entry: Entry | EventCursor | SetBack) -> list[Event]:
    if isinstance(entry, SetBack):
        return [ResyncRequired(event_cursor=_at(context, entry), at=context.now, reason=entry.reason)]
    if isinstance(entry, EventCursor):
        return [_position(context, entry)]
    if not wanted.has(entry):
        return []
    item = await MAKERS[entry.kind](context, entry, _at(context, entry))
    makers = preceding_of(entry.kind, is_shown=item is not None) if wanted.with_preceding else []
    # A client that stops between an item and the one that precedes it gets both when it resumes.
    before = EventCursor(context.require_viewer(), entry.epoch, entry.seq - 1)
    made = [await make(context, entry, before) for make in makers]
    return [event for event in (*made, item) if event]


def _position(context: Context, reached: Entry | EventCursor | SetBack) -> Position:
    return Position(event_cursor=_at(context, reached), at=context.now)


def _at(context: Context, reached: Entry | EventCursor | SetBack) -> EventCursor:
    return EventCursor(context.require_viewer(), reached.epoch, reached.seq)
