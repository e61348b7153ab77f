"""Which requests a bulk mutation takes: by ids or by a filter, as of a cursor."""

from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from typing import Self

import strawberry

from models.answering import AnswerRow
from models.connection import Connection
from models.membership import Folder
from models.waiting import MOST, WAITING, WAITING_AMONG, WaitingRow, Wanted
from resolvers.mutation import Step
from rules.hiding import NONE
from rules.refusals import InvalidInput
from schema.types.bulk import AcceptRequestsInput, DeleteRequestsInput, RequestFilter
from schema.types.context import Context
from schema.types.enums import RequestFolder
from schema.types.ids import Kind, StreamPosition
from schema.types.request import archived_before

_EVER = datetime.min.replace(tzinfo=UTC)
_STORED = {
    RequestFolder.REQUESTS: Folder.REQUESTS,
    RequestFolder.HIDDEN: Folder.HIDDEN,
    RequestFolder.ARCHIVED: Folder.NONE,
    None: Folder.NONE,
}


@dataclass(frozen=True, slots=True)
class Taken:
    """What one call acts on, and how many more there are."""

    rows: list[AnswerRow]
    remaining: int


@dataclass(frozen=True, slots=True)
class Pick:
    """What was asked for; `keys` None: by the filter alone."""

    as_of: StreamPosition
    keys: list[int] | None
    wanted: Wanted

    @classmethod
    def of(cls, context: Context, input: AcceptRequestsInput | DeleteRequestsInput) -> Self | InvalidInput:
        """Exactly one of ids and filter is given."""
        as_of = context.services.sealer.open_position(context.require_viewer(), input.as_of)
        if as_of is None:
            return InvalidInput("asOf")
        if (input.ids is None) == (input.filter is None):
            return InvalidInput("filter")
        keys = None if input.ids is None else _keys(context, input.ids)
        filter = input.filter or RequestFilter(all=True)
        if isinstance(keys, InvalidInput):
            return keys
        if not _asks(filter):
            return InvalidInput("filter")
        return cls(as_of, keys, _wanted(context, as_of, filter))

    async def find(self, db: Connection) -> list[WaitingRow]:
        """The newest first."""
        if self.keys is None:
            return await WAITING.all(db, *astuple(self.wanted))
        return await WAITING_AMONG.all(db, self.keys, *astuple(self.wanted))

    async def take(self, step: Step) -> Taken | InvalidInput:
        """Those whose senders' streams the step holds."""
        stands = step.position
        if self.as_of.epoch != stands.epoch or self.as_of.seq > stands.seq:
            return InvalidInput("asOf")
        found = await self.find(step.tx)
        rows = [row.answer for row in found if row.answer.peer_id in step.held]
        return Taken(rows, found[0].total - len(rows) if found else 0)


def _keys(context: Context, ids: list[strawberry.ID]) -> list[int] | InvalidInput:
    found = [context.key_of(Kind.REQUEST, id) for id in ids]
    keys = [key for key in found if key is not None]
    return InvalidInput("ids") if len(keys) < len(ids) or len(ids) > MOST else keys


def _asks(filter: RequestFilter) -> bool:
    return any(
        (filter.folder, filter.older_than, filter.not_followed_by_me, filter.hidden_reason, filter.all)
    )


def _wanted(context: Context, as_of: StreamPosition, filter: RequestFilter) -> Wanted:
    """The archive is a matter of the clock, not a stored folder."""
    archived, folder = archived_before(context), _STORED[filter.folder]
    before = filter.older_than or datetime.max.replace(tzinfo=UTC)
    return Wanted(
        viewer_id=as_of.user_id,
        as_of=as_of.seq,
        folder=folder,
        since=_EVER if folder == Folder.NONE else archived,
        before=min(before, archived) if filter.folder == RequestFolder.ARCHIVED else before,
        hidden_reason=filter.hidden_reason or NONE,
        not_followed=filter.not_followed_by_me,
    )
