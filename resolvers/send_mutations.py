"""The two mutations that send; one decision stands behind both."""

from typing import Any

from resolvers.send_plan import Attempt
from resolvers.sending import Delivered, send
from rules.refusals import Refusal
from rules.text import trim
from schema.types.context import Given, Info
from schema.types.ids import Kind
from schema.types.problems import problem_of
from schema.types.sending import (
    SendMessageInput,
    SendMessageResult,
    SendMessageSuccess,
    SendRequestInput,
    SendRequestResult,
    SendRequestSuccess,
)


async def send_request(info: Info, input: Given[SendRequestInput]) -> SendRequestResult | None:
    """To a user (behaviour 4)."""
    attempt = Attempt(
        mutation="sendRequest",
        field="recipientId",
        target=input.recipient_id,
        recipient_id=info.context.key_of(Kind.USER, input.recipient_id) or 0,
        thread_id=0,
        text=trim(input.text),
        key=input.client_key,
    )
    return _answer(SendRequestSuccess, await send(info.context, attempt))


async def send_message(info: Info, input: Given[SendMessageInput]) -> SendMessageResult | None:
    """In a thread."""
    attempt = Attempt(
        mutation="sendMessage",
        field="threadId",
        target=input.thread_id,
        recipient_id=0,
        thread_id=info.context.key_of(Kind.THREAD, input.thread_id) or 0,
        text=trim(input.text),
        key=input.client_key,
    )
    return _answer(SendMessageSuccess, await send(info.context, attempt))


def _answer(
    success: type[SendRequestSuccess] | type[SendMessageSuccess], outcome: Delivered | Refusal
) -> Any:
    if not isinstance(outcome, Delivered):
        return problem_of(outcome)
    return success(
        position=outcome.position,
        thread_id=outcome.thread_id,
        message_id=outcome.message_id,
        row=outcome.message,
    )
