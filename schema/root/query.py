"""The query root: a field for each read, with its resolver and cost."""

import strawberry

import resolvers.appeals
import resolvers.export
import resolvers.inbox
import resolvers.insights
import resolvers.moderation
import resolvers.nodes
import resolvers.people
import resolvers.request_selection
from schema.types.directives import cost
from schema.types.insights import DraftHint
from schema.types.request_selection import listing_cost, looking_cost


@strawberry.type(
    description="Everything that the viewer can read. A field is null when it cannot be answered."
)
class Query:
    """A page of a list is one statement; each kind of nested field takes one more for all rows."""

    viewer = strawberry.field(resolvers.nodes.viewer)
    inbox = strawberry.field(
        resolvers.inbox.inbox, metadata=cost(lambda given: 1_500 if given.get("search") else 0, each=6)
    )
    requests = strawberry.field(resolvers.inbox.requests, metadata=cost(listing_cost, each=6))
    request_count = strawberry.field(
        resolvers.request_selection.request_count,
        metadata=cost(lambda given: 1_000 + looking_cost(given["filter"])),
    )
    sent_requests = strawberry.field(resolvers.inbox.sent_requests, metadata=cost(each=6))
    thread = strawberry.field(resolvers.nodes.thread)
    user = strawberry.field(resolvers.nodes.user)
    blocked_users = strawberry.field(resolvers.people.blocked_users)
    people = strawberry.field(resolvers.people.people, metadata=cost(4_500, each=3))
    node = strawberry.field(resolvers.nodes.node)
    nodes = strawberry.field(resolvers.nodes.nodes, metadata=cost(rows=lambda given: len(given["ids"])))
    request_insights = strawberry.field(resolvers.insights.request_insights, metadata=cost(500))
    export_my_data = strawberry.field(resolvers.export.export_my_data)
    draft_hints = strawberry.field(resolvers.insights.draft_hints, metadata=cost(300, rows=len(DraftHint)))
    reports = strawberry.field(resolvers.moderation.reports)
    appeals = strawberry.field(resolvers.appeals.appeals)
    audit_log = strawberry.field(resolvers.moderation.audit_log)
