"""Takes pushes from the Doorstep at DOORSTEP_URL and hands each to `ring`, at least once."""

import asyncio
import os
import sys
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import Any

import aiohttp

try:
    # The token has the role "service"; a file that it came from may have ended its line.
    URL, TOKEN = os.environ["DOORSTEP_URL"], os.environ["DOORSTEP_TOKEN"].strip()
    LEASE = int(os.environ.get("DOORSTEP_LEASE", "30"))
except (KeyError, ValueError) as error:
    raise SystemExit(
        f"Set DOORSTEP_URL and DOORSTEP_TOKEN, and DOORSTEP_LEASE to whole seconds or not: {error}"
    ) from None
QUERIES = Path(__file__).resolve().parents[2] / "queries"
HEADERS = {"Authorization": f"Bearer {TOKEN}", "Accept": "application/graphql-response+json"}
WRONG = {*range(400, 500)} - {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS}
TROUBLE = (aiohttp.ClientError, OSError, TimeoutError, ValueError, TypeError, KeyError)


async def ring(push: dict[str, Any]) -> None:
    """Your part: give it to the phone's push service, and return when that has it."""
    print(push, flush=True)


async def do(session: aiohttp.ClientSession, name: str, **given: Any) -> Any:
    """The result of a mutation; again while there is none, since it may be done twice.

    A refusal ends the program, and so does an answer that will be the same next time.
    """
    body = {"query": (QUERIES / f"{name}.graphql").read_text(), "variables": {"input": given}}
    said = ""
    while True:
        try:
            async with session.post(URL, json=body) as answer:
                if answer.status == HTTPStatus.UNAUTHORIZED:
                    raise SystemExit("DOORSTEP_TOKEN is wrong or has expired")
                if answer.status in WRONG:
                    raise SystemExit(f"DOORSTEP_URL answers {answer.status}: {(await answer.text())[:500]}")
                result = (await answer.json())["data"][name]
                if "code" in result:
                    raise SystemExit(result["message"])
                return result
        except (aiohttp.InvalidURL, aiohttp.NonHttpUrlClientError):
            raise SystemExit("DOORSTEP_URL is no address such as http://127.0.0.1:8000/graphql") from None
        except TROUBLE as error:
            if said != (said := f"{name} is tried again: {type(error).__name__}"):
                print(said, file=sys.stderr, flush=True)
        await asyncio.sleep(0.2)


async def wake(session: aiohttp.ClientSession, waiting: asyncio.Event) -> None:
    """Sets the event at each item of the subscription; it comes back by itself."""
    body = {"query": (QUERIES / "pushesWaiting.graphql").read_text()}
    while True:
        with suppress(*TROUBLE):
            async with session.post(URL, json=body, headers={"Accept": "text/event-stream"}) as items:
                async for line in items.content:
                    if b"PushesWaiting" in line:
                        waiting.set()
        await asyncio.sleep(1)


async def take(session: aiohttp.ClientSession, waiting: asyncio.Event) -> None:
    """Takes, rings, acknowledges; for ever."""
    while True:
        waiting.clear()
        taken = await do(session, "takePushes", leaseSeconds=LEASE)
        for push in taken["pushes"]:
            await ring(push | {"leaseEndsAt": taken["leaseEndsAt"]})
        await do(session, "acknowledgePushes", leaseId=taken["leaseId"])
        with suppress(TimeoutError):
            await asyncio.wait_for(waiting.wait(), timeout=0 if taken["pushes"] else LEASE)


async def main() -> None:
    """Both end together."""
    waiting = asyncio.Event()
    async with aiohttp.ClientSession(headers=HEADERS) as session, asyncio.TaskGroup() as both:
        both.create_task(wake(session, waiting))
        await take(session, waiting)


asyncio.run(main())
