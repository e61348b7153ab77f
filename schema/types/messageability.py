"""The Message button of a user, as the viewer sees it."""

import strawberry

from rules.messageability import Messageability as Verdict
from rules.messageability import button_place
from rules.texts import PENDING_NOTICE
from schema.types.context import Info
from schema.types.enums import ButtonPlace, MessageAction
from schema.types.problems import Problem, problem_of


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
