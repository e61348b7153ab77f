"""Appeals, as the user and as moderators see them."""

from datetime import datetime
from typing import Annotated, cast

import strawberry

from models.appeals import AppealRow, RestrictionRow, WarningRow
from rules.moderation import APPEAL_LENGTH
from rules.moderation import AppealState as AppealState
from schema.types.context import Info
from schema.types.directives import TEXT, Constraint, cost
from schema.types.ids import Kind
from schema.types.moderation import ModerationAction
from schema.types.node import FromRow, Queued, from_row
from schema.types.pagination import Connection
from schema.types.problems import (
    DailyLimitReached,
    InvalidInput,
    NotAllowed,
    NotFound,
    OfViewer,
    ReportReason,
    Success,
    result_of,
)
from schema.types.scalars import described
from schema.types.users import User, read_user

_BOUNDS = Constraint(min_length=1, max_length=APPEAL_LENGTH)
described(
    AppealState,
    "The state of an appeal.",
    OPEN="It waits for a moderator.",
    UPHELD="The decision stays.",
    REVERSED="The decision was wrong: a restriction that it made has ended.",
)


@strawberry.type
class _Words(FromRow[AppealRow]):
    """The fields of an appeal that its user and the moderators both read."""

    text: str = from_row("Why the decision is wrong, in the user's words.", metadata=cost(TEXT))
    appealed_at: datetime = from_row("When the user appealed, UTC. The moderators' queue is in this order.")
    state: AppealState = from_row("Whether the appeal is answered, and how.")
    answer: str | None = from_row(
        "The moderators' answer, for the user to read; null while the appeal is open.", metadata=cost(TEXT)
    )
    answered_at: datetime | None = from_row("When it was answered, UTC; null while the appeal is open.")


def _decision_id(info: Info, action_id: int) -> strawberry.ID:
    return strawberry.ID(info.context.services.sealer.seal(Kind.MODERATION_ACTION, action_id))


@strawberry.type
class OwnAppeal(_Words):
    """The viewer's own appeal of a decision, and its outcome."""

    @strawberry.field
    def decision_id(self, info: Info) -> strawberry.ID:
        """Names the decision that was appealed."""
        return _decision_id(info, self.row.id)


@strawberry.type(name="Warning", description="A moderator warned the viewer.")
class AccountWarning(FromRow[WarningRow]):
    """Shows neither what was reported nor the reporter (behaviour 8.32)."""

    reason: ReportReason = from_row("The reason of the report that led to the warning.")
    at: datetime = from_row("When the warning was given, UTC.", name="given_at")

    @strawberry.field
    def decision_id(self, info: Info) -> strawberry.ID | None:
        """Names the decision, for `appealRestriction`; null for one that cannot be appealed."""
        key = self.row.action_id
        return None if key is None else _decision_id(info, key)

    appeal: OwnAppeal | None = from_row("The viewer's appeal of it; null if there is none.", of=OwnAppeal)


@strawberry.type
class Restriction(FromRow[RestrictionRow]):
    """A moderator's restriction of the viewer, in force or over. A lifted one is not shown."""

    reason: ReportReason = from_row("The reason of the report that led to the restriction.")
    at: datetime = from_row("When it was decided, UTC.")
    until: datetime | None = from_row("When it ends, UTC; null if it has no end.")

    @strawberry.field
    def decision_id(self, info: Info) -> strawberry.ID:
        """Names the decision, for `appealRestriction`."""
        return _decision_id(info, self.row.action_id)

    appeal: OwnAppeal | None = from_row("The viewer's appeal of it; null if there is none.", of=OwnAppeal)


@strawberry.type
class Appeal(Queued, _Words):
    """A user's appeal of a decision, for moderators."""

    @strawberry.field
    async def user(self, info: Info) -> User:
        """The user who appeals."""
        return User.of(await info.context.loaders.users.load(self.row.user_id))

    @strawberry.field
    async def decision(self, info: Info) -> ModerationAction | None:
        """The decision, as the audit log has it; its id is the `decisionId` of `resolveAppeal`."""
        node = await info.context.loaders.nodes.load((Kind.MODERATION_ACTION, self.row.id))
        return cast("ModerationAction | None", node)

    @strawberry.field
    async def answered_by(self, info: Info) -> User | None:
        """The moderator who answered; null while the appeal is open."""
        return await read_user(info, self.row.answered_by)


@strawberry.type
class AppealConnection(Connection[Appeal]):
    """Appeals, the longest waiting first."""


@strawberry.input
class AppealRestrictionInput:
    """Appeal a decision of moderators, once."""

    text: str = strawberry.field(
        description="Why the decision is wrong: 1 to 2,000 code points after trimming; else InvalidInput.",
        directives=[_BOUNDS],
    )
    decision_id: strawberry.ID | None = strawberry.field(
        default=None,
        description="The `decisionId` of `standing.restriction`, now or before, or of one of `standing.warnings`; the "
        "restriction of now unless given. NotFound for any other id, and if it was appealed already.",
    )


@strawberry.type
class AppealRestrictionSuccess(Success):
    """The appeal waits for a moderator."""

    viewer: OfViewer = strawberry.field(description="The viewer, with the appeal in `standing`.")


@strawberry.input
class ResolveAppealInput:
    """Answer an appeal of another moderator's decision."""

    decision_id: strawberry.ID = strawberry.field(description="The id of the appeal's `decision`.")
    uphold: bool = strawberry.field(
        description="True: the decision stays. False: it is reversed, and a restriction that it made ends at once; "
        "another one that moderators decided on, and that is not over, holds then."
    )
    answer: str = strawberry.field(
        description="The text for the user: 1 to 2,000 code points after trimming; else InvalidInput.",
        directives=[_BOUNDS],
    )


@strawberry.type
class ResolveAppealSuccess(Success):
    """The appeal is answered, and the user is told."""

    appeal: Appeal = strawberry.field(description="The appeal, now answered.")


AppealRestrictionResult = Annotated[
    AppealRestrictionSuccess | InvalidInput | NotFound | DailyLimitReached, result_of("appealRestriction")
]
ResolveAppealResult = Annotated[
    ResolveAppealSuccess | NotAllowed | InvalidInput | NotFound, result_of("resolveAppeal")
]
