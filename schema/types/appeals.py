"""Appeals, as the user and as moderators see them."""

from datetime import datetime
from typing import Annotated, ClassVar, TypeAlias, cast

import strawberry

from models.appeals import AppealRow, RestrictionRow, WarningRow
from models.db.fields import to_micros
from rules.appeals import LENGTH
from rules.appeals import AppealState as StoredState
from schema.types.context import Info
from schema.types.directives import TEXT, Constraint, cost
from schema.types.ids import Kind
from schema.types.moderation import ModerationAction
from schema.types.node import FromRow
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
from schema.types.users import User

AppealState: TypeAlias = StoredState
_BOUNDS = Constraint(min_length=1, max_length=LENGTH)
described(
    StoredState,
    "AppealState",
    "The state of an appeal.",
    {
        "OPEN": "It waits for a moderator.",
        "UPHELD": "The decision stays.",
        "REVERSED": "The decision was wrong: a restriction that it made has ended.",
    },
)


@strawberry.type
class _Words(FromRow[AppealRow]):
    """The fields of an appeal that its user and the moderators both read."""

    @strawberry.field(description="Why the decision is wrong, in the user's words.", metadata=cost(TEXT))
    def text(self) -> str:
        return self.row.text

    @strawberry.field(description="When the user appealed, UTC. The moderators' queue is in this order.")
    def appealed_at(self) -> datetime:
        return self.row.appealed_at

    @strawberry.field(description="Whether the appeal is answered, and how.")
    def state(self) -> AppealState:
        return self.row.state

    @strawberry.field(
        description="The moderators' answer, for the user to read; null while the appeal is open.",
        metadata=cost(TEXT),
    )
    def answer(self) -> str | None:
        return self.row.answer

    @strawberry.field(description="When it was answered, UTC; null while the appeal is open.")
    def answered_at(self) -> datetime | None:
        return self.row.answered_at


def _decision_id(info: Info, action_id: int) -> strawberry.ID:
    return strawberry.ID(info.context.services.sealer.seal(Kind.MODERATION_ACTION, action_id))


@strawberry.type(description="The viewer's own appeal of a decision, and its outcome.")
class OwnAppeal(_Words):
    """Never names a moderator."""

    @strawberry.field(description="Names the decision that was appealed.")
    def decision_id(self, info: Info) -> strawberry.ID:
        """Of a restriction or a warning."""
        return _decision_id(info, self.row.id)


@strawberry.type(name="Warning", description="A moderator warned the viewer.")
class AccountWarning(FromRow[WarningRow]):
    """Shows neither what was reported nor the reporter (behaviour 8.32)."""

    @strawberry.field(description="The reason of the report that led to the warning.")
    def reason(self) -> ReportReason:
        return self.row.reason

    @strawberry.field(description="When the warning was given, UTC.")
    def at(self) -> datetime:
        return self.row.given_at

    @strawberry.field(
        description="Names the decision, for `appealRestriction`; null for one that cannot be appealed."
    )
    def decision_id(self, info: Info) -> strawberry.ID | None:
        key = self.row.action_id
        return None if key is None else _decision_id(info, key)

    @strawberry.field(description="The viewer's appeal of it; null if there is none.")
    def appeal(self) -> OwnAppeal | None:
        return OwnAppeal.of(self.row.appeal) if self.row.appeal else None


@strawberry.type(
    description="A moderator's restriction of the viewer, in force or over. A lifted one is not shown."
)
class Restriction(FromRow[RestrictionRow]):
    """The last one; `obstacles` says whether it is in force."""

    @strawberry.field(description="The reason of the report that led to the restriction.")
    def reason(self) -> ReportReason:
        return self.row.reason

    @strawberry.field(description="When it was decided, UTC.")
    def at(self) -> datetime:
        return self.row.at

    @strawberry.field(description="When it ends, UTC; null if it has no end.")
    def until(self) -> datetime | None:
        return self.row.until

    @strawberry.field(description="Names the decision, for `appealRestriction`.")
    def decision_id(self, info: Info) -> strawberry.ID:
        return _decision_id(info, self.row.action_id)

    @strawberry.field(description="The viewer's appeal of it; null if there is none.")
    def appeal(self) -> OwnAppeal | None:
        return OwnAppeal.of(self.row.appeal) if self.row.appeal else None


@strawberry.type(description="A user's appeal of a decision, for moderators.")
class Appeal(_Words):
    """Leaves out the moderator's own."""

    place: ClassVar[tuple[str, str]] = "order", "order_key"

    @property
    def order(self) -> int:
        """The queue runs from old to new, so this and its key are negative."""
        return -to_micros(self.row.appealed_at)

    @property
    def order_key(self) -> int:
        """Among appeals of one moment."""
        return -self.row.id

    @strawberry.field(description="The user who appeals.")
    async def user(self, info: Info) -> User:
        return User.of(await info.context.loaders.users.load(self.row.user_id))

    @strawberry.field(
        description="The decision, as the audit log has it; its id is the `decisionId` of `resolveAppeal`."
    )
    async def decision(self, info: Info) -> ModerationAction | None:
        node = await info.context.loaders.nodes.load((Kind.MODERATION_ACTION, self.row.id))
        return cast("ModerationAction | None", node)

    @strawberry.field(description="The moderator who answered; null while the appeal is open.")
    async def answered_by(self, info: Info) -> User | None:
        key = self.row.answered_by
        return None if key is None else User.of(await info.context.loaders.users.load(key))


@strawberry.type(description="Appeals, the longest waiting first.")
class AppealConnection(Connection[Appeal]):
    """Leaves out those of the moderator who reads."""


@strawberry.input(description="Appeal a decision of moderators, once.")
class AppealRestrictionInput:
    """Another moderator answers it."""

    text: str = strawberry.field(
        description="Why the decision is wrong: 1 to 2,000 code points after trimming; else InvalidInput.",
        directives=[_BOUNDS],
    )
    decision_id: strawberry.ID | None = strawberry.field(
        default=None,
        description="The `decisionId` of `standing.restriction` or of one of `standing.warnings`; the restriction "
        "unless given. NotFound for any other id, and if it was appealed already.",
    )


@strawberry.type(description="The appeal waits for a moderator.")
class AppealRestrictionSuccess(Success):
    """`standing` shows it, and later its answer."""

    viewer: OfViewer = strawberry.field(description="The viewer, with the appeal in `standing`.")


@strawberry.input(description="Answer an appeal of another moderator's decision.")
class ResolveAppealInput:
    """An appeal is answered once."""

    decision_id: strawberry.ID = strawberry.field(description="The id of the appeal's `decision`.")
    uphold: bool = strawberry.field(
        description="True: the decision stays. False: it is reversed, and a restriction that it made ends at once; "
        "another one that moderators decided on, and that is not over, holds then."
    )
    answer: str = strawberry.field(
        description="The text for the user: 1 to 2,000 code points after trimming; else InvalidInput.",
        directives=[_BOUNDS],
    )


@strawberry.type(description="The appeal is answered, and the user is told.")
class ResolveAppealSuccess(Success):
    """The same answer again changes nothing."""

    appeal: Appeal = strawberry.field(description="The appeal, now answered.")


AppealRestrictionResult = Annotated[
    AppealRestrictionSuccess | InvalidInput | NotFound | DailyLimitReached, result_of("appealRestriction")
]
ResolveAppealResult = Annotated[
    ResolveAppealSuccess | NotAllowed | InvalidInput | NotFound, result_of("resolveAppeal")
]
