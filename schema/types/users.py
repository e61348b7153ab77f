"""A user as the viewer sees it, with the Message button."""

from typing import TYPE_CHECKING, Annotated, Self

import strawberry

from models.users import UserRow
from rules.messageability import Messageability as Verdict
from rules.messageability import button_place
from rules.text import ERASED_USERNAME, PENDING_NOTICE
from schema.types.context import Info
from schema.types.costs import cost
from schema.types.enums import ButtonPlace, MessageAction
from schema.types.ids import Kind
from schema.types.node import Node
from schema.types.pagination import Connection
from schema.types.problems import Problem, problem_of
from schema.types.scalars import URL

if TYPE_CHECKING:
    from schema.types.threads import Thread


@strawberry.type(description="What `sendRequest` to a user would answer now, and where to show it.")
class Messageability:
    """Reads nothing of the user where the viewer's own facts stand in the way."""

    user_key: strawberry.Private[int]
    verdict: strawberry.Private[Verdict]

    @strawberry.field(description="What the button does.")
    def action(self) -> MessageAction:
        """By the rules of a send."""
        return self.verdict.action

    @strawberry.field(
        description="Where the button stands; null, for no button, if the user cannot be reached, if the viewer's "
        "account may not send at all, or if the user is the viewer."
    )
    async def place(self, info: Info) -> ButtonPlace | None:
        """Batched."""
        relation = await info.context.loaders.relations.load(self.user_key)
        follows = {"follows_me": relation.follows_me, "followed_by_me": relation.followed_by_me}
        return button_place(self.verdict.refusal, **follows)

    @strawberry.field(
        description="How many messages the viewer can send until the user accepts, 1 to 3; null unless REQUEST."
    )
    def messages_left(self) -> int | None:
        """Those sent already are gone for ever."""
        return self.verdict.messages_left

    @strawberry.field(description="The problem that `sendRequest` would answer; null unless UNAVAILABLE.")
    def obstacle(self) -> Problem | None:
        """The viewer's own first; RecipientUnavailable tells no cause."""
        return problem_of(self.verdict.refusal) if self.verdict.refusal else None

    @strawberry.field(description="What to show above the text to be sent; null unless REQUEST.")
    def notice(self) -> str | None:
        """An exact text (behaviour 11)."""
        return PENDING_NOTICE if self.verdict.action is MessageAction.REQUEST else None


@strawberry.type(description="An account of the host app. An erased one is shown as `Deleted user`.")
class User(Node):
    """Made of a public profile; what stands between it and the viewer is loaded when asked."""

    kind = Kind.USER
    row: strawberry.Private[UserRow]

    @classmethod
    def of(cls, row: UserRow) -> Self:
        """The one way from a row."""
        return cls(row=row)

    @property
    def key(self) -> int:
        """The user's."""
        return self.row.id

    @strawberry.field(description="The name in the host app's addresses; `deleted` once erased.")
    def username(self) -> str:
        """Unique but for erased users."""
        return self.row.username or ERASED_USERNAME

    @strawberry.field(description="The name to show.")
    def display_name(self) -> str:
        """The host owns it."""
        return self.row.display_name

    @strawberry.field(description="A picture, if there is one.")
    def avatar_url(self) -> URL | None:
        """The host owns it."""
        return URL(self.row.avatar_url) if self.row.avatar_url else None

    @strawberry.field(description="Whether the host app vouches for who this is.")
    def is_verified(self) -> bool:
        """The host owns it."""
        return self.row.is_verified

    @strawberry.field(description="Whether this user follows the viewer.")
    async def follows_me(self, info: Info) -> bool:
        """Batched."""
        return (await info.context.loaders.relations.load(self.row.id)).follows_me

    @strawberry.field(description="Whether the viewer follows this user.")
    async def followed_by_me(self, info: Info) -> bool:
        """Batched."""
        return (await info.context.loaders.relations.load(self.row.id)).followed_by_me

    @strawberry.field(description="Whether the viewer blocks this user. Nobody is told of being blocked.")
    async def blocked_by_me(self, info: Info) -> bool:
        """Batched."""
        return (await info.context.loaders.relations.load(self.row.id)).blocked_by_me

    @strawberry.field(
        description="The Message button: what `sendRequest` to this user would answer now.", metadata=cost(8)
    )
    async def messageability(self, info: Info) -> Messageability:
        """Batched."""
        verdict = await info.context.loaders.messageabilities.load(self.row.id)
        return Messageability(user_key=self.row.id, verdict=verdict)

    @strawberry.field(
        description="The viewer's thread with this user; null if the viewer can read none. A block does not hide it."
    )
    async def thread_with_me(
        self, info: Info
    ) -> Annotated["Thread", strawberry.lazy("schema.types.threads")] | None:
        """Batched."""
        from schema.types.threads import Thread

        rows = await info.context.loaders.threads_with.load(self.row.id)
        return Thread.of(rows[0]) if rows else None


@strawberry.type(description="Users, in the list's order.")
class UserConnection(Connection[User]):
    """A user has no list cursor of its own: the order depends on the list."""
