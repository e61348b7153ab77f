"""The reads of the export: all that a user provided or can see, kind by kind."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from tortoise.models import Model

from models.appeals import RESTRICTION, Appeal, RestrictionRow
from models.contact_codes import ContactCode
from models.db.connection import Connection
from models.db.statements import Page, Select, numbers
from models.messages import MESSAGE, VISIBLE, MessageRow
from models.moderation import AccountWarning
from models.relations import Block, Follow
from models.reports import OF_REPORTED_MESSAGE, SubjectKind
from models.scope import VIEWER
from models.threads import THREAD, THREAD_JOINS, ThreadRow
from models.users import User
from models.viewer import VIEWER_ROW, ViewerRow
from rules.problems import ReportReason
from rules.requests import REQUEST_FOLDERS, Folder

M = TypeVar("M", bound=Model)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many rows of one kind, from the highest place down; `order` and `key` are the last place that was read."""

    viewer_id: int
    order: int
    key: int
    rows: int


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A message, and the peer of its thread."""

    peer_id: int
    message: MessageRow


async def profiles(db: Connection, asked: Stretch) -> list[User]:
    """The viewer's own."""
    return await User.all(db.orm).filter(id=asked.viewer_id, id__lt=asked.order, is_active=True)


async def settings(db: Connection, asked: Stretch) -> list[ViewerRow]:
    """The viewer's own."""
    found = await VIEWER_ROW.all(db, asked.viewer_id)
    return [row for row in found if row.user.id < asked.order]


async def restrictions(db: Connection, asked: Stretch) -> list[tuple[int, RestrictionRow | None]]:
    """The viewer's key and last restriction, as the standing shows it: one row, whether or not there was one."""
    users = await profiles(db, asked)
    return [(user.id, await RESTRICTION.first(db, user.id)) for user in users]


def _of_user(
    model: type[M], owner: str, key: str, *related: str
) -> Callable[[Connection, Stretch], Awaitable[list[M]]]:
    """The rows whose `owner` is the viewer, in the order of `key`, with the rows that are `related`."""

    async def read(db: Connection, asked: Stretch) -> list[M]:
        own = {f"{owner}_id": asked.viewer_id, f"{owner}__is_active": True, f"{key}__lt": asked.order}
        found = model.all(db.orm).filter(**own).order_by(f"-{key}").limit(asked.rows)
        return await found.select_related(*related)

    return read


warnings = _of_user(AccountWarning, "user", "id")
follows = _of_user(Follow, "follower", "followee_id", "followee")
followers = _of_user(Follow, "followee", "follower_id", "follower")
blocks = _of_user(Block, "blocker", "blocked_id", "blocked")
contact_codes = _of_user(ContactCode, "user", "id")
"""All stored codes. A spent or expired one stays until the viewer makes another."""
appeals = _of_user(Appeal, "user", "action_id")


def _kind(row: type[R], columns: str, tables: str, *place: str) -> Select[R]:
    """Arguments: the fields of Stretch.

    `tables` are joined to the viewer `v`; `place` has two columns, or one that is both.
    """
    first, second = place[0], place[-1]
    return Page(
        row,
        f"""SELECT {columns} FROM users v {tables} {VIEWER}
            AND {first} <= $2 AND ({first}, {second}) < ($2, CAST($3 AS BIGINT))
        ORDER BY {first} DESC, {second} DESC LIMIT $4""",
    )


def _threads(*folders: Folder) -> Select[ThreadRow]:
    """Includes threads with users whom the viewer blocks."""
    joined = f"JOIN memberships m ON m.user_id = v.id AND m.folder IN ({numbers(folders)}) {THREAD_JOINS}"
    return _kind(ThreadRow, THREAD, joined, "m.peer_id")


THREADS = _threads(Folder.INBOX)
SENT_REQUESTS = _threads(Folder.SENT)
REQUESTS = _threads(*REQUEST_FOLDERS)


@dataclass(frozen=True, slots=True)
class FiledRow:
    """A filing of the viewer, with the profile and the message that its report shows; no username: nothing was seen."""

    report_id: int
    id: int
    subject_kind: SubjectKind
    subject_id: int
    reason: ReportReason
    note: str
    filed_at: datetime
    resolved_at: datetime | None
    username: str | None
    display_name: str | None
    avatar_url: str | None
    text: str | None


FILINGS = _kind(
    FiledRow,
    """f.report_id, f.id, r.subject_kind, r.subject_id, f.reason, f.note, f.filed_at, r.resolved_at,
    r.username, r.display_name, r.avatar_url, e.text""",
    f"""JOIN reports r ON r.reporter_id = v.id JOIN report_filings f ON f.report_id = r.id
    LEFT JOIN report_evidence e ON {OF_REPORTED_MESSAGE}""",
    "r.id",
    "f.id",
)
"""Report by report."""

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
