"""The viewer's own data, page by page through all kinds."""

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from strawberry.utils.str_converters import to_camel_case
from tortoise.models import Model

from models import export as kinds
from models.appeals import Appeal, RestrictionRow
from models.contact_codes import ContactCode
from models.db.connection import Connection
from models.db.fields import from_micros
from models.db.statements import Select
from models.export import FiledRow, Stretch, WrittenRow
from models.moderation import AccountWarning
from models.relations import Block, Follow
from models.reports import SubjectKind
from models.threads import ThreadRow
from models.users import User, UserRow
from models.viewer import VIEWER_ROW, ViewerRow
from resolvers.pagination import event_cursor_of, read
from rules.filtering.choices import RequestPolicy, entries_of
from rules.policy import PENDING_LIMIT
from rules.problems import ReportReason
from schema.types.context import Context, Info
from schema.types.export import ExportConnection, ExportItem, ExportKind
from schema.types.ids import FIRST, Kind, ListCursor, Places
from schema.types.pagination import After, First, Page, Slice
from schema.types.requests import folder_of

_SUBJECTS = {SubjectKind.USER: Kind.USER, SubjectKind.THREAD: Kind.THREAD, SubjectKind.MESSAGE: Kind.MESSAGE}

Json = dict[str, Any]


def profile(row: User, context: Context) -> Json:
    """All that the host app stored, including fields that other users cannot see."""
    own = _columns(row, "avatar_url", "is_verified", "birth_date", "region", "phone_verified")
    times = {"createdAt": row.account_created_at, "nameChangedAt": row.names_changed_at}
    return _user(UserRow.of(row), context) | own | times


def settings(row: ViewerRow, _: Context) -> Json:
    """As the user chose them; a default is not shown as a choice, and a class without a choice is null."""
    pause, policy = row.pause, RequestPolicy.of(row.request_policy)._asdict()
    return {
        "dmAudience": row.audience.name if row.audience is not None else None,
        "readReceipts": row.read_receipts,
        "requestPolicy": {to_camel_case(name): choice and choice.name for name, choice in policy.items()},
        "requestPause": pause and {"since": pause.since, "until": pause.until, "requestsHidden": pause.count},
        "filterWords": json.loads(row.filter_words or "[]"),
        "filterEntries": [
            {"word": one.word, "place": one.place.name, "until": one.until}
            for one in entries_of(row.filter_entries)
        ],
    }


def standing(row: tuple[int, RestrictionRow | None], context: Context) -> Json:
    """The last restriction, even if it is over."""
    _, last = row
    if last is None:
        return {"restriction": None}
    decided = _decided(last.reason, last.at, last.action_id, context)
    return {"restriction": decided | {"until": last.until}}


def warning(row: AccountWarning, context: Context) -> Json:
    """As the standing shows it."""
    return _decided(row.reason, row.given_at, row.action_id, context)


def _decided(reason: ReportReason, at: datetime, action_id: int | None, context: Context) -> Json:
    decision = action_id and context.services.sealer.seal(Kind.MODERATION_ACTION, action_id)
    return {"reason": reason.name, "at": at, "decision": decision}


def follow(row: Follow, context: Context) -> Json:
    """A user whom the viewer follows."""
    return _since(row.followee, row.created_at, context)


def follower(row: Follow, context: Context) -> Json:
    """A user who follows the viewer."""
    return _since(row.follower, row.created_at, context)


def block(row: Block, context: Context) -> Json:
    """With its end, if it has one."""
    return _since(row.blocked, row.created_at, context) | {"until": row.until}


def _since(user: User, since: datetime, context: Context) -> Json:
    return {"user": _user(UserRow.of(user), context), "since": since}


def thread(row: ThreadRow, context: Context) -> Json:
    """An open thread."""
    return {
        "id": context.services.sealer.seal(Kind.THREAD, row.id),
        "peer": _user(row.peer, context),
        "openedAt": row.opened_at,
        "startedByMe": row.started,
        "isMarkedUnread": row.is_marked_unread,
    } | _mute(row, context)


def _mute(row: ThreadRow, context: Context) -> Json:
    is_muted = row.is_muted(context.now)
    return {"isMuted": is_muted, "mutedUntil": row.muted_until if is_muted else None}


def request(row: ThreadRow, context: Context) -> Json:
    """A pending request to the viewer."""
    seal = context.services.sealer.seal
    return {
        "id": seal(Kind.REQUEST, row.membership_id),
        "thread": seal(Kind.THREAD, row.id),
        "sender": _user(row.peer, context),
        "receivedAt": from_micros(row.activity_at),
        "folder": folder_of(row, context).name,
        "hiddenReasons": [reason.name for reason in row.shown_reasons],
    } | _mute(row, context)


def sent_request(row: ThreadRow, context: Context) -> Json:
    """A pending request of the viewer, as the viewer sees it."""
    seal = context.services.sealer.seal
    return {
        "id": seal(Kind.SENT_REQUEST, row.membership_id),
        "thread": seal(Kind.THREAD, row.id),
        "recipient": _user(row.peer, context),
        "sentAt": from_micros(row.activity_at),
        "messagesLeft": PENDING_LIMIT - row.unaccepted,
    } | _mute(row, context)


def message(row: WrittenRow, context: Context) -> Json:
    """As `Message` shows it."""
    seal, shown = context.services.sealer.seal, row.message
    return {
        "id": seal(Kind.MESSAGE, shown.id),
        "thread": seal(Kind.THREAD, shown.thread_id),
        "sender": seal(Kind.USER, shown.sender_id),
        "text": shown.text,
        "sentAt": shown.sent_at,
        "receipt": "SEEN" if shown.is_seen else "SENT",
    }


def report(row: FiledRow, context: Context) -> Json:
    """The viewer's own words and reason, without the outcome. No subject: the viewer could not see one."""
    seal, is_seen = context.services.sealer.seal, row.username is not None
    profile = {"username": row.username, "displayName": row.display_name, "avatarUrl": row.avatar_url}
    return {
        "subject": seal(_SUBJECTS[row.subject_kind], row.subject_id) if is_seen else None,
        "profile": profile if is_seen else None,
        "text": row.text,
        "reason": row.reason.name,
        "note": row.note,
        "at": row.filed_at,
        "state": "HANDLED" if row.resolved_at else "OPEN",
        "handledAt": row.resolved_at,
    }


def contact_code(row: ContactCode, context: Context) -> Json:
    """Without the code, which is stored nowhere."""
    id = context.services.sealer.seal(Kind.CONTACT_CODE, row.id)
    own = _columns(row, "label", "uses", "created_at", "expires_at")
    return {"id": id, "usesLeft": row.uses - row.used} | own


def appeal(row: Appeal, context: Context) -> Json:
    """As the standing shows it."""
    decision = context.services.sealer.seal(Kind.MODERATION_ACTION, row.action_id)
    own = _columns(row, "text", "appealed_at", "answer", "answered_at")
    return {"decision": decision, "state": row.state.name} | own


def _columns(row: Model, *names: str) -> Json:
    """Those that are shown as they are stored."""
    return {to_camel_case(name): getattr(row, name) for name in names}


def _user(row: UserRow, context: Context) -> Json:
    return {
        "id": context.services.sealer.seal(Kind.USER, row.id),
        "username": row.username,
        "displayName": row.display_name,
    }


R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Part(Generic[R]):
    """One kind of item; `place_of` gives the two columns of its order."""

    kind: ExportKind
    read: Callable[[Connection, Stretch], Awaitable[Sequence[R]]]
    place_of: Callable[[R], tuple[int, int]]
    shape: Callable[[R, Context], Json]

    async def items(self, page: Page, start: ListCursor, most: int) -> list[tuple[ListCursor, ExportItem]]:
        """At most this many rows after `start`, in its part of the list."""
        context = page.context
        asked = Stretch(context.require_viewer(), start.order, start.key, most)
        rows = await self.read(context.services.database, asked)
        return [
            (ListCursor(*self.place_of(row), start.part), ExportItem.of(self.kind, self.shape(row, context)))
            for row in rows
        ]


def _selected(statement: Select[R]) -> Callable[[Connection, Stretch], Awaitable[list[R]]]:
    def read(db: Connection, asked: Stretch) -> Awaitable[list[R]]:
        return statement.all(db, *astuple(asked))

    return read


PARTS: tuple[Part[Any], ...] = (
    Part(ExportKind.PROFILE, kinds.profiles, lambda row: (row.id, 0), profile),
    Part(ExportKind.SETTINGS, kinds.settings, lambda row: (row.user.id, 0), settings),
    Part(ExportKind.STANDING, kinds.restrictions, lambda row: (row[0], 0), standing),
    Part(ExportKind.WARNING, kinds.warnings, lambda row: (row.id, 0), warning),
    Part(ExportKind.FOLLOW, kinds.follows, lambda row: (row.followee_id, 0), follow),
    Part(ExportKind.FOLLOWER, kinds.followers, lambda row: (row.follower_id, 0), follower),
    Part(ExportKind.BLOCK, kinds.blocks, lambda row: (row.blocked_id, 0), block),
    Part(ExportKind.THREAD, _selected(kinds.THREADS), lambda row: (row.peer.id, row.peer.id), thread),
    Part(
        ExportKind.SENT_REQUEST,
        _selected(kinds.SENT_REQUESTS),
        lambda row: (row.peer.id, row.peer.id),
        sent_request,
    ),
    Part(ExportKind.REQUEST, _selected(kinds.REQUESTS), lambda row: (row.peer.id, row.peer.id), request),
    Part(ExportKind.MESSAGE, _selected(kinds.MESSAGES), lambda row: (row.peer_id, row.message.seq), message),
    Part(ExportKind.REPORT, _selected(kinds.FILINGS), lambda row: (row.report_id, row.id), report),
    Part(ExportKind.CONTACT_CODE, kinds.contact_codes, lambda row: (row.id, 0), contact_code),
    Part(ExportKind.APPEAL, kinds.appeals, lambda row: (row.action_id, 0), appeal),
)
"""In the order of the export."""


async def export_my_data(info: Info, first: First = None, after: After = None) -> ExportConnection | None:
    """All data that the viewer gave, or can see through this API, as JSON. Read it page by page to the end."""
    # One statement for each kind that the page has rows of.
    page = Page.of(info.context, "exportMyData", Slice(first, after))
    viewer = await read(info.context, VIEWER_ROW)
    rows, has_more = page.cut(await _rows(page))
    places, items = Places.of([place for place, _ in rows]), [item for _, item in rows]
    cursor = event_cursor_of(info.context, viewer)
    return page.connect(ExportConnection, cursor, items, places, has_more)


async def _rows(page: Page) -> list[tuple[ListCursor, ExportItem]]:
    found: list[tuple[ListCursor, ExportItem]] = []
    for number, part in enumerate(PARTS[page.start.part :], page.start.part):
        if most := page.size + 1 - len(found):
            start = page.start if number == page.start.part else FIRST._replace(part=number)
            found += await part.items(page, start, most)
    return found
