"""The statements of the export: all that a user provided or can see, kind by kind."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from models.db.statements import Select, numbers
from models.filtering import StoredWords
from models.messages import MESSAGE, VISIBLE, MessageRow
from models.reports import SubjectKind
from models.scope import VIEWER
from models.threads import THREAD, THREAD_JOINS, ThreadRow
from models.users import USER, UserRow
from rules.policy import Audience
from rules.problems import ReportReason
from rules.requests import REQUEST_FOLDERS, Folder

R = TypeVar("R")


def _kind(row: type[R], columns: str, tables: str, *place: str) -> Select[R]:
    """Arguments: viewer, the last place's two numbers, rows. In descending order of place.

    `tables` are joined to the viewer `v`; `place` has two columns, or one that is both.
    """
    first, second = place[0], place[-1]
    return Select(
        row,
        f"""SELECT {columns} FROM users v {tables} {VIEWER}
            AND {first} <= $2 AND ({first}, {second}) < ($2, CAST($3 AS BIGINT))
        ORDER BY {first} DESC, {second} DESC LIMIT $4""",
    )


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """The host app's facts about the user."""

    birth_date: date | None
    region: str | None
    phone_verified: bool
    created_at: datetime
    user: UserRow


@dataclass(frozen=True, slots=True)
class SettingsRow:
    """The user's choices; `audience` None: never chosen."""

    user_id: int
    audience: Audience | None
    read_receipts: bool
    filter_words: StoredWords


@dataclass(frozen=True, slots=True)
class RestrictionRow:
    """The last restriction; `reason` None: there was none."""

    user_id: int
    reason: ReportReason | None
    until: datetime | None


@dataclass(frozen=True, slots=True)
class WarnedRow:
    """A moderator's warning."""

    id: int
    reason: ReportReason
    given_at: datetime


@dataclass(frozen=True, slots=True)
class SinceRow:
    """A relation of the viewer to another user, and its time."""

    since: datetime
    user: UserRow


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A message, and the peer of its thread."""

    peer_id: int
    message: MessageRow


@dataclass(frozen=True, slots=True)
class FiledRow:
    """A report of the viewer: its own words, without the outcome."""

    report_id: int
    id: int
    subject_kind: SubjectKind
    subject_id: int
    reason: ReportReason
    note: str
    filed_at: datetime


PROFILE = _kind(
    ProfileRow,
    f"v.birth_date, v.region, v.phone_verified, v.account_created_at, {USER}",
    "JOIN users p ON p.id = v.id",
    "v.id",
)

SETTINGS = _kind(
    SettingsRow,
    "v.id, v.audience, v.read_receipts, fw.words",
    "LEFT JOIN filter_words fw ON fw.user_id = v.id",
    "v.id",
)

STANDING = _kind(RestrictionRow, "v.id, v.restriction_reason, v.restricted_until", "", "v.id")

WARNED = _kind(WarnedRow, "w.id, w.reason, w.given_at", "JOIN warnings w ON w.user_id = v.id", "w.id")


def _others(table: str, own: str, other: str) -> Select[SinceRow]:
    joined = f"JOIN {table} o ON o.{own} = v.id JOIN users p ON p.id = o.{other}"
    return _kind(SinceRow, f"o.created_at, {USER}", joined, f"o.{other}")


FOLLOWED = _others("follows", "follower_id", "followee_id")
FOLLOWERS = _others("follows", "followee_id", "follower_id")
BLOCKED = _others("blocks", "blocker_id", "blocked_id")


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

FILED = _kind(
    FiledRow,
    "r.id, f.id, r.subject_kind, r.subject_id, f.reason, f.note, f.filed_at",
    "JOIN reports r ON r.reporter_id = v.id JOIN report_filings f ON f.report_id = r.id",
    "r.id",
    "f.id",
)
