"""How the viewer's account stands: what is in its way, and what is left of its limits."""

from datetime import datetime
from typing import Self

import strawberry

from models.standing import StandingRow, WarningRow
from rules.bucket import messages_left
from rules.sending import next_midnight, pairs_limit
from rules.standing import obstacles
from schema.types.context import Context, Info
from schema.types.costs import cost
from schema.types.enums import ReportReason
from schema.types.problems import Problem, problem_of


@strawberry.type(name="Warning", description="A moderator warned the viewer.")
class AccountWarning:
    """Never what was reported, nor who did."""

    reason: ReportReason = strawberry.field(description="What it was about.")
    at: datetime = strawberry.field(description="When, UTC.")

    @classmethod
    def of(cls, row: WarningRow) -> Self:
        """The one way from a row."""
        return cls(reason=row.reason, at=row.given_at)


@strawberry.type(description="What the viewer may do now, by own facts alone.")
class Standing:
    """As a send would be decided at this moment, before it names anyone."""

    viewer_key: strawberry.Private[int]
    can_send: bool = strawberry.field(description="Whether nothing of the obstacles stands in the way.")
    obstacles: list[Problem] = strawberry.field(
        description="All that any send would meet now: restriction, age, phone, the bucket; in this order.",
        metadata=cost(rows=4),
    )
    messages_left_now: int = strawberry.field(
        description="Messages that fit now, one after another, 0 to {bucket_size}."
    )
    new_pairs_left_today: int = strawberry.field(
        description="Users whom the viewer can still write to for the first time today: 0 to {new_pairs_a_day}, for a "
        "young account {new_pairs_a_day_young}."
    )
    resets_at: datetime = strawberry.field(
        description="When new pairs are counted afresh: next UTC midnight."
    )

    @classmethod
    def of(cls, row: StandingRow, context: Context) -> Self:
        """The one way from a row."""
        now, policy, account = context.now, context.services.policy, row.account
        found = obstacles(account, row.bucket_at, now, policy)
        return cls(
            viewer_key=context.require_viewer(),
            can_send=not found,
            obstacles=[problem_of(one) for one in found],
            messages_left_now=messages_left(row.bucket_at, now, policy),
            new_pairs_left_today=max(0, pairs_limit(account, now, policy) - row.pairs_today),
            resets_at=next_midnight(now),
        )

    @strawberry.field(
        description="The viewer's last 20 warnings, newest first: reason and time, nothing more.",
        metadata=cost(rows=20),
    )
    async def warnings(self, info: Info) -> list[AccountWarning]:
        """Batched."""
        return [AccountWarning.of(row) for row in await info.context.loaders.warnings.load(self.viewer_key)]
