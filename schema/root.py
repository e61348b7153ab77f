"""The three roots: each read, act and stream, with its resolver and cost. Only this file imports resolvers."""

import strawberry
from strawberry.schema.config import StrawberryConfig

import resolvers.appeals
import resolvers.contact_codes
import resolvers.export
import resolvers.filtering
import resolvers.inbox
import resolvers.insights
import resolvers.moderation
import resolvers.nodes
import resolvers.people
import resolvers.provisioning
import resolvers.pushes
import resolvers.receipts
import resolvers.relations
import resolvers.reports
import resolvers.request_selection
import resolvers.requests
import resolvers.sending
import resolvers.streams
import resolvers.subscriptions
import resolvers.threads
import resolvers.viewer
from models.receipts import MOST
from schema.types.contact_codes import ContactCode
from schema.types.directives import cost
from schema.types.insights import DraftHint
from schema.types.messages import Message
from schema.types.moderation import ModerationAction
from schema.types.reports import Report
from schema.types.request_selection import SWEEPING, listing_cost, looking_cost
from schema.types.requests import Request, SentRequest
from schema.types.scalars import SCALARS
from schema.types.threads import Thread
from schema.types.users import User
from schema.types.viewer import Viewer


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


@strawberry.type(
    description="Everything that the viewer can do. Expected failures are members of each result."
)
class Mutation:
    """Each field is one transaction."""

    send_request = strawberry.mutation(resolvers.sending.send_request)
    send_message = strawberry.mutation(resolvers.sending.send_message)
    accept = strawberry.mutation(resolvers.requests.accept)
    delete = strawberry.mutation(resolvers.threads.delete)
    undo_delete = strawberry.mutation(resolvers.threads.undo_delete, metadata=cost(2_500))
    accept_requests = strawberry.mutation(resolvers.request_selection.accept_requests, metadata=SWEEPING)
    delete_requests = strawberry.mutation(resolvers.request_selection.delete_requests, metadata=SWEEPING)
    block = strawberry.mutation(resolvers.relations.block)
    unblock = strawberry.mutation(resolvers.relations.unblock)
    report = strawberry.mutation(resolvers.reports.report)
    update_dm_audience = strawberry.mutation(resolvers.viewer.update_dm_audience)
    update_read_receipts = strawberry.mutation(resolvers.viewer.update_read_receipts)
    update_request_policy = strawberry.mutation(resolvers.filtering.update_request_policy)
    pause_requests = strawberry.mutation(resolvers.filtering.pause_requests)
    update_filter_words = strawberry.mutation(
        resolvers.filtering.update_filter_words,
        metadata=cost(
            lambda given: 10 * (len(given["input"]["words"]) + len(given["input"].get("entries") or []))
        ),
    )
    create_contact_code = strawberry.mutation(resolvers.contact_codes.create_contact_code)
    revoke_contact_code = strawberry.mutation(resolvers.contact_codes.revoke_contact_code)
    mark_read = strawberry.mutation(resolvers.receipts.mark_read)
    mark_threads_read = strawberry.mutation(
        resolvers.receipts.mark_threads_read, metadata=cost(rows=MOST, each=15)
    )
    mark_unread = strawberry.mutation(resolvers.receipts.mark_unread)
    mark_requests_seen = strawberry.mutation(resolvers.viewer.mark_requests_seen)
    mute = strawberry.mutation(resolvers.threads.mute)
    move_request = strawberry.mutation(resolvers.requests.move_request)
    follow = strawberry.mutation(resolvers.relations.follow)
    unfollow = strawberry.mutation(resolvers.relations.unfollow)
    create_stream_ticket = strawberry.mutation(resolvers.streams.create_stream_ticket)
    claim_report = strawberry.mutation(resolvers.moderation.claim_report)
    resolve_report = strawberry.mutation(resolvers.moderation.resolve_report)
    lift_restriction = strawberry.mutation(resolvers.moderation.lift_restriction)
    appeal_restriction = strawberry.mutation(resolvers.appeals.appeal_restriction)
    resolve_appeal = strawberry.mutation(resolvers.appeals.resolve_appeal)
    upsert_users = strawberry.mutation(
        resolvers.provisioning.upsert_users,
        metadata=cost(rows=lambda given: len(given["input"]["users"]), each=15),
    )
    set_follows = strawberry.mutation(
        resolvers.relations.set_follows,
        metadata=cost(rows=lambda given: len(given["input"]["add"]) + len(given["input"]["remove"]), each=5),
    )
    erase_user = strawberry.mutation(resolvers.provisioning.erase_user)
    revoke_tokens = strawberry.mutation(resolvers.provisioning.revoke_tokens)
    take_pushes = strawberry.mutation(
        resolvers.pushes.take_pushes,
        metadata=cost(rows=lambda given: min(100, given["input"]["first"]), each=15),
    )
    acknowledge_pushes = strawberry.mutation(resolvers.pushes.acknowledge_pushes, metadata=cost(100))


@strawberry.type
class Subscription:
    """Events as they happen. Every item has an `eventCursor`, from which a stream can resume."""

    message_added = strawberry.subscription(resolvers.subscriptions.message_added)
    request_received = strawberry.subscription(resolvers.subscriptions.request_received)
    events = strawberry.subscription(resolvers.subscriptions.events)
    request_accepted = strawberry.subscription(resolvers.subscriptions.request_accepted)
    pushes_waiting = strawberry.subscription(resolvers.pushes.pushes_waiting)


TYPES = [Viewer, User, Thread, Message, Request, SentRequest, ContactCode, Report, ModerationAction]
CONFIG = StrawberryConfig(scalar_map=SCALARS)
