"""Pushes: events that the host app takes to ring phones, never with a text."""

from datetime import datetime
from typing import Annotated

import strawberry

from rules.pushes import BATCH, LEASE, WINDOW
from rules.pushes import PushKind as PushKind
from schema.types.directives import Constraint, cost
from schema.types.problems import InvalidInput, NotAllowed, Success, result_of
from schema.types.scalars import described
from schema.types.streams import Event, Position
from schema.types.viewer import Badge

described(
    PushKind,
    "Why a phone may ring. More kinds may come.",
    REQUEST_RECEIVED="A request reached the recipient's Requests folder, or got a further message there.",
    MESSAGE_ADDED="A message came in an open thread.",
    REQUEST_ACCEPTED="A request of the recipient was accepted.",
    ACCOUNT_DECIDED="Moderators decided on the recipient's account: `viewer.standing` has the decision.",
)


@strawberry.type
class Push:
    """A reason to ring the phone of one user. It has no text: the app reads the thread with the user's own token."""

    id: strawberry.ID = strawberry.field(
        description="Names the event. A push that comes again, because its lease ran out, has the same id."
    )
    subject: str = strawberry.field(description="The host's id of the recipient.")
    kind: PushKind = strawberry.field(description="Why the phone may ring.")
    thread_id: strawberry.ID | None = strawberry.field(
        description="The thread's id; null for ACCOUNT_DECIDED."
    )
    sender_id: strawberry.ID | None = strawberry.field(
        description="The id of the other user of the thread, who wrote or accepted; null for ACCOUNT_DECIDED."
    )
    sender_subject: str | None = strawberry.field(
        description="The host's id of that user; null for ACCOUNT_DECIDED and for an erased user."
    )
    notify: bool = strawberry.field(
        description="Whether to alert the recipient. False for a further message of a request that is still pending: "
        "only the badge may have changed."
    )
    at: datetime = strawberry.field(description="When it happened, UTC.")
    badge: Badge = strawberry.field(description="The recipient's counts when the push was taken.")


@strawberry.input
class TakePushesInput:
    """Take pushes that wait, under a lease."""

    first: int = strawberry.field(
        default=100,
        description=f"How many recipients at most, {BATCH.least} to {BATCH.most}: those that have waited longest, each "
        f"with its pushes of the next {WINDOW} events of its log. Any other number is InvalidInput.",
        directives=[Constraint(min=BATCH.least, max=BATCH.most)],
    )
    lease_seconds: int = strawberry.field(
        default=60,
        description=f"How long no one else gets these recipients' pushes, {LEASE.least} to {LEASE.most} seconds. Any "
        "other number is InvalidInput.",
        directives=[Constraint(min=LEASE.least, max=LEASE.most)],
    )


@strawberry.type(
    description="The pushes are taken. Acknowledge the lease when they are delivered. The host app has no event log, "
    "so `eventCursor` resumes nothing."
)
class TakePushesSuccess(Success):
    """A recipient is under one lease at a time, so its pushes come in order."""

    lease_id: str = strawberry.field(
        description="Names the lease, for `acknowledgePushes`; good for that alone."
    )
    lease_ends_at: datetime = strawberry.field(
        description="When the recipients can be taken again unless the lease is acknowledged before, UTC."
    )
    pushes: list[Push] = strawberry.field(
        description="By recipient, each recipient's in the order of its event log; empty if nothing waits. "
        "Events that are hidden, sunk, muted or already read by now are left out.",
        metadata=cost(rows=BATCH.most * WINDOW),
    )


@strawberry.input
class AcknowledgePushesInput:
    """Say that all pushes of a lease are delivered."""

    lease_id: str = strawberry.field(description="The `leaseId` of `takePushes`.")


@strawberry.type
class AcknowledgePushesSuccess(Success):
    """The pushes of the lease do not come again. The host app has no event log, so `eventCursor` resumes nothing."""

    count: int = strawberry.field(
        description="How many recipients were still under the lease: 0 if it is unknown or acknowledged, or if others "
        "have taken all of them since it ended."
    )


@strawberry.type
class PushesWaiting(Event):
    """Pushes wait to be taken."""


PushesWaitingItem = Annotated[
    PushesWaiting | Position, strawberry.union("PushesWaitingItem", description="An item of `pushesWaiting`.")
]
TakePushesResult = Annotated[TakePushesSuccess | NotAllowed | InvalidInput, result_of("takePushes")]
AcknowledgePushesResult = Annotated[AcknowledgePushesSuccess | NotAllowed, result_of("acknowledgePushes")]
