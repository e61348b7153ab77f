"""The signed-in user's own side: settings, standing, lists."""

import json
from datetime import datetime
from typing import Annotated, Self

import strawberry

from models.appeals import MOST_APPEALS
from models.inbox import Counts
from models.viewer import StandingRow, ViewerRow
from rules.contact_codes import MOST_CODES
from rules.eligibility import effective_audience, messages_left, obstacles
from rules.filtering.choices import RequestPolicy as Chosen
from rules.filtering.choices import entries_of, suggests_pause
from rules.filtering.words import MOST_WORDS
from rules.policy import BADGE_LIMIT
from rules.sending import next_midnight, pairs_limit
from schema.types.appeals import AccountWarning, OwnAppeal, Restriction
from schema.types.contact_codes import ContactCode
from schema.types.context import Context, Info
from schema.types.directives import cost
from schema.types.filtering import FilterEntry, RequestPause, RequestPolicy
from schema.types.ids import Kind
from schema.types.node import FromRow, Node, from_row
from schema.types.pagination import After, First, Slice
from schema.types.problems import InvalidInput, Problem, SettingSuccess, Success, problem_of, result_of
from schema.types.reports import OwnReportConnection
from schema.types.scalars import SealedEventCursor
from schema.types.users import Audience, User


@strawberry.type(description="The viewer's limits now. They depend on the viewer's own facts only.")
class Standing:
    """As a send would be decided now, before its recipient is known."""

    viewer_key: strawberry.Private[int]
    can_send: bool = strawberry.field(
        description="Whether the viewer can send now: true if `obstacles` is empty."
    )
    obstacles: list[Problem] = strawberry.field(
        description="The problems that every send would meet now, in this order: restriction, age, phone, rate "
        "limit.",
        metadata=cost(rows=4),
    )
    messages_left_now: int = strawberry.field(
        description="How many messages the rate limit allows now, one after another, 0 to {bucket_size}."
    )
    new_pairs_left_today: int = strawberry.field(
        description="How many users the viewer can still write to for the first time today: 0 to "
        "{new_pairs_a_day}, for a young account {new_pairs_a_day_young}."
    )
    resets_at: datetime = strawberry.field(
        description="When new pairs are counted from 0 again: the next UTC midnight."
    )

    @classmethod
    def of(cls, row: StandingRow, context: Context) -> Self:
        """Decided at `context.now`, by the rules of a send."""
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

    @strawberry.field(metadata=cost(rows=20))
    async def warnings(self, info: Info) -> list[AccountWarning]:
        """The viewer's last 20 warnings, newest first, with reason, time and appeal only."""
        return [AccountWarning.of(row) for row in await info.context.loaders.warnings.load(self.viewer_key)]

    @strawberry.field
    async def restriction(self, info: Info) -> Restriction | None:
        """The moderators' last restriction of the viewer, also when it is over, with reason, times and appeal only;
        null if there was none, or it was lifted."""
        rows = await info.context.loaders.restrictions.load(self.viewer_key)
        return Restriction.of(rows[0]) if rows else None

    @strawberry.field(
        description=f"The viewer's last {MOST_APPEALS} appeals, newest first, with their answers; also of decisions "
        "that were reversed, lifted or followed by another one, which `restriction` does not show.",
        metadata=cost(rows=MOST_APPEALS),
    )
    async def appeals(self, info: Info) -> list[OwnAppeal]:
        return [OwnAppeal.of(row) for row in await info.context.loaders.own_appeals.load(self.viewer_key)]


@strawberry.type
class Badge(FromRow[Counts]):
    """The counts for the app's red dot."""

    pending_requests: int = from_row(f"How many requests are in the Requests folder, up to {BADGE_LIMIT}.")
    unseen_requests: int = from_row(
        f"How many of the newest {BADGE_LIMIT} of them the viewer has not looked at: they arrived, or "
        "got a message, after the cursor of the last `markRequestsSeen`. The red dot is this and `unreadThreads`."
    )
    unread_threads: int = from_row(
        "How many open threads are unread and not muted: they have unread messages or are marked "
        f"unread. Up to {BADGE_LIMIT}."
    )

    @strawberry.field
    def suggests_pause(self, info: Info) -> bool:
        """Whether to suggest `pauseRequests`: {pause_suggested_at} of the pending requests or more came, or got a
        message, within the last hour. False while requests are paused. By the clock alone it goes out without an
        event."""
        now, policy = info.context.now, info.context.services.policy
        return suggests_pause(self.row.recent_requests, self.row.paused_until, now, policy)


@strawberry.type(
    description="The signed-in user, with fields that only they can see and settings that only they can "
    "change."
)
class Viewer(Node):
    """A node of its user alone, with an id of its own: caches keep it apart from the public profile."""

    kind = Kind.VIEWER
    key_name = "viewer_key"
    viewer_key: strawberry.Private[int]

    async def _row(self, info: Info) -> ViewerRow:
        return await info.context.loaders.viewers.load(self.viewer_key)

    @strawberry.field
    async def user(self, info: Info) -> User:
        """The profile that other users see."""
        return User.of((await self._row(info)).user)

    @strawberry.field(
        description="Who may start a thread with the viewer. Until the viewer chooses, the default for verified "
        "or other accounts holds."
    )
    async def dm_audience(self, info: Info) -> Audience:
        row = await self._row(info)
        return effective_audience(
            row.audience,
            is_verified=row.user.is_verified,
            default_if_verified=info.context.services.policy.verified_audience,
        )

    @strawberry.field(metadata=cost(50))
    async def badge(self, info: Info) -> Badge:
        """The counts for the app's red dot."""
        return Badge.of((await info.context.loaders.badge.load(self.viewer_key)).counts)

    @strawberry.field
    async def standing(self, info: Info) -> Standing:
        """Whether the viewer can send now, and how many messages and new pairs are left."""
        return Standing.of(await info.context.loaders.standing.load(self.viewer_key), info.context)

    @strawberry.field
    async def request_policy(self, info: Info) -> RequestPolicy:
        """The viewer's choices of folders for the requests of each class of senders."""
        return RequestPolicy.of(Chosen.of((await self._row(info)).request_policy))

    @strawberry.field
    async def request_pause(self, info: Info) -> RequestPause | None:
        """The quiet time that is on, or the last one that was; null if the viewer never paused requests."""
        pause = (await self._row(info)).pause
        return RequestPause.of(pause) if pause else None

    @strawberry.field(metadata=cost(rows=MOST_WORDS))
    async def filter_words(self, info: Info) -> list[str]:
        """Words that send a request to Hidden, in the viewer's order."""
        words: list[str] = json.loads((await self._row(info)).filter_words or "[]")
        return words

    @strawberry.field(metadata=cost(rows=MOST_WORDS))
    async def filter_entries(self, info: Info) -> list[FilterEntry]:
        """Filter words with an end or for names, in the viewer's order; those that are over are left out."""
        entries = entries_of((await self._row(info)).filter_entries)
        return [FilterEntry.of(one) for one in entries if one.is_on(info.context.now)]

    @strawberry.field
    async def read_receipts(self, info: Info) -> bool:
        """Whether read receipts are on for the viewer. Receipts show only in threads in which both users have them
        on."""
        return (await self._row(info)).read_receipts

    @strawberry.field(metadata=cost(rows=MOST_CODES))
    async def contact_codes(self, info: Info) -> list[ContactCode]:
        """The viewer's contact codes that may still open threads, newest first; spent, expired and revoked ones are
        left out."""
        rows = await info.context.loaders.contact_codes.load(self.viewer_key)
        return [ContactCode.of(row) for row in rows]

    @strawberry.field
    async def reports(self, info: Info, first: First = None, after: After = None) -> OwnReportConnection:
        """The reports that the viewer made, newest first."""
        return await info.context.loaders.own_reports.load(Slice(first, after))


@strawberry.input
class UpdateDmAudienceInput:
    """Choose who may start a thread with the viewer."""

    audience: Audience = strawberry.field(
        description="The new audience; it applies to every send from now on."
    )


@strawberry.type
class UpdateDmAudienceSuccess(SettingSuccess):
    """The audience is set."""


@strawberry.input
class UpdateReadReceiptsInput:
    """Turn the viewer's read receipts on or off."""

    enabled: bool = strawberry.field(description="True to turn them on, false to turn them off.")


@strawberry.type
class UpdateReadReceiptsSuccess(SettingSuccess):
    """The viewer's read receipts are on or off, as asked."""


@strawberry.input
class MarkRequestsSeenInput:
    """Say that the viewer has looked at the Requests folder. No sender learns of it."""

    up_to: SealedEventCursor = strawberry.field(
        description="The `eventCursor` of the page that the viewer looked at. Later requests stay unseen. "
        "The mark never moves back. A cursor of another user or epoch, or ahead of the log, is InvalidInput."
    )


@strawberry.type
class MarkRequestsSeenSuccess(Success):
    """All requests up to the cursor are seen."""

    viewer: Viewer = strawberry.field(description="The viewer, with the new badge.")


MarkRequestsSeenResult = Annotated[MarkRequestsSeenSuccess | InvalidInput, result_of("markRequestsSeen")]
UpdateDmAudienceResult = Annotated[UpdateDmAudienceSuccess | InvalidInput, result_of("updateDmAudience")]
UpdateReadReceiptsResult = Annotated[
    UpdateReadReceiptsSuccess | InvalidInput, result_of("updateReadReceipts")
]
