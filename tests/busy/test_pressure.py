"""More sends at once than a process takes: each is answered, done or refused, and its readers hear what is done."""

import asyncio
from collections import Counter
from typing import Any

import aiohttp
import pytest

from server.rates import FIRST
from tests.busy.crowd import SEND, gathered, pairs
from tests.world import Person, World

SENDS = 3 * FIRST


async def _send(
    client: aiohttp.ClientSession, person: Person, thread_id: str, text: str
) -> tuple[str, str | None]:
    """The code of its answer, and when it may be tried again."""
    given: dict[str, Any] = {"threadId": thread_id, "text": text}
    body = {"query": SEND, "variables": {"input": given}}
    headers = {"Authorization": person.token}
    async with client.post(person.world.url, json=body, headers=headers) as response:
        answer = await response.json()
    codes = [error["extensions"]["code"] for error in answer.get("errors", ())]
    assert codes or answer["data"]["sendMessage"]["__typename"] == "SendMessageSuccess", answer
    return (*codes, "done")[0], response.headers.get("Retry-After")


@pytest.mark.shows("15.14", "15.29")
async def test_past_the_limit_each_send_is_done_or_refused(world: World) -> None:
    senders = await pairs(world, 20)
    one, other, _ = senders[0]
    texts = [f"Past it {number}." for number in range(SENDS)]
    async with gathered(world) as crowd, other.listen("messageAdded") as stream:
        sending = [
            _send(crowd.client, senders[turn % 20][0], senders[turn % 20][2], text)
            for turn, text in enumerate(texts)
        ]
        answers = await asyncio.gather(*sending)
        done = [text for text, (code, _) in zip(texts, answers, strict=True) if code == "done"]
        mine = set(done) & set(texts[::20])
        heard = [await _text(stream) for _ in mine]
    said = Counter(answers)
    assert said.keys() == {("done", None), ("OVERLOADED", "1")}, said
    stored = await world.rows("messages", "text", "text LIKE 'Past it %'")
    assert Counter(text for [text] in stored) == Counter(done)
    assert heard == [text for text in await other.texts(one) if text in mine]
    assert set(heard) == mine


async def _text(stream: Any) -> str:
    item = await stream.item()
    while item["__typename"] == "Position":
        item = await stream.item()
    return str(item["message"]["text"])
