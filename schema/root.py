"""The three roots: the only file of the schema that imports resolvers."""

import strawberry
from strawberry.schema.config import StrawberryConfig

import resolvers.appeals
import resolvers.blocks
import resolvers.contact_codes
import resolvers.export
import resolvers.filtering
import resolvers.follows
import resolvers.inbox
import resolvers.insights
import resolvers.moderation
import resolvers.nodes
import resolvers.people
import resolvers.provisioning.mutations
import resolvers.pushes
import resolvers.receipts
import resolvers.reports
import resolvers.request_selection
import resolvers.requests
import resolvers.revocations
import resolvers.sending
import resolvers.streams
import resolvers.subscriptions
import resolvers.threads
import resolvers.viewer
from models.receipts import MOST
from schema.types.contact_codes import ContactCode
from schema.types.costs import cost
from schema.types.enums import DraftHint
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


@strawberry.type(
    description="Everything that the viewer can do. Expected failures are members of each result."
)
class Mutation:
    """Each field is one transaction."""

    send_request = strawberry.mutation(
        resolvers.sending.send_request, description="Write to a user, with or without an existing thread."
    )
    send_message = strawberry.mutation(
        resolvers.sending.send_message,
        description="Write in a thread. In a request to the viewer, this accepts the request first.",
    )
    accept = strawberry.mutation(
        resolvers.requests.accept,
        description="Accept a request: the thread opens for both and the sender is told.",
    )
    delete = strawberry.mutation(
        resolvers.threads.delete,
        description="Remove a request or a thread for the viewer only; no one is told.",
    )
    undo_delete = strawberry.mutation(
        resolvers.threads.undo_delete,
        description="Undo a delete, single or bulk.",
        metadata=cost(2_500),
    )
    accept_requests = strawberry.mutation(
        resolvers.request_selection.accept_requests,
        description="Accept up to 500 requests at once, by ids or by a filter.",
        metadata=SWEEPING,
    )
    delete_requests = strawberry.mutation(
        resolvers.request_selection.delete_requests,
        description="Remove up to 500 requests at once for the viewer only, by ids or by a filter; no one is told.",
        metadata=SWEEPING,
    )
    block = strawberry.mutation(resolvers.blocks.block, description="Block a user. The user sees no change.")
    unblock = strawberry.mutation(
        resolvers.blocks.unblock,
        description="Lift a block. Messages that the user sent during the block stay unseen.",
    )
    report = strawberry.mutation(
        resolvers.reports.report, description="Report a user, thread or message to the moderators."
    )
    update_dm_audience = strawberry.mutation(
        resolvers.viewer.update_dm_audience, description="Choose who may start a thread with the viewer."
    )
    update_read_receipts = strawberry.mutation(
        resolvers.viewer.update_read_receipts, description="Turn the viewer's read receipts on or off."
    )
    update_request_policy = strawberry.mutation(
        resolvers.filtering.update_request_policy,
        description="Choose where requests go by the class of their sender: to Requests or to Hidden.",
    )
    pause_requests = strawberry.mutation(
        resolvers.filtering.pause_requests,
        description="Send requests that begin before a time to Hidden, quietly; or end that.",
    )
    update_filter_words = strawberry.mutation(
        resolvers.filtering.update_filter_words,
        description="Choose the words that send a request to Hidden.",
        metadata=cost(
            lambda given: 10 * (len(given["input"]["words"]) + len(given["input"].get("entries") or []))
        ),
    )
    create_contact_code = strawberry.mutation(
        resolvers.contact_codes.create_contact_code, description="Make a contact code to give away."
    )
    revoke_contact_code = strawberry.mutation(
        resolvers.contact_codes.revoke_contact_code, description="End a contact code of the viewer."
    )
    mark_read = strawberry.mutation(
        resolvers.receipts.mark_read, description="Mark a thread as read up to a message."
    )
    mark_threads_read = strawberry.mutation(
        resolvers.receipts.mark_threads_read,
        description="Mark up to 500 threads as read as of a cursor, those with the newest activity first.",
        metadata=cost(rows=MOST, each=15),
    )
    mark_unread = strawberry.mutation(
        resolvers.receipts.mark_unread, description="Mark an open thread as unread, to come back to it."
    )
    mark_requests_seen = strawberry.mutation(
        resolvers.viewer.mark_requests_seen,
        description="Say that the viewer has looked at the Requests folder: puts the red dot out.",
    )
    mute = strawberry.mutation(resolvers.threads.mute, description="Mute a thread, or unmute it.")
    move_request = strawberry.mutation(
        resolvers.requests.move_request, description="Move a request from Hidden to Requests, for good."
    )
    follow = strawberry.mutation(resolvers.follows.follow, description="Follow a user.")
    unfollow = strawberry.mutation(resolvers.follows.unfollow, description="Unfollow a user.")
    create_stream_ticket = strawberry.mutation(
        resolvers.streams.create_stream_ticket,
        description="Get a ticket with which a browser's EventSource opens one stream of the viewer.",
    )
    claim_report = strawberry.mutation(
        resolvers.moderation.claim_report,
        description="For moderators: show the other moderators that the viewer looks at a report.",
    )
    resolve_report = strawberry.mutation(
        resolvers.moderation.resolve_report,
        description="For moderators: end a report with a resolution.",
    )
    lift_restriction = strawberry.mutation(
        resolvers.moderation.lift_restriction,
        description="For moderators: end a user's restriction before its time.",
    )
    appeal_restriction = strawberry.mutation(
        resolvers.appeals.appeal_restriction,
        description="Appeal a restriction or a warning of the viewer, once.",
    )
    resolve_appeal = strawberry.mutation(
        resolvers.appeals.resolve_appeal,
        description="For moderators: answer an appeal of another moderator's decision.",
    )
    upsert_users = strawberry.mutation(
        resolvers.provisioning.mutations.upsert_users,
        description="For the host app: create users, or overwrite the fields that it owns.",
        metadata=cost(rows=lambda given: len(given["input"]["users"]), each=15),
    )
    set_follows = strawberry.mutation(
        resolvers.provisioning.mutations.set_follows,
        description="For the host app: add and remove follows.",
        metadata=cost(rows=lambda given: len(given["input"]["add"]) + len(given["input"]["remove"]), each=5),
    )
    erase_user = strawberry.mutation(
        resolvers.provisioning.mutations.erase_user,
        description="For the host app: erase a user. Their messages in threads with others stay.",
    )
    revoke_tokens = strawberry.mutation(
        resolvers.revocations.revoke_tokens,
        description="Refuse a user's tokens that were issued before a time, at once, for the host app.",
    )
    take_pushes = strawberry.mutation(
        resolvers.pushes.take_pushes,
        description="For the host app: take what may ring phones, under a lease.",
        metadata=cost(rows=lambda given: min(100, given["input"]["first"]), each=15),
    )
    acknowledge_pushes = strawberry.mutation(
        resolvers.pushes.acknowledge_pushes,
        description="For the host app: say that the pushes of a lease are delivered.",
        metadata=cost(100),
    )


@strawberry.type(
    description="Events as they happen. Every item has an `eventCursor`, from which a stream can resume."
)
class Subscription:
    """Each field reads the viewer's event log."""

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


TYPES = [Viewer, User, Thread, Message, Request, SentRequest, ContactCode, Report, ModerationAction]
CONFIG = StrawberryConfig(scalar_map=SCALARS)
