"""Two people and the stock gql client, against a running demo: `python tests/clients/two_people.py URL`.

URL is the server's own, such as http://127.0.0.1:8000. Each step is a line; a difference ends it with 1.
"""

import asyncio
import sys
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
from gql import Client, GraphQLRequest
from gql.client import AsyncClientSession
from gql.transport.aiohttp import AIOHTTPTransport
from gql.transport.websockets import WebsocketsTransport

QUERIES = Path(__file__).resolve().parents[2] / "queries"
PENDING = "You can send up to 3 messages until this user accepts your message request."
PATIENCE = 60
"""Seconds within which a live item comes."""


def check(step: str, found: object, expected: object) -> None:
    """Prints the step; what is not as expected ends the script."""
    if found != expected:
        sys.exit(f"FAILED  {step}: expected {expected!r}, found {found!r}")
    print(f"ok      {step}", flush=True)


def request(name: str, variables: dict[str, Any]) -> GraphQLRequest:
    """One of the front ends' own operations."""
    return GraphQLRequest((QUERIES / f"{name}.graphql").read_text(), variable_values=variables)


@dataclass
class Person:
    """Someone of the demo's cast, with an HTTP session and a socket."""

    name: str
    http: AsyncClientSession
    socket: AsyncClientSession

    async def run(self, name: str, **variables: Any) -> Any:
        """The value of the operation's one root field."""
        result = await self.http.execute(request(name, variables))
        (value,) = result.values()
        return value

    async def do(self, name: str, **given: Any) -> Any:
        """A mutation with this input."""
        return await self.run(name, input=given)

    async def id_of(self, username: str) -> str:
        return str((await self.run("user", username=username))["id"])

    @asynccontextmanager
    async def listen(self, name: str, **variables: Any) -> AsyncIterator["Items"]:
        """A subscription over the socket; without `after` it is live once its Position came."""
        items = Items(self.socket.subscribe(request(name, variables)))
        if "after" not in variables:
            check(f"{self.name} listens to {name}", (await items.next())["__typename"], "Position")
        yield items
        await items.source.aclose()


@dataclass
class Items:
    """The items of one subscription."""

    source: AsyncGenerator[dict[str, Any], None]

    async def next(self) -> Any:
        async with asyncio.timeout(PATIENCE):
            (item,) = (await anext(self.source)).values()
            return item

    async def texts(self, count: int) -> list[str]:
        """Of the next messages."""
        return [(await self.next())["message"]["text"] for _ in range(count)]


@asynccontextmanager
async def signed_in(url: str, name: str) -> AsyncIterator[Person]:
    """A token of the demo, then both transports: one carries it in a header, the other in connection_init."""
    async with aiohttp.request("POST", f"{url}/demo/token", json={"username": name}) as answer:
        token = {"Authorization": f"Bearer {(await answer.json())['token']}"}
    over_http = AIOHTTPTransport(f"{url}/graphql", headers=token)
    over_socket = WebsocketsTransport(f"{url.replace('http', 'ws', 1)}/graphql", init_payload=token)
    async with Client(transport=over_http) as http, Client(transport=over_socket) as socket:
        yield Person(name, http, socket)


async def ask(alice: Person, bob: Person) -> None:
    """Three requests reach bob as one; the fourth is refused."""
    bob_id = await alice.id_of("bob")
    async with bob.listen("requestReceived") as received:
        for number, left in enumerate((2, 1, 0), 1):
            sent = await alice.do("sendRequest", recipientId=bob_id, text=f"hello {number}")
            check(
                f"alice's message {number} goes, {left} left",
                sent["thread"]["messagesLeftBeforeAccept"],
                left,
            )
        item = await received.next()
        check("bob's socket gets requestReceived", item["request"]["sender"]["username"], "alice")
    fourth = await alice.do("sendRequest", recipientId=bob_id, text="hello 4")
    refused = ("PendingLimitReached", PENDING, 3)
    check("the fourth is refused", (fourth["__typename"], fourth["message"], fourth["limit"]), refused)


async def accept(alice: Person, bob: Person) -> str:
    """Twice, to show that it is told once; the thread's id."""
    edges = (await bob.run("requests"))["edges"]
    [waiting] = [edge["node"] for edge in edges if edge["node"]["sender"]["username"] == "alice"]
    check(
        "bob finds all three",
        [m["text"] for m in waiting["pendingMessages"]],
        [f"hello {n}" for n in (1, 2, 3)],
    )
    async with alice.listen("requestAccepted") as accepted:
        for _ in range(2):
            done = await bob.do("accept", requestId=waiting["id"])
            check("bob accepts", done["thread"]["state"], "OPEN")
        item = await accepted.next()
        check("alice's socket gets requestAccepted", item["thread"]["peer"]["username"], "bob")
        await expect_quiet(accepted)
    return str(done["thread"]["id"])


async def expect_quiet(items: Items) -> None:
    """Half a second without an item."""
    waiting = asyncio.ensure_future(anext(items.source))
    done, _ = await asyncio.wait([waiting], timeout=0.5)
    check("and only once", [task.result() for task in done], [])
    waiting.cancel()
    await asyncio.wait([waiting])


async def chat(alice: Person, bob: Person, thread_id: str) -> str:
    """Both write and both sockets get it; where alice's socket stood at the end."""
    async with alice.listen("messageAdded") as hers, bob.listen("messageAdded", threadId=thread_id) as his:
        await bob.do("sendMessage", threadId=thread_id, text="welcome")
        await alice.do("sendMessage", threadId=thread_id, text="thanks")
        check("bob's socket gets both", await his.texts(2), ["welcome", "thanks"])
        check("alice's socket gets the first", (await hers.next())["message"]["text"], "welcome")
        last = await hers.next()
        check("and her own", (last["message"]["text"], last["message"]["isMine"]), ("thanks", True))
        return str(last["eventCursor"])


async def come_back(alice: Person, bob: Person, thread_id: str, after: str) -> None:
    """The items that came while alice had no stream, then live ones."""
    missed = [f"while you were away {number}" for number in range(5)]
    for text in missed:
        await bob.do("sendMessage", threadId=thread_id, text=text)
    async with alice.listen("messageAdded", after=after) as resumed:
        check("alice resumes and missed nothing", await resumed.texts(len(missed)), missed)
        await bob.do("sendMessage", threadId=thread_id, text="there you are")
        check("and it goes on live", await resumed.texts(1), ["there you are"])


async def main(url: str) -> None:
    async with signed_in(url, "bob") as bob:
        async with signed_in(url, "alice") as alice:
            await ask(alice, bob)
            thread_id = await accept(alice, bob)
            cursor = await chat(alice, bob, thread_id)
        async with signed_in(url, "alice") as alice:
            await come_back(alice, bob, thread_id, cursor)
    print("all as it should be")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1].rstrip("/")))
