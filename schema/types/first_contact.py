"""The card above a request: who asks, as far as the recipient may know."""

from typing import Self

import strawberry

from models.first_contact import FirstContactRow
from rules.age import whole_months
from schema.types.context import Context, Info


@strawberry.type(
    description="What helps the viewer to tell who asks. The sender cannot tell that it was looked at."
)
class FirstContact:
    """Public facts, and the viewer's own doings."""

    sender_key: strawberry.Private[int]
    account_age_months: int = strawberry.field(
        description="How old the sender's account is, in whole months; 0 in its first."
    )
    mutual_follows: int = strawberry.field(
        description="How many users the viewer follows who follow the sender."
    )
    deleted_before: int = strawberry.field(
        description="How many earlier requests of this sender the viewer deleted, but for those brought back."
    )

    @classmethod
    def of(cls, row: FirstContactRow, context: Context) -> Self:
        """The one way from a row."""
        return cls(
            sender_key=row.sender_id,
            account_age_months=whole_months(row.account_created_at, context.now),
            mutual_follows=row.mutual_follows,
            deleted_before=row.deleted_before,
        )

    @strawberry.field(description="Whether the sender follows the viewer.")
    async def follows_me(self, info: Info) -> bool:
        """Batched."""
        return (await info.context.loaders.relations.load(self.sender_key)).follows_me

    @strawberry.field(description="Whether the viewer follows the sender.")
    async def followed_by_me(self, info: Info) -> bool:
        """Batched."""
        return (await info.context.loaders.relations.load(self.sender_key)).followed_by_me
