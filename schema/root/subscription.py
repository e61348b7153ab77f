"""The subscription root: a field for each stream, with its resolver."""

import strawberry

import resolvers.pushes
import resolvers.subscriptions


@strawberry.type
class Subscription:
    """Events as they happen. Every item has an `eventCursor`, from which a stream can resume."""

    message_added = strawberry.subscription(resolvers.subscriptions.message_added)
    request_received = strawberry.subscription(resolvers.subscriptions.request_received)
    events = strawberry.subscription(resolvers.subscriptions.events)
    request_accepted = strawberry.subscription(resolvers.subscriptions.request_accepted)
    pushes_waiting = strawberry.subscription(resolvers.pushes.pushes_waiting)
