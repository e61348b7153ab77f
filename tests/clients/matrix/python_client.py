"""gql, told by lines of JSON what to ask and what to follow: python_client.py URL TOKEN; its answers are lines too."""

import asyncio
import json
import sys
from typing import Any

from gql import Client, gql
from gql.transport.aiohttp import AIOHTTPTransport
from gql.transport.exceptions import TransportQueryError
from gql.transport.websockets import WebsocketsTransport

URL, TOKEN = sys.argv[1:]
HEADERS = {"Authorization": f"Bearer {TOKEN}"}


def say(told: dict[str, Any]) -> None:
    print(json.dumps(told), flush=True)


async def ask(asked: dict[str, Any]) -> dict[str, Any]:
    request = gql(asked["query"])
    request.variable_values = asked.get("variables")
    try:
        async with Client(transport=AIOHTTPTransport(URL, headers=HEADERS)) as session:
            return {"data": await session.execute(request)}
    except TransportQueryError as error:
        return {"error": error.errors}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


async def follow(asked: dict[str, Any]) -> None:
    request = gql(asked["query"])
    request.variable_values = asked.get("variables")
    transport = WebsocketsTransport(URL.replace("http", "ws"), init_payload=HEADERS)
    try:
        async with Client(transport=transport) as session:
            async for data in session.subscribe(request):
                say({"item": {"data": data}})
        say({"ended": "complete"})
    except Exception as error:
        say({"ended": f"{type(error).__name__}: {error}"})


async def play() -> None:
    streams: set[asyncio.Task[None]] = set()
    while line := await asyncio.to_thread(sys.stdin.readline):
        asked = json.loads(line)
        if asked["kind"] == "listen":
            streams.add(asyncio.create_task(follow(asked)))
        else:
            say({"id": asked["id"], **await ask(asked)})


asyncio.run(play())
