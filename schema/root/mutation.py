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

    send_request = strawberry.mutation(resolvers.sending.send_request)
    send_message = strawberry.mutation(resolvers.sending.send_message)
    accept = strawberry.mutation(resolvers.requests.accept)
    delete = strawberry.mutation(resolvers.threads.delete)
    undo_delete = strawberry.mutation(resolvers.threads.undo_delete, metadata=cost(2_500))
    accept_requests = strawberry.mutation(resolvers.request_selection.accept_requests, metadata=SWEEPING)
    delete_requests = strawberry.mutation(resolvers.request_selection.delete_requests, metadata=SWEEPING)
    block = strawberry.mutation(resolvers.blocks.block)
    unblock = strawberry.mutation(resolvers.blocks.unblock)
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
    follow = strawberry.mutation(resolvers.follows.follow)
    unfollow = strawberry.mutation(resolvers.follows.unfollow)
    create_stream_ticket = strawberry.mutation(resolvers.streams.create_stream_ticket)
    claim_report = strawberry.mutation(resolvers.moderation.claim_report)
    resolve_report = strawberry.mutation(resolvers.moderation.resolve_report)
    lift_restriction = strawberry.mutation(resolvers.moderation.lift_restriction)
    appeal_restriction = strawberry.mutation(resolvers.appeals.appeal_restriction)
    resolve_appeal = strawberry.mutation(resolvers.appeals.resolve_appeal)
    upsert_users = strawberry.mutation(
        resolvers.provisioning.mutations.upsert_users,
        metadata=cost(rows=lambda given: len(given["input"]["users"]), each=15),
    )
    set_follows = strawberry.mutation(
        resolvers.provisioning.mutations.set_follows,
        metadata=cost(rows=lambda given: len(given["input"]["add"]) + len(given["input"]["remove"]), each=5),
    )
    erase_user = strawberry.mutation(resolvers.provisioning.mutations.erase_user)
    revoke_tokens = strawberry.mutation(resolvers.provisioning.mutations.revoke_tokens)
    take_pushes = strawberry.mutation(
        resolvers.pushes.take_pushes,
        metadata=cost(rows=lambda given: min(100, given["input"]["first"]), each=15),
    )
    acknowledge_pushes = strawberry.mutation(resolvers.pushes.acknowledge_pushes, metadata=cost(100))
