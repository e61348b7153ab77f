"""The mutation root: a field for each act, with its resolver and cost."""

import strawberry

import resolvers.appeals
import resolvers.blocks
import resolvers.contact_codes
import resolvers.filtering
import resolvers.follows
import resolvers.moderation
import resolvers.provisioning.mutations
import resolvers.pushes
import resolvers.receipts
import resolvers.reports
import resolvers.request_selection
import resolvers.requests
import resolvers.sending
import resolvers.streams
import resolvers.threads
import resolvers.viewer
from models.receipts import MOST
from schema.types.directives import cost
from schema.types.request_selection import SWEEPING


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
        resolvers.provisioning.mutations.revoke_tokens,
        description="Refuse a user's tokens that were issued before a time, at once, for the host app.",
    )
    take_pushes = strawberry.mutation(
        resolvers.pushes.take_pushes,
        description="For the host app: take the pushes that wait, under a lease.",
        metadata=cost(rows=lambda given: min(100, given["input"]["first"]), each=15),
    )
    acknowledge_pushes = strawberry.mutation(
        resolvers.pushes.acknowledge_pushes,
        description="For the host app: say that the pushes of a lease are delivered.",
        metadata=cost(100),
    )
