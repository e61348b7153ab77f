"""Faults of clients, and of the ways between them and the service."""

import asyncio
import json
import random
import socket
import struct
from contextlib import AsyncExitStack, suppress
from dataclasses import replace
from time import monotonic
from typing import Any

import aiohttp

from tests.faults.benches import Bench
from tests.faults.faults import Fault, Figures, number
from tests.faults.links import Target, linked
from tests.faults.listeners import GONE, LISTEN, Listener
from tests.faults.loads import SEND
from tests.world import Person

SENT = SEND.replace("eventCursor sentMessage { text }", "sentMessage { id text }")
PROTOCOLS = ["graphql-transport-ws"]


def _begun(person: Person) -> list[str]:
    """The messages of a client that subscribes."""
    payload = {"query": LISTEN, "variables": {}}
    return [
        json.dumps({"type": "connection_init", "payload": {"Authorization": person.token}}),
        json.dumps({"type": "subscribe", "id": "1", "payload": payload}),
    ]


def _masked_frame(text: str) -> bytes:
    data, key = text.encode(), b"\0\0\0\0"
    head = (
        struct.pack("!BBH", 0x81, 0x80 | 126, len(data))
        if len(data) > 125
        else bytes((0x81, 0x80 | len(data)))
    )
    return head + key + data


def _raw_socket(bench: Bench, person: Person, end: int | None = None) -> socket.socket:
    """A client that subscribes and does not read; of its last frame only so many bytes are sent."""
    one = socket.create_connection(("127.0.0.1", bench.installation.service.port), timeout=5)
    one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    one.sendall(
        b"GET /graphql HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
        b"Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
    )
    first, second = map(_masked_frame, _begun(person))
    one.sendall(first + second[:end])
    return one


async def never_read(bench: Bench) -> Figures:
    """200 that subscribe and never read; ten of each user, as many as it may have."""
    people = [one.person for one in bench.listeners]
    silent = []
    for turn in range(200):
        with suppress(OSError):
            silent.append(await asyncio.to_thread(_raw_socket, bench, people[turn % len(people)]))
    memory = max(one.memory_info().rss for one in bench.installation.service.workers())
    await asyncio.sleep(15)
    grown = max(one.memory_info().rss for one in bench.installation.service.workers()) - memory
    for one in silent:
        one.close()
    return {"clients": len(silent), "grown in the largest worker, MB": round(grown / 2**20, 1)}


async def reset_mid_frame(bench: Bench) -> Figures:
    person = bench.listeners[0].person
    for turn in range(200):
        with suppress(OSError):
            one = await asyncio.to_thread(_raw_socket, bench, person, turn % 100)
            one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            one.close()
    return {"connections": 200}


async def half_open(bench: Bench) -> Figures:
    """Clients whose network is gone without a word: the service gives their sockets up."""
    async with linked(Target(port=bench.installation.service.port)) as link, AsyncExitStack() as stack:
        client = await stack.enter_async_context(aiohttp.ClientSession())
        for person in [one.person for one in bench.listeners[:10]]:
            ws = await client.ws_connect(f"http://127.0.0.1:{link.port}/graphql", protocols=PROTOCOLS)
            for text in _begun(person):
                await ws.send_str(text)
        await asyncio.sleep(2)
        link.is_silent, link.ends = True, 0
        begun = monotonic()
        while link.ends < 10 and monotonic() - begun < 60:  # noqa: ASYNC110
            await asyncio.sleep(0.5)
        seconds = monotonic() - begun
    assert seconds < 45, "half-open sockets were kept"
    return {"sockets": 10, "given up after, seconds": round(seconds, 1)}


async def storm(bench: Bench) -> Figures:
    """Many reconnect in one second, with cursors of a while ago."""
    count = number("STORM", 2000)
    people = [one.person for one in bench.listeners]
    cursors = {one.person.key: one.event_cursor for one in bench.listeners}
    await asyncio.sleep(5)
    caught: list[float] = []
    refused = 0
    begun = monotonic()

    async def come(person: Person) -> None:
        nonlocal caught, refused
        await asyncio.sleep(random.uniform(0, 1))
        listener = Listener(person, client, event_cursor=cursors[person.key])
        task = asyncio.create_task(listener.listen())
        while not listener.lives and monotonic() - begun < 60:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        caught += [monotonic() - begun] * bool(listener.lives)
        refused += sum(listener.closes.values())
        await asyncio.sleep(max(0.0, 25 - (monotonic() - begun)))
        task.cancel()

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as client:
        await asyncio.gather(*[come(people[turn % len(people)]) for turn in range(count)])
    assert len(caught) == count, f"{count - len(caught)} never came back"
    return {
        "clients": count,
        "caught up after, seconds": round(max(caught), 1),
        "tries in vain": refused,
    }


async def twice_at_once(bench: Bench) -> Figures:
    """The same request to two workers: one message, and the same answer."""
    rounds, differ = number("ROUNDS", 200), 0
    for turn in range(rounds):
        one, _, thread_id = bench.load.pairs[turn % len(bench.load.pairs)]
        given = {"threadId": thread_id, "text": f"twice {turn}", "clientKey": f"twice {turn}"}
        answers = await asyncio.gather(*[_ask(one, given) for _ in range(2)])
        differ += answers[0] != answers[1]
    rows = await bench.tables.fetch(
        "SELECT text, count(*) FROM messages WHERE text LIKE 'twice %' GROUP BY text", ()
    )
    assert [tuple(row) for row in rows if row[1] != 1] == []
    assert (len(rows), differ) == (rounds, 0)
    return {"rounds": rounds}


async def _ask(person: Person, given: dict[str, Any]) -> Any:
    """The sent message, whatever the cursor of the moment."""
    while True:
        answer = await person.ask(SENT, input=given)
        if "errors" not in answer:
            return answer["data"]["sendMessage"]
        await asyncio.sleep(0.2)


async def lose_answers(bench: Bench) -> Figures:
    """The way to the client breaks once the service answers: the key tells."""
    lost, texts = 0, []
    async with linked(Target(port=bench.installation.service.port)) as link:
        link.word, link.odds = b"clientKey", 0.5
        for turn in range(number("ROUNDS", 200)):
            one, _, thread_id = bench.load.pairs[turn % len(bench.load.pairs)]
            away = replace(one, world=replace(one.world, url=f"http://127.0.0.1:{link.port}/graphql"))
            texts.append(f"lost {turn}")
            while True:
                try:
                    await _ask(away, {"threadId": thread_id, "text": texts[-1], "clientKey": texts[-1]})
                    break
                except GONE:
                    lost += 1
    rows = await bench.tables.fetch(
        "SELECT text, count(*) FROM messages WHERE text LIKE 'lost %' GROUP BY text", ()
    )
    assert sorted(tuple(row) for row in rows) == sorted((text, 1) for text in texts)
    assert lost
    return {"answers lost": lost, "sends": len(texts)}


FAULTS = [
    Fault("16", "200 clients never read", never_read),
    Fault("17", "sockets are half open", half_open),
    Fault("18", "connections are reset in the middle of a frame", reset_mid_frame),
    Fault("20", "many clients reconnect in a second, with old cursors", storm),
    Fault("34", "the same request comes twice, to two workers", twice_at_once),
    Fault("35", "the answer is lost after the commit", lose_answers),
]
