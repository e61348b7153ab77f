"""The signed-in user's own side."""

from typing import Self

import strawberry

from models.badge import BadgeRow
from models.viewer import ViewerRow
from rules.audience import effective_audience
from rules.filter_words import MOST_WORDS
from schema.types.context import Info
from schema.types.costs import cost
from schema.types.enums import DmAudience
from schema.types.standing import Standing
from schema.types.user import User


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
class Viewer:
    """Shown to nobody else."""

    row: strawberry.Private[ViewerRow]

    @classmethod
    def of(cls, row: ViewerRow) -> Self:
        """The one way from a row."""
        return cls(row=row)

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
