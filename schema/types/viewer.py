"""The signed-in user's own side: settings, standing, lists."""

from datetime import datetime
from typing import Annotated, Self

import strawberry

from models.inbox import BadgeRow
from models.viewer import StandingRow, ViewerRow, WarningRow
from rules.eligibility import effective_audience, obstacles
from rules.filtering.words import MOST_WORDS
from rules.limits import messages_left
from rules.sending import next_midnight, pairs_limit
from schema.types.context import Context, Info
from schema.types.costs import cost
from schema.types.enums import DmAudience, ReportReason
from schema.types.ids import Kind
from schema.types.node import Node
from schema.types.problems import InvalidInput, Problem, Success, problem_of
from schema.types.users import User


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


@strawberry.type(description="The red dot: what waits for the viewer.")
class Badge:
    """Hidden and archived requests, muted threads and threads of blocked users do not count."""

    pending_requests: int = strawberry.field(description="Requests that wait in the Requests folder.")
    unread_threads: int = strawberry.field(
        description="Open threads with unread messages that are not muted."
    )

    @classmethod
    def of(cls, row: BadgeRow) -> Self:
        """The one way from a row."""
        return cls(pending_requests=row.pending_requests, unread_threads=row.unread_threads)


@strawberry.type(description="The signed-in user, with what only they can see and set.")
class Viewer(Node):
    """A node of its user alone, with an id of its own: caches keep it apart from the public profile."""

    kind = Kind.VIEWER
    row: strawberry.Private[ViewerRow]

    @classmethod
    def of(cls, row: ViewerRow) -> Self:
        """The one way from a row."""
        return cls(row=row)

    @property
    def key(self) -> int:
        """The user's."""
        return self.row.user.id

    @strawberry.field(description="The profile that others see.")
    def user(self) -> User:
        """Came with the row."""
        return User.of(self.row.user)

    @strawberry.field(
        description="Who may start a thread with the viewer; until chosen, the default of the account's kind."
    )
    def dm_audience(self, info: Info) -> DmAudience:
        """What holds now."""
        return effective_audience(
            self.row.audience,
            is_verified=self.row.user.is_verified,
            default_if_verified=info.context.services.policy.verified_audience,
        )

    @strawberry.field(description="What waits for the viewer.", metadata=cost(50))
    async def badge(self, info: Info) -> Badge:
        """Counted when asked."""
        return Badge.of(await info.context.loaders.badge.load(self.row.user.id))

    @strawberry.field(description="What stands in the way of the viewer's sends, and what is left of them.")
    async def standing(self, info: Info) -> Standing:
        """Own facts alone."""
        return Standing.of(await info.context.loaders.standing.load(self.row.user.id), info.context)

    @strawberry.field(
        description="Words that send a request to Hidden, in the viewer's order.",
        metadata=cost(rows=MOST_WORDS),
    )
    def filter_words(self) -> list[str]:
        """The viewer's own; beside the service's."""
        return list(self.row.filter_words.words)

    @strawberry.field(
        description="Whether the viewer shows and sees read receipts; both of a thread must, for either to see them."
    )
    def read_receipts(self) -> bool:
        """Off until chosen."""
        return self.row.read_receipts


@strawberry.input(description="Choose who may start a thread with the viewer.")
class UpdateDmAudienceInput:
    """Closes no open thread."""

    audience: DmAudience = strawberry.field(description="Who may from now on.")


@strawberry.type(description="The audience is set.")
class UpdateDmAudienceSuccess(Success):
    """Requests that wait can still be accepted."""

    viewer: Viewer = strawberry.field(description="With the new setting.")


@strawberry.input(description="Switch the viewer's read receipts.")
class UpdateReadReceiptsInput:
    """They show where both sides of a thread have them on."""

    enabled: bool = strawberry.field(description="On or off from now on.")


@strawberry.type(description="The switch is set.")
class UpdateReadReceiptsSuccess(Success):
    """Messages sent before stay as they were."""

    viewer: Viewer = strawberry.field(description="With the new setting.")


@strawberry.input(description="Choose the words that send a request to Hidden; they replace those of before.")
class UpdateFilterWordsInput:
    """Requests that wait already stay where they are."""

    words: list[str] = strawberry.field(
        description="At most 200 words or phrases of 1 to 64 code points after trimming, kept once each. "
        "A word with symbols, such as `c++`, is found only with them. With any other word, or one that no text could "
        "match, such as `!!!`, it is InvalidInput, and none is set."
    )


@strawberry.type(description="The words are set.")
class UpdateFilterWordsSuccess(Success):
    """For every message that is sent from now on."""

    viewer: Viewer = strawberry.field(description="With the new setting.")


UpdateDmAudienceResult = Annotated[
    UpdateDmAudienceSuccess | InvalidInput,
    strawberry.union("UpdateDmAudienceResult", description="What `updateDmAudience` answers."),
]
UpdateReadReceiptsResult = Annotated[
    UpdateReadReceiptsSuccess | InvalidInput,
    strawberry.union("UpdateReadReceiptsResult", description="What `updateReadReceipts` answers."),
]
UpdateFilterWordsResult = Annotated[
    UpdateFilterWordsSuccess | InvalidInput,
    strawberry.union("UpdateFilterWordsResult", description="What `updateFilterWords` answers."),
]
