"""The two mutations that send."""

from typing import Any

from models.event_log import EventCursor
from models.messages import MessageRow
from models.sending.facts import KeyedRow
from models.sending.write import Sent
from resolvers.delivery import Attempt, Decided
from resolvers.mutation import Fields
from resolvers.send_sets import Sending
from rules.problems import InvalidInput, RecipientUnavailable, Refusal
from rules.sending import KEY_LENGTH, Landing
from rules.text import flaw_of_kept
from schema.types import sending as types
from schema.types.context import Context, Given, Info
from schema.types.ids import Kind
from schema.types.problems import problem_of

Success = type[types.SendRequestSuccess] | type[types.SendMessageSuccess]


async def send(context: Context, attempt: Attempt, success: Success) -> Any:
    """Writes, wakes both sides, and answers."""
    sending = Sending(context.services, context.require_viewer(), attempt)
    if attempt.key is not None and (flaw := flaw_of_kept(attempt.key, KEY_LENGTH)):
        return problem_of(InvalidInput("clientKey", flaw.reason, flaw.bound))
    outcome = _outcome(await sending.run())
    context.refresh()
    if isinstance(outcome, Refusal):
        return problem_of(outcome)
    context.committed(outcome["event_cursor"])
    return success(**outcome)


def _outcome(decided: Decided) -> Fields | Refusal:
    """The fields of a success. That of a repeated key has no row of the message."""
    verdict, facts, sent = decided.verdict, decided.case.facts, decided.sent
    if sent:
        cursor = EventCursor(sent.viewer_id, facts.epoch, sent.own_seq)
        row = _message(decided, sent)
        return {"event_cursor": cursor, "thread_id": row.thread_id, "message_id": row.id, "row": row}
    assert not isinstance(verdict, Landing)
    if not isinstance(verdict, KeyedRow):
        return verdict
    if verdict.message_id is None or verdict.thread_id is None:
        return RecipientUnavailable()
    cursor = EventCursor(decided.case.viewer_id, facts.epoch, facts.last_seq)
    kept = {"thread_id": verdict.thread_id, "message_id": verdict.message_id}
    return {"event_cursor": cursor, "row": None, **kept}


def _message(decided: Decided, sent: Sent) -> MessageRow:
    return MessageRow(
        id=sent.message_id,
        thread_id=sent.thread_id,
        seq=sent.seq,
        sender_id=sent.viewer_id,
        text=decided.case.attempt.text,
        sent_at=decided.case.now,
        is_seen=False,
    )


async def send_request(info: Info, input: Given[types.SendRequestInput]) -> types.SendRequestResult | None:
    """Write to a user, with or without an existing thread."""
    # Creates the thread if there is none (behaviour 4).
    recipient_id = info.context.key_of(Kind.USER, input.recipient_id)
    attempt = Attempt(
        mutation="sendRequest",
        field="recipientId",
        recipient_id=recipient_id,
        thread_id=0,
        text=input.text.strip(),
        key=input.client_key,
        code=input.code,
    )
    return await send(info.context, attempt, types.SendRequestSuccess)


async def send_message(info: Info, input: Given[types.SendMessageInput]) -> types.SendMessageResult | None:
    """Write in a thread. In a request to the viewer, this accepts the request first."""
    thread_id = info.context.key_of(Kind.THREAD, input.thread_id)
    attempt = Attempt(
        mutation="sendMessage",
        field="threadId",
        recipient_id=0,
        thread_id=thread_id,
        text=input.text.strip(),
        key=input.client_key,
    )
    return await send(info.context, attempt, types.SendMessageSuccess)
