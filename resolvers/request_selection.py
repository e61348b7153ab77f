"""The bulk mutations on requests: the steps of the single mutations, each statement for all requests."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Annotated, Any, Self

import strawberry
from strawberry.utils.str_converters import to_camel_case

from models.db.connection import Connection
from models.event_log import NOBODY, EventCursor
from models.request_selection import COUNT, MOST, WAITING, WAITING_AMONG, SelectedRow, Wanted
from models.threads import AnswerRow
from models.users import names_erased
from resolvers.mutation import Concerned, Fields, Step, concerning, mutate, own_cursor
from resolvers.pagination import folded
from resolvers.relations import block_all
from resolvers.reports import report_all
from resolvers.requests import accept_all, refuse_viewer
from resolvers.threads import delete_all
from rules.eligibility import NEVER
from rules.filtering.reasons import NONE
from rules.problems import Flaw, InvalidInput, InvalidInputReason, Refusal
from rules.requests import Act, Folder
from rules.search import LAST_CHARACTER, LONGEST_SEARCH, fold_name
from rules.text import flaw_of_kept, fold_text
from schema.types import request_selection as types
from schema.types.context import Context, Given, Info
from schema.types.errors import BadUserInput, Unauthenticated
from schema.types.ids import Kind
from schema.types.problems import problem_of
from schema.types.requests import RequestFolder, archived_before
from schema.types.scalars import SealedEventCursor

_EVER = datetime.min.replace(tzinfo=UTC)
FOLDERS = {
    RequestFolder.REQUESTS: Folder.REQUESTS,
    RequestFolder.HIDDEN: Folder.HIDDEN,
    RequestFolder.ARCHIVED: Folder.NONE,
    None: Folder.NONE,
}
"""The stored folders; NONE: either of them."""


@dataclass(frozen=True, slots=True)
class Pick:
    """The requests that a call selects; `keys` is None for a call with a filter."""

    as_of: EventCursor
    keys: list[int] | None
    wanted: Wanted

    @classmethod
    def of(
        cls, context: Context, input: types.AcceptRequestsInput | types.DeleteRequestsInput
    ) -> Self | InvalidInput:
        """InvalidInput for a cursor or ids that are not the viewer's, and for a filter without a condition."""
        as_of = own_cursor(context, input.as_of)
        if as_of is None:
            return InvalidInput("asOf", InvalidInputReason.UNKNOWN)
        ids, filter = input.requests.ids, input.requests.filter
        keys = _keys(context, ids.value) if ids else None
        if isinstance(keys, InvalidInput):
            return keys
        asked = filter.value if filter else types.RequestFilter(all=True)
        if flaw := flaw_of_filter(asked):
            return InvalidInput("requests.filter", flaw.reason, flaw.bound)
        if not _asks(asked):
            return InvalidInput("requests.filter", InvalidInputReason.EMPTY)
        return cls(as_of, keys, wanted(context, as_of.seq, asked))

    async def find(self, db: Connection) -> list[SelectedRow]:
        """The newest requests first."""
        if self.keys is None:
            return await WAITING.of(db, self.wanted)
        return await WAITING_AMONG.of(db, self.wanted, keys=self.keys)

    async def take(self, step: Step) -> list[SelectedRow] | InvalidInput:
        """InvalidInput if `as_of` is of another epoch or ahead of the log."""
        is_reached = step.has_reached(self.as_of)
        return await self.find(step.tx) if is_reached else InvalidInput("asOf", InvalidInputReason.UNKNOWN)


def _taken(found: Sequence[SelectedRow], rows: Sequence[AnswerRow]) -> Fields:
    """The fields of both bulk successes: `rows` of the requests that were found are taken."""
    return {
        "count": len(rows),
        "remaining": found[0].total - len(rows) if found else 0,
        "membership_keys": [row.membership_id for row in rows],
        "thread_keys": [row.thread_id for row in rows],
    }


def _keys(context: Context, ids: list[strawberry.ID]) -> list[int] | InvalidInput:
    if len(ids) > MOST:
        return InvalidInput("requests.ids", InvalidInputReason.TOO_MANY, MOST)
    keys = [context.key_of(Kind.REQUEST, id) for id in ids]
    return keys if all(keys) else InvalidInput("requests.ids", InvalidInputReason.UNKNOWN)


def _asks(filter: types.RequestFilter) -> bool:
    """Whether it has a condition."""
    return bool(types.conditions_of(_given(filter)))


def _given(filter: types.RequestFilter) -> dict[str, Any]:
    return {to_camel_case(name): value for name, value in vars(filter).items()}


def flaw_of_filter(filter: types.RequestFilter) -> Flaw | None:
    """The reason why its texts cannot be searched for."""
    for text in (filter.search, filter.text):
        if text is not None and (flaw := flaw_of_kept(text, LONGEST_SEARCH)):
            return flaw
    return Flaw(InvalidInputReason.UNMATCHABLE) if filter.search and not fold_name(filter.search) else None


def wanted(context: Context, as_of: int, filter: types.RequestFilter) -> Wanted:
    """The archive is decided by the clock; it is not a stored folder."""
    archived, folder = archived_before(context), FOLDERS[filter.folder]
    before, name = filter.older_than or NEVER, fold_name(filter.search or "")
    return Wanted(
        viewer_id=context.require_viewer(),
        as_of=as_of,
        folder=folder,
        since=_EVER if folder == Folder.NONE else archived,
        before=min(before, archived) if filter.folder == RequestFolder.ARCHIVED else before,
        hidden_reason=filter.hidden_reason or NONE,
        followed_by_me=False if filter.not_followed_by_me else None,
        follows_me=filter.follows_me,
        mutual=filter.mutual_follows,
        verified=filter.verified,
        has_link=filter.has_link,
        text=fold_text(filter.text or ""),
        name=name,
        name_end=name + LAST_CHARACTER,
        finds_erased=names_erased(name),
    )


def asked_filter(
    folder: RequestFolder, search: str | None, filter: types.RequestFilter | None
) -> types.RequestFilter | None:
    """The filter of a list, with its folder; None if it leaves none out. BadUserInput for one that cannot be."""
    # People type blanks before a name: in a list they search for nothing, as in `inbox`. In a filter, which a bulk
    # mutation takes too, they are refused.
    search = search if folded(search) else None
    if search is None and filter is None:
        return None
    filter = filter or types.RequestFilter()
    if filter.folder not in (None, folder) or (search and filter.search):
        raise BadUserInput("A list has one folder and one search.")
    asked = replace(filter, folder=folder, search=search or filter.search)
    if flaw := flaw_of_filter(asked):
        raise BadUserInput(f"The filter cannot be met: {flaw.reason.name}.")
    return asked if types.selects(_given(asked)) else None


_NOT_OWN = "This cursor is not of this viewer's log."


async def request_count(
    info: Info,
    filter: Annotated[types.RequestFilter, strawberry.argument(description="The conditions; one at least.")],
    as_of: Annotated[
        SealedEventCursor,
        strawberry.argument(
            description="An `eventCursor` of the viewer, as of the page on the screen. A cursor of another user or "
            "epoch, or ahead of the log, is BAD_USER_INPUT."
        ),
    ],
) -> int | None:
    """How many requests `acceptRequests` and `deleteRequests` would take, over all calls, with this filter as of this
    cursor."""
    cursor = own_cursor(info.context, as_of)
    if flaw_of_filter(filter) or not _asks(filter):
        raise BadUserInput("This filter has no condition, or one that nothing can meet.")
    if cursor is None:
        raise BadUserInput(_NOT_OWN)
    found = await COUNT.of(info.context.services.database, wanted(info.context, cursor.seq, filter))
    if not found:
        raise Unauthenticated
    if cursor.epoch != found[0].epoch or cursor.seq > found[0].last_seq:
        raise BadUserInput(_NOT_OWN)
    return found[0].row


async def accept_requests(
    info: Info, input: Given[types.AcceptRequestsInput]
) -> types.AcceptRequestsResult | None:
    """Accept up to 500 requests at once, by ids or by a filter."""
    pick = Pick.of(info.context, input)
    if isinstance(pick, InvalidInput):
        return problem_of(pick)

    concerned = await _senders(info.context, pick)
    return await mutate(info.context, concerned, partial(_accept, pick=pick), types.AcceptRequestsSuccess)


async def _accept(step: Step, pick: Pick) -> Fields | Refusal:
    refusal, found = await refuse_viewer(step), await pick.take(step)
    if refusal:
        return refusal
    if isinstance(found, InvalidInput):
        return found
    # The step does not hold the stream of a sender who came after the senders were read.
    rows = [one.answer for one in found if one.answer.peer_id in step.held]
    if rows:
        await accept_all(step, rows)
    return _taken(found, rows)


async def delete_requests(
    info: Info, input: Given[types.DeleteRequestsInput]
) -> types.DeleteRequestsResult | None:
    """Remove up to 500 requests at once for the viewer only, by ids or by a filter; no one is told."""
    # Changes the viewer's side only (behaviour 5.29 to 5.35).
    context = info.context
    pick = Pick.of(context, input)
    if isinstance(pick, InvalidInput):
        return problem_of(pick)

    step = partial(_delete, pick=pick, input=input, seal=context.services.sealer.seal_undo)
    return await mutate(context, Concerned.by(Act.DELETE, NOBODY), step, types.DeleteRequestsSuccess)


async def _delete(
    step: Step, pick: Pick, input: types.DeleteRequestsInput, seal: Callable[[EventCursor], str]
) -> Fields | Refusal:
    """The end of the log before the delete is the delete's id."""
    found = await pick.take(step)
    if isinstance(found, InvalidInput):
        return found
    rows = [one.answer for one in found]
    if not rows:
        return _taken(found, rows) | {"undo_id": None, "undo_until": None, "blocked_keys": []}
    senders = [row.peer_id for row in rows]
    if input.also_report is not None:
        await report_all(step, senders, input.also_report)
    undo_until = await delete_all(step, rows, input.never, input.also_block)
    if input.also_block:
        await block_all(step, senders)
    undo_id = strawberry.ID(seal(step.event_cursor))
    blocked = senders if input.also_block else []
    return _taken(found, rows) | {"undo_id": undo_id, "undo_until": undo_until, "blocked_keys": blocked}


async def _senders(context: Context, pick: Pick) -> Concerned:
    return concerning([row.answer.peer_id for row in await pick.find(context.services.database)])
