"""A user as the viewer sees it, with the Message button."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from models.users import UserRow
from rules.policy import Audience as Audience
from rules.sending import ButtonPlace, MessageAction, button_place
from rules.sending import Messageability as Verdict
from rules.text import PENDING_NOTICE
from schema.types.context import Info
from schema.types.directives import cost
from schema.types.ids import Kind, ListCursor
from schema.types.node import FromRow, Node, from_row
from schema.types.pagination import BLOCKED_USERS, Connection, Edge, edge_of
from schema.types.problems import Problem, problem_of
from schema.types.scalars import URL, described

if TYPE_CHECKING:
    from schema.types.threads import Thread


described(
    Audience,
    "Who may start a thread with a user. It never closes an open thread.",
    name="DmAudience",
    EVERYONE="Anyone.",
    PEOPLE_I_FOLLOW="Users that the user follows.",
    FRIENDS="Users that the user follows and that follow back.",
    NO_ONE="No one; the user can still write first.",
)


described(
    MessageAction,
    "The effect that a `sendRequest` to a user would have now.",
    MESSAGE="An OPEN thread.",
    REQUEST="A PENDING thread, until the user accepts.",
    UNAVAILABLE="A problem.",
)


described(
    ButtonPlace,
    "Where a profile shows the Message button.",
    PROFILE="In full view.",
    MENU="In the menu, for a user who follows the viewer and is not followed back.",
)


@strawberry.type(
    description="The Message button of a user: the answer that `sendRequest` would give now, and where to "
    "show it."
)
class Messageability:
    """Reads no row of the user if the viewer's own facts already refuse the send."""

    user_key: strawberry.Private[int]
    verdict: strawberry.Private[Verdict]

    @strawberry.field
    def action(self) -> MessageAction:
        """The effect of the button."""
        return self.verdict.action

    @strawberry.field(
        description="Where to show the button. Null means no button: the user cannot be reached, the viewer's "
        "account cannot send at all, or the user is the viewer."
    )
    async def place(self, info: Info) -> ButtonPlace | None:
        relation = await info.context.loaders.relations.load(self.user_key)
        follows = {"follows_me": relation.follows_me, "followed_by_me": relation.followed_by_me}
        return button_place(self.verdict.refusal, **follows)

    @strawberry.field
    def messages_left(self) -> int | None:
        """How many messages the viewer can still send before the user accepts, 1 to 3; null unless `action` is
        REQUEST."""
        return self.verdict.messages_left

    @strawberry.field(
        description="The problem that `sendRequest` would answer; null unless `action` is UNAVAILABLE."
    )
    def obstacle(self) -> Problem | None:
        """The viewer's own obstacle comes first; RecipientUnavailable tells no cause."""
        return problem_of(self.verdict.refusal) if self.verdict.refusal else None

    @strawberry.field
    def notice(self) -> str | None:
        """The text to show above the message box; null unless `action` is REQUEST."""
        return PENDING_NOTICE if self.verdict.action is MessageAction.REQUEST else None


@strawberry.type(description="An account of the host app. An erased one is shown as `Deleted user`.")
class User(Node, FromRow[UserRow]):
    """Made of a public profile; its relation to the viewer is loaded when a field needs it."""

    kind = Kind.USER

    username: str = from_row("The name in the host app's URLs. An erased user has `deleted`.")
    display_name: str = from_row("The name to show, as the host app set it.")
    avatar_url: URL | None = from_row("The URL of the user's picture; null if there is none.")
    is_verified: bool = from_row("Whether the host app has verified this user's identity.")

    @strawberry.field
    async def follows_me(self, info: Info) -> bool:
        """Whether this user follows the viewer."""
        return (await info.context.loaders.relations.load(self.row.id)).follows_me

    @strawberry.field
    async def followed_by_me(self, info: Info) -> bool:
        """Whether the viewer follows this user."""
        return (await info.context.loaders.relations.load(self.row.id)).followed_by_me

    @strawberry.field
    async def blocked_by_me(self, info: Info) -> bool:
        """Whether the viewer blocks this user. The user is not told."""
        return (await info.context.loaders.relations.load(self.row.id)).blocked_by_me

    @strawberry.field
    async def blocked_user_edge(self, info: Info) -> Edge["User"] | None:
        """The user as a row of `blockedUsers`, to put it into a page that a client keeps; null unless the viewer blocks
        the user."""
        rows = await info.context.loaders.blocks.load(self.row.id)
        places = [ListCursor(row.order, row.key) for row in rows]
        return edge_of(info.context, BLOCKED_USERS, self, places[0]) if places else None

    @strawberry.field
    async def blocked_until(self, info: Info) -> datetime | None:
        """When the viewer's block of this user ends, UTC; null without an end, or without a block."""
        return (await info.context.loaders.relations.load(self.row.id)).blocked_until

    @strawberry.field(metadata=cost(8))
    async def messageability(self, info: Info) -> Messageability:
        """The Message button: the answer that `sendRequest` to this user would give now."""
        verdict = await info.context.loaders.messageabilities.load(self.row.id)
        return Messageability(user_key=self.row.id, verdict=verdict)

    @strawberry.field
    async def thread_with_me(
        self, info: Info
    ) -> Annotated["Thread", strawberry.lazy("schema.types.threads")] | None:
        """The viewer's thread with this user; null if the viewer can read none. A block by the viewer does not hide
        it."""
        from schema.types.threads import Thread

        rows = await info.context.loaders.threads_with.load(self.row.id)
        return Thread.of(rows[0]) if rows else None


@strawberry.type
class UserConnection(Connection[User]):
    """Users, in the list's order."""


async def read_user(info: Info, key: int | None) -> User | None:
    """None without a key."""
    return None if key is None else User.of(await info.context.loaders.users.load(key))
