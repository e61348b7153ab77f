"""The two mutations that send."""

from dataclasses import dataclass
from typing import Any

from events.stream import EventCursor
from models.messages import MessageRow
from models.sending.facts import KeyedRow
from models.sending.write import Sent
from resolvers.delivery import Attempt
from resolvers.send_sets import Decided, Sending
from rules.problems import InvalidInput, RecipientUnavailable, Refusal
from rules.sending import KEY_LENGTH, Landing
from rules.text import flaw_of_kept
from schema.types import sending as types
from schema.types.context import Context, Given, Info
from schema.types.ids import Kind
from schema.types.problems import problem_of


@dataclass(frozen=True, slots=True)
class Delivered:
    """A stored message. `message` is None for a repeated key."""

    thread_id: int
    message_id: int
    message: MessageRow | None
    event_cursor: EventCursor


async def send(context: Context, attempt: Attempt) -> Delivered | Refusal:
    """Writes, and wakes both sides."""
    sending = Sending(context.services, context.require_viewer(), attempt)
    if attempt.key is not None and (flaw := flaw_of_kept(attempt.key, KEY_LENGTH)):
        return InvalidInput("clientKey", flaw.reason, flaw.bound)
    outcome = _outcome(await sending.run())
    context.refresh()
    if isinstance(outcome, Delivered):
        context.committed(outcome.event_cursor)
    return outcome


def _outcome(decided: Decided) -> Delivered | Refusal:
    verdict, facts, sent = decided.verdict, decided.facts, decided.sent
    if sent:
        return _delivered(decided, sent)
    assert not isinstance(verdict, Landing)
    if not isinstance(verdict, KeyedRow):
        return verdict
    if verdict.message_id is None or verdict.thread_id is None:
        return RecipientUnavailable()
    cursor = EventCursor(decided.moment.viewer_id, facts.epoch, facts.last_seq)
    return Delivered(verdict.thread_id, verdict.message_id, None, cursor)


def _delivered(decided: Decided, sent: Sent) -> Delivered:
    cursor = EventCursor(sent.viewer_id, decided.facts.epoch, sent.own_seq)
    message = MessageRow(
        id=sent.message_id,
        thread_id=sent.thread_id,
        seq=sent.seq,
        sender_id=sent.viewer_id,
        text=decided.attempt.text,
        sent_at=decided.moment.now,
        is_seen=False,
    )
    return Delivered(sent.thread_id, sent.message_id, message, cursor)


async def send_request(info: Info, input: Given[types.SendRequestInput]) -> types.SendRequestResult | None:
    """Write to a user, with or without an existing thread."""
    # Creates the thread if there is none (behaviour 4).
    recipient_id = info.context.key_of(Kind.USER, input.recipient_id) or 0
    attempt = Attempt(
        mutation="sendRequest",
        field="recipientId",
        recipient_id=recipient_id,
        thread_id=0,
        text=input.text.strip(),
        key=input.client_key,
        code=input.code,
    )
    return _answer(types.SendRequestSuccess, await send(info.context, attempt))


async def send_message(info: Info, input: Given[types.SendMessageInput]) -> types.SendMessageResult | None:
    """Write in a thread. In a request to the viewer, this accepts the request first."""
    thread_id = info.context.key_of(Kind.THREAD, input.thread_id) or 0
    attempt = Attempt(
        mutation="sendMessage",
        field="threadId",
        recipient_id=0,
        thread_id=thread_id,
        text=input.text.strip(),
        key=input.client_key,
    )
    return _answer(types.SendMessageSuccess, await send(info.context, attempt))


def _answer(
    success: type[types.SendRequestSuccess] | type[types.SendMessageSuccess], outcome: Delivered | Refusal
) -> Any:
    if not isinstance(outcome, Delivered):
        return problem_of(outcome)
    return success(
        event_cursor=outcome.event_cursor,
        thread_id=outcome.thread_id,
        message_id=outcome.message_id,
        row=outcome.message,
    )
