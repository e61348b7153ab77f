"""Reports: evidence first, and the same answer whatever was named."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from models.filing import FILE, LATEST_EVIDENCE, MESSAGE_EVIDENCE, OPEN_REPORTS
from models.log import NOBODY
from models.lookup import MESSAGE_BY_KEY, THREAD_BY_KEY, THREAD_BY_MEMBERSHIP, USER_BY_KEY
from models.report import SubjectKind
from models.rows import Beside, Key, ThreadRow
from models.sql import Select
from resolvers.answering import delete_thread
from resolvers.mutation import Concerned, Step, mutate
from resolvers.reading import read_one
from resolvers.safety import block_peer
from rules.refusals import InvalidInput, Refusal, ReportReason
from rules.text import is_storable
from schema.types.context import Context, Given, Info
from schema.types.ids import Kind, StreamPosition
from schema.types.problems import problem_of
from schema.types.safety import ReportInput, ReportResult, ReportSuccess

NOTE_LENGTH = 2_000


@dataclass(frozen=True, slots=True)
class _Subject:
    """What is reported, as far as the viewer can see it; `user_id` NOBODY: nothing. `seq` is a message's."""

    kind: SubjectKind
    key: int
    user_id: int
    seq: int = 0


_NOTHING = _Subject(SubjectKind.USER, 0, NOBODY)


async def report(info: Info, input: Given[ReportInput]) -> ReportResult | None:
    """Stores nothing for what does not exist or cannot be seen, and says so to nobody (behaviour 8)."""
    info.context.require_viewer()
    note = input.note or ""
    if len(note) > NOTE_LENGTH or not is_storable(note):
        return problem_of(InvalidInput("note"))
    subject = await _find(info.context, input.subject_id)

    async def succeed(_: bool, position: StreamPosition) -> ReportSuccess:
        return ReportSuccess(position=position)

    step = partial(_report, subject=subject, input=input)
    return await mutate(info.context, Concerned(subject.user_id), step, succeed)


async def _report(step: Step, subject: _Subject, input: ReportInput) -> bool | Refusal:
    who, named = subject.user_id, (subject.kind, subject.key)
    opened = await OPEN_REPORTS.all(step.tx, [who], step.viewer_id, *named, step.now)
    if not opened:
        return True
    await _file(step, opened, input.reason, input.note or "")
    if subject.kind == SubjectKind.MESSAGE:
        for evidence in MESSAGE_EVIDENCE:
            await evidence.run(step.tx, opened[0].id, step.viewer_id, who, subject.seq)
    else:
        await LATEST_EVIDENCE.all(step.tx, [opened[0].id])
    if input.also_delete:
        await delete_thread(step, never=False)
    if input.also_block:
        await block_peer(step)
    return True


async def report_all(step: Step, users: Sequence[int], reason: ReportReason) -> None:
    """Each with what was last said, in a report of its own."""
    opened = await OPEN_REPORTS.all(step.tx, users, step.viewer_id, SubjectKind.USER, None, step.now)
    await _file(step, opened, reason, "")
    await LATEST_EVIDENCE.all(step.tx, [report.id for report in opened])


async def _file(step: Step, opened: Sequence[Key], reason: ReportReason, note: str) -> None:
    await FILE.all(step.tx, [report.id for report in opened], reason, note, step.now)


async def _find(context: Context, id: str) -> _Subject:
    match context.open(id):
        case (Kind.USER, key):
            user = await read_one(context, USER_BY_KEY, key)
            return _Subject(SubjectKind.USER, key, user.id) if user and key != context.viewer_id else _NOTHING
        case (Kind.THREAD, key):
            return await _thread(context, THREAD_BY_KEY, key)
        case (Kind.REQUEST | Kind.SENT_REQUEST, key):
            return await _thread(context, THREAD_BY_MEMBERSHIP, key)
        case (Kind.MESSAGE, key):
            message = await read_one(context, MESSAGE_BY_KEY, key)
            if message and message.sender_id != context.viewer_id:
                return _Subject(SubjectKind.MESSAGE, key, message.sender_id, message.seq)
    return _NOTHING


async def _thread(context: Context, statement: Select[Beside[ThreadRow]], key: int) -> _Subject:
    thread = await read_one(context, statement, key)
    return _Subject(SubjectKind.THREAD, thread.id, thread.peer.id) if thread else _NOTHING
