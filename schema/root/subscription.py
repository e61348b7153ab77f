"""The subscription root: a field for each stream, with its resolver."""

import strawberry

import resolvers.pushes
import resolvers.subscriptions


@strawberry.type
class Subscription:
    """Events as they happen. Every item has an `eventCursor`, from which a stream can resume."""

    message_added = strawberry.subscription(
        resolvers.subscriptions.message_added,
        description="New messages of open threads, and the viewer's own in any thread.",
    )
    request_received = strawberry.subscription(
        resolvers.subscriptions.request_received,
        description="Requests that reach the viewer: one item for the first message of each, and again after a delete.",
    )
    events = strawberry.subscription(
        resolvers.subscriptions.events,
        description="All events that concern the viewer, including the viewer's acts on other devices.",
    )
    request_accepted = strawberry.subscription(
        resolvers.subscriptions.request_accepted,
        description="Accepts of the viewer's own requests, one for a thread.",
    )
    pushes_waiting = strawberry.subscription(
        resolvers.pushes.pushes_waiting,
        description="For the host app: an item whenever pushes wait to be taken. To all others it is silent.",
    )
