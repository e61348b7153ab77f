"""The mutation `report`, which gives the same answer for every subject, and pages of notes and evidence."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from random import random
from typing import TypeVar

from models import reports as tables
from models.db.statements import Select
from models.event_log import NOBODY
from models.messages import MESSAGE_NODES
from models.moderation import EvidenceRow, NoteRow
from models.reports import SubjectKind
from models.scope import rows_of
from models.threads import CONVERSATIONS, REQUEST_NODES, ThreadRow
from models.users import USER_NODES
from resolvers.mutation import Concerned, Fields, Step, commit, concerning, mutate
from resolvers.pagination import event_cursor_of, read, read_one
from resolvers.relations import block_peer
from resolvers.threads import delete_thread
from rules.events import EventKind
from rules.moderation import NOTE_LENGTH, closing_time
from rules.problems import InvalidInput, Refusal, ReportReason
from rules.text import flaw_of_kept
from schema.types import reports as types
from schema.types.context import Context, Given, Info, Services
from schema.types.ids import Kind, ListCursor, Places
from schema.types.pagination import Page, Slice
from schema.types.problems import problem_of


@dataclass(frozen=True, slots=True)
class _Subject:
    """The reported thing, as far as the viewer can see it. `user_id` NOBODY: nothing. `seq` is a message's."""

    kind: SubjectKind
    key: int
    user_id: int
    seq: int = 0


_NOTHING = _Subject(SubjectKind.USER, 0, NOBODY)


async def report(info: Info, input: Given[types.ReportInput]) -> types.ReportResult | None:
    """Report a user, thread or message to the moderators."""
    # If the subject does not exist or cannot be seen, only the viewer's act is stored (behaviour 8.15, 8.16).
    info.context.require_viewer()
    note = input.note or ""
    if note and (flaw := flaw_of_kept(note, NOTE_LENGTH)):
        return problem_of(InvalidInput("note", flaw.reason, flaw.bound))
    subject = await _find(info.context, input.subject_id)

    step = partial(_report, subject=subject, input=input)
    return await mutate(info.context, Concerned(subject.user_id), step, types.ReportSuccess)


async def _report(step: Step, subject: _Subject, input: types.ReportInput) -> Fields | Refusal:
    who, named = subject.user_id, (subject.kind, subject.key)
    if who == NOBODY:
        await _report_unseen(step, input)
        return {"removed": [], "blocked_key": None}
    opened = await tables.OPEN_REPORTS.all(step.tx, step.viewer_id, *named, step.now, [who])
    await tables.FILE.run(step.tx, input.reason, input.note or "", step.now, opened)
    if subject.kind == SubjectKind.MESSAGE:
        for evidence in tables.MESSAGE_EVIDENCE:
            await evidence.run(step.tx, opened[0], step.viewer_id, who, subject.seq)
    else:
        await tables.LATEST_EVIDENCE.run(step.tx, opened[:1])
    return await _also(step, input)


async def _also(step: Step, input: types.ReportInput) -> Fields:
    """A thread that cannot be deleted is left as it is."""
    removed = []
    if input.also_delete and not isinstance(deleted := await delete_thread(step, never=False), Refusal):
        removed += deleted["removed"]
    if input.also_block and not isinstance(blocked := await block_peer(step), Refusal):
        return {"removed": removed + blocked["removed"], "blocked_key": step.peer_id}
    return {"removed": removed, "blocked_key": None}


async def _report_unseen(step: Step, input: types.ReportInput) -> None:
    """No moderator sees it; its reporter sees it like any other. Only a hash of the id is stored."""
    named = -int.from_bytes(blake2b(input.subject_id.encode(errors="replace"), digest_size=7).digest()) - 1
    closes_at = closing_time(step.now, random())
    opened = await tables.OPEN_UNSEEN.all(step.tx, step.viewer_id, named, step.now, closes_at)
    await tables.FILE.run(step.tx, input.reason, input.note or "", step.now, opened)


async def close_unseen(services: Services) -> None:
    """Closes reports about nothing whose time has come, with the same event as any other report (behaviour 8.36)."""
    while reporters := await tables.CLOSING.all(services.database, services.clock()):

        async def step(step: Step, reporters: Sequence[int] = reporters) -> None:
            for reporter_id in await tables.CLOSE_UNSEEN.all(step.tx, step.now, reporters):
                step.tell(reporter_id, EventKind.REPORT_CLOSED)

        await commit(services, NOBODY, concerning(reporters), step)


async def read_own_reports(context: Context, keys: Sequence[Slice]) -> list[types.OwnReportConnection]:
    """Pages of the viewer's own reports; the reasons of each page are one statement."""
    return [await _own_page(context, key) for key in keys]


async def _own_page(context: Context, asked: Slice) -> types.OwnReportConnection:
    page = Page.of(context, "viewer.reports", asked)
    found = await read(context, tables.OWN_REPORTS, page.start.key, page.size + 1)
    rows, has_more = page.cut(rows_of(found))
    given = defaultdict[int, list[ReportReason]](list)
    keys = [row.id for row in rows]
    for one in await tables.OWN_REASONS.all(context.services.database, context.require_viewer(), keys):
        given[one.report_id].append(one.reason)
    nodes = [types.OwnReport(row=row, given=given[row.id]) for row in rows]
    places = Places(keys, keys)
    return page.connect(types.OwnReportConnection, event_cursor_of(context, found), nodes, places, has_more)


async def report_all(step: Step, users: Sequence[int], reason: ReportReason) -> None:
    """A report for each user, with the latest messages as evidence."""
    opened = await tables.OPEN_REPORTS.all(step.tx, step.viewer_id, SubjectKind.USER, None, step.now, users)
    await tables.FILE.run(step.tx, reason, "", step.now, opened)
    await tables.LATEST_EVIDENCE.run(step.tx, opened)


async def _find(context: Context, id: str) -> _Subject:
    match context.open(id):
        case (Kind.USER, key):
            user = await read_one(context, USER_NODES, [key])
            return _Subject(SubjectKind.USER, key, user.id) if user and key != context.viewer_id else _NOTHING
        case (Kind.THREAD, key):
            found = await read_one(context, CONVERSATIONS, [key])
            return _thread(found.thread if found else None)
        case (Kind.REQUEST | Kind.SENT_REQUEST, key):
            request = await read_one(context, REQUEST_NODES, [key])
            return _thread(request)
        case (Kind.MESSAGE, key):
            message = await read_one(context, MESSAGE_NODES, [key])
            if message and message.sender_id != context.viewer_id:
                return _Subject(SubjectKind.MESSAGE, key, message.sender_id, message.seq)
    return _NOTHING


def _thread(thread: ThreadRow | None) -> _Subject:
    return _Subject(SubjectKind.THREAD, thread.id, thread.peer.id) if thread else _NOTHING


K = TypeVar("K", NoteRow, EvidenceRow)


async def read_rows(
    statement: Select[K], context: Context, keys: Sequence[tuple[int, ListCursor, int]]
) -> list[list[K]]:
    """By report, place and size of its page. Equal first pages are one statement.

    A cursor belongs to one report, so each later page is a statement.
    """
    alike: dict[tuple[ListCursor, int], list[int]] = defaultdict(list)
    for report_id, start, size in keys:
        alike[start, size].append(report_id)
    found: dict[tuple[int, ListCursor, int], list[K]] = defaultdict(list)
    for (start, size), reports in alike.items():
        given = context.require_viewer(), -start.key, size + 1, reports
        for row in await statement.all(context.services.database, *given):
            found[row.report_id, start, size].append(row)
    return [found[key] for key in keys]
