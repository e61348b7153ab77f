"""Two people who do at once all that they can to each other, and what each call was answered."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

import aiohttp

from tests.races.orders import HAPPENED, SHOWN, VERBS, Call, unanswered
from tests.world import Person

GONE = (aiohttp.ClientError, OSError, TimeoutError)
LOOK = """query($name: String!) { user(username: $name) { threadWithMe {
    state messagesLeftBeforeAccept unreadCount lastMessage { text } } } }"""
DO = "mutation($input: %s!) { %s(input: $input) { __typename } }"
LANES, EACH = 4, 5
"""Devices at once, half of them of either; calls of each, one after another."""


@dataclass
class Pair:
    """`calls`: all that may have happened. A call that was refused as trouble has not."""

    alice: Person
    bob: Person
    thread_id: str
    request_id: str
    calls: list[Call] = field(default_factory=list)

    @classmethod
    async def of(cls, alice: Person, bob: Person) -> "Pair":
        """The second has a request of the first."""
        await alice.request(bob)
        return cls(alice, bob, await alice.thread_id(bob), await bob.request_id(alice))

    async def live(self, devices: Sequence[tuple[str, Person]], verbs: Sequence[str] = VERBS) -> None:
        """Each device does a few things, whatever the others do."""

        async def some(number: int, me: str, device: Person) -> None:
            for turn in range(EACH):
                await asyncio.sleep(random.uniform(0, 0.005))
                verb = random.choice([one for one in verbs if (me, one) != ("alice", "accept")])
                await self.call(me, device, verb, f"{me} {number} {turn}")

        await asyncio.gather(*[some(number, *device) for number, device in enumerate(devices)])

    async def call(self, me: str, device: Person, verb: str, text: str) -> None:
        """One call, and what became of it."""
        begun = monotonic()
        try:
            answer = await self._ask(me, device, verb, text)
        except GONE:
            self.calls += [unanswered(me, verb, text, begun)] if verb != "look" else []
            return
        codes = {error["extensions"]["code"] for error in answer.get("errors") or ()}
        if "OUTCOME_UNKNOWN" in codes:
            self.calls.append(unanswered(me, verb, text, begun))
        elif "COMMITTED_NOT_READ" in codes:
            self.calls.append(Call(me, verb, text, begun, monotonic(), HAPPENED))
        elif not codes:
            self.calls.append(Call(me, verb, text, begun, monotonic(), _told(verb, answer["data"])))
        else:
            assert codes == {"OVERLOADED"}, answer

    async def _ask(self, me: str, device: Person, verb: str, text: str) -> Any:
        peer = self.bob if me == "alice" else self.alice
        on_user, on_thread = {"userId": peer.id}, {"threadId": self.thread_id}
        name, given = {
            "request": ("sendRequest", {"recipientId": peer.id, "text": text}),
            "reply": ("sendMessage", {**on_thread, "text": text}),
            "accept": ("accept", {"requestId": self.request_id}),
            "delete": ("delete", {"id": self.thread_id}),
            "undo": ("undoDelete", {"id": self.thread_id}),
        }.get(verb, (verb, on_user))
        if verb == "look":
            return await device.ask(LOOK, name=peer.name)
        return await device.ask(DO % (f"{name[0].upper()}{name[1:]}Input", name), input=given)


def _told(verb: str, data: Any) -> object:
    [value] = data.values()
    if verb != "look":
        return value["__typename"]
    thread = value["threadWithMe"]
    return repr(thread and {name: thread[name] for name in SHOWN})
