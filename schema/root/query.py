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

    viewer = strawberry.field(resolvers.nodes.viewer, description="The signed-in user.")
    inbox = strawberry.field(
        resolvers.inbox.inbox,
        description="Open threads and the viewer's own pending ones, newest activity first.",
        metadata=cost(lambda given: 1_500 if given.get("search") else 0, each=6),
    )
    requests = strawberry.field(
        resolvers.inbox.requests,
        description="Pending requests to the viewer in one folder, newest first unless another order is given.",
        metadata=cost(listing_cost, each=6),
    )
    request_count = strawberry.field(
        resolvers.request_selection.request_count,
        description="How many requests `acceptRequests` and `deleteRequests` would take, over all calls, with this "
        "filter as of this cursor.",
        metadata=cost(lambda given: 1_000 + looking_cost(given["filter"])),
    )
    sent_requests = strawberry.field(
        resolvers.inbox.sent_requests,
        description="The viewer's own pending requests, the last written first.",
        metadata=cost(each=6),
    )
    thread = strawberry.field(
        resolvers.nodes.thread, description="A thread by its id; null if the viewer cannot read it."
    )
    user = strawberry.field(resolvers.nodes.user, description="A user by username; null if there is none.")
    blocked_users = strawberry.field(
        resolvers.people.blocked_users, description="Users that the viewer blocks, the last blocked first."
    )
    people = strawberry.field(
        resolvers.people.people,
        description="Users that the viewer could write to now, without those the viewer blocks: peers of open "
        "threads by activity, then friends by name. A search finds others too, by username, then by display name.",
        metadata=cost(4_500, each=3),
    )
    node = strawberry.field(
        resolvers.nodes.node, description="An object by its id; null if the viewer cannot see it."
    )
    nodes = strawberry.field(
        resolvers.nodes.nodes,
        description="Objects by their ids, in the order of the ids; null for each that the viewer cannot see.",
        metadata=cost(rows=lambda given: len(given["ids"])),
    )
    request_insights = strawberry.field(
        resolvers.insights.request_insights,
        description="How many of the viewer's requests were accepted, of the last 500 at most.",
        metadata=cost(500),
    )
    export_my_data = strawberry.field(
        resolvers.export.export_my_data,
        description="All data that the viewer gave, or can see through this API, as JSON. Read it page by page to"
        " the end.",
    )
    draft_hints = strawberry.field(
        resolvers.insights.draft_hints,
        description="Advice on the text of a request before it is sent, in the enum's order; empty if there is none.",
        metadata=cost(300, rows=len(DraftHint)),
    )
    reports = strawberry.field(
        resolvers.moderation.reports,
        description="The moderators' queue of reports, the longest waiting first; null unless the viewer is a "
        "moderator.",
    )
    appeals = strawberry.field(
        resolvers.appeals.appeals,
        description="The moderators' queue of appeals, the longest waiting first; null unless the viewer is a "
        "moderator.",
    )
    audit_log = strawberry.field(
        resolvers.moderation.audit_log,
        description="The audit log: acts of moderators and of the host app, newest first; null unless the viewer is a "
        "moderator.",
    )
