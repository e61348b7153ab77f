"""The reads of the export: all that a user provided or can see, kind by kind."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from tortoise.expressions import Q

from models.appeals import RESTRICTION, Appeal
from models.appeals import RestrictionRow as Restriction
from models.blocks import Block
from models.contact_codes import ContactCode
from models.db.connection import Connection
from models.db.statements import Reason, Select, numbers
from models.filtering import FilterWords, PauseRow, StoredWords, get_pause
from models.follows import Follow
from models.messages import MESSAGE, VISIBLE, MessageRow
from models.moderation import AccountWarning
from models.reports import ReportFiling, SubjectKind
from models.scope import VIEWER
from models.threads import THREAD, THREAD_JOINS, ThreadRow
from models.users import User, UserRow
from rules.filtering.choices import RequestPolicy, StoredEntries
from rules.policy import Audience
from rules.reports import ReportReason
from rules.requests import REQUEST_FOLDERS, Folder

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many rows of one kind, from the highest place down; `order` and `key` are the last place that was read."""

    viewer_id: int
    order: int
    key: int
    rows: int


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """The host app's facts about the user."""

    birth_date: date | None
    region: str | None
    phone_verified: bool
    created_at: datetime
    names_changed_at: datetime | None
    user: UserRow


@dataclass(frozen=True, slots=True)
class SettingsRow:
    """The user's choices; `audience` None: never chosen."""

    user_id: int
    audience: Audience | None
    read_receipts: bool
    request_policy: RequestPolicy
    pause: PauseRow | None
    filter_words: StoredWords
    filter_entries: StoredEntries


@dataclass(frozen=True, slots=True)
class RestrictionRow:
    """The last restriction, as the standing shows it; None: there is none to show."""

    user_id: int
    last: Restriction | None


@dataclass(frozen=True, slots=True)
class WarnedRow:
    """A moderator's warning."""

    id: int
    reason: ReportReason
    given_at: datetime
    action_id: int | None


@dataclass(frozen=True, slots=True)
class SinceRow:
    """A relation of the viewer to another user, and its time."""

    since: datetime
    user: UserRow
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A message, and the peer of its thread."""

    peer_id: int
    message: MessageRow


@dataclass(frozen=True, slots=True)
class FiledRow:
    """A report of the viewer: its own words, without the outcome; `handled_at` None: it is open."""

    report_id: int
    id: int
    subject_kind: SubjectKind
    subject_id: int
    reason: ReportReason
    note: str
    filed_at: datetime
    handled_at: datetime | None


async def profiles(db: Connection, wanted: Wanted) -> list[ProfileRow]:
    """The viewer's own."""
    return [
        ProfileRow(
            user.birth_date,
            user.region,
            user.phone_verified,
            user.account_created_at,
            user.names_changed_at,
            UserRow.of(user),
        )
        for user in await _own_rows(db, wanted)
    ]


async def settings(db: Connection, wanted: Wanted) -> list[SettingsRow]:
    """Two querysets: most users have no row of filter words."""
    found = []
    for user in await _own_rows(db, wanted):
        filter_words = await FilterWords.get_or_none(user_id=user.id, using_db=db.orm)
        audience = None if user.audience is None else Audience(user.audience)
        words = StoredWords(filter_words.words if filter_words else None)
        entries = StoredEntries(filter_words.entries if filter_words else None)
        policy = RequestPolicy.of(user.request_policy)
        pause = await get_pause(db, user.id)
        found.append(SettingsRow(user.id, audience, user.read_receipts, policy, pause, words, entries))
    return found


async def restrictions(db: Connection, wanted: Wanted) -> list[RestrictionRow]:
    """One row, whether or not there was a restriction."""
    users = await _own_rows(db, wanted)
    return [RestrictionRow(user.id, await RESTRICTION.first(db, user.id)) for user in users]


async def _own_rows(db: Connection, wanted: Wanted) -> list[User]:
    return await User.all(db.orm).filter(id=wanted.viewer_id, id__lt=wanted.order, is_active=True)


async def warnings(db: Connection, wanted: Wanted) -> list[WarnedRow]:
    """All of them, however old."""
    found = AccountWarning.all(db.orm).filter(
        user_id=wanted.viewer_id, user__is_active=True, id__lt=wanted.order
    )
    rows = await found.order_by("-id").limit(wanted.rows)
    return [WarnedRow(row.id, row.reason, row.given_at, row.action_id) for row in rows]


async def follows(db: Connection, wanted: Wanted) -> list[SinceRow]:
    """The users whom the viewer follows."""
    found = Follow.all(db.orm).filter(
        follower_id=wanted.viewer_id, follower__is_active=True, followee_id__lt=wanted.order
    )
    rows = found.order_by("-followee_id").limit(wanted.rows).select_related("followee")
    return [SinceRow(row.created_at, UserRow.of(row.followee)) for row in await rows]


async def followers(db: Connection, wanted: Wanted) -> list[SinceRow]:
    """The users who follow the viewer."""
    found = Follow.all(db.orm).filter(
        followee_id=wanted.viewer_id, followee__is_active=True, follower_id__lt=wanted.order
    )
    rows = found.order_by("-follower_id").limit(wanted.rows).select_related("follower")
    return [SinceRow(row.created_at, UserRow.of(row.follower)) for row in await rows]


async def blocks(db: Connection, wanted: Wanted) -> list[SinceRow]:
    """The users whom the viewer blocks."""
    found = Block.all(db.orm).filter(
        blocker_id=wanted.viewer_id, blocker__is_active=True, blocked_id__lt=wanted.order
    )
    rows = found.order_by("-blocked_id").limit(wanted.rows).select_related("blocked")
    return [SinceRow(row.created_at, UserRow.of(row.blocked), row.until) for row in await rows]


async def filings(db: Connection, wanted: Wanted) -> list[FiledRow]:
    """The viewer's filings, report by report."""
    below = Q(report_id__lt=wanted.order) | Q(report_id=wanted.order, id__lt=wanted.key)
    found = ReportFiling.all(db.orm).filter(
        below, report__reporter_id=wanted.viewer_id, report__reporter__is_active=True
    )
    rows = found.order_by("-report_id", "-id").limit(wanted.rows).select_related("report")
    return [
        FiledRow(
            row.report_id,
            row.id,
            row.report.subject_kind,
            row.report.subject_id,
            row.reason,
            row.note,
            row.filed_at,
            row.report.resolved_at,
        )
        for row in await rows
    ]


async def contact_codes(db: Connection, wanted: Wanted) -> list[ContactCode]:
    """All stored codes. A spent or expired one stays until the viewer makes another."""
    found = ContactCode.all(db.orm).filter(
        user_id=wanted.viewer_id, user__is_active=True, id__lt=wanted.order
    )
    return await found.order_by("-id").limit(wanted.rows)


async def appeals(db: Connection, wanted: Wanted) -> list[Appeal]:
    """All of them; an answered one has its answer."""
    found = Appeal.all(db.orm).filter(
        user_id=wanted.viewer_id, user__is_active=True, action_id__lt=wanted.order
    )
    return await found.order_by("-action_id").limit(wanted.rows)


def _kind(row: type[R], columns: str, tables: str, *place: str) -> Select[R]:
    """Arguments: the fields of Wanted.

    `tables` are joined to the viewer `v`; `place` has two columns, or one that is both.
    """
    first, second = place[0], place[-1]
    return Select(
        row,
        f"""SELECT {columns} FROM users v {tables} {VIEWER}
            AND {first} <= $2 AND ({first}, {second}) < ($2, CAST($3 AS BIGINT))
        ORDER BY {first} DESC, {second} DESC LIMIT $4""",
        Reason.PAGE,
    )


def _threads(*folders: Folder) -> Select[ThreadRow]:
    """Includes threads with users whom the viewer blocks."""
    joined = f"JOIN memberships m ON m.user_id = v.id AND m.folder IN ({numbers(folders)}) {THREAD_JOINS}"
    return _kind(ThreadRow, THREAD, joined, "m.peer_id")


THREADS = _threads(Folder.INBOX)
SENT_REQUESTS = _threads(Folder.SENT)
REQUESTS = _threads(*REQUEST_FOLDERS)

MESSAGES = _kind(
    WrittenRow,
    f"m.peer_id, {MESSAGE}",
    f"""JOIN memberships m ON m.user_id = v.id
    JOIN messages x ON x.thread_id = m.thread_id
        AND (x.sender_id = v.id OR (m.folder <> {Folder.NONE:d} AND {VISIBLE}))""",
    "m.peer_id",
    "x.seq",
)
"""All messages of the viewer, and the peers' that it can see.

A page reads the threads that it shows whole.
"""
