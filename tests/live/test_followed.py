"""The README's two lists of modules, from an operation to the other side's item, are the order in which they run."""

import asyncio
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.world import World

ROOT = Path(__file__).resolve().parents[2]
OF_STATEMENTS = {"models/requests.py", "models/event_log.py", "models/sending/facts.py"}
"""They run as statements, which no call shows; their place in the list is not tested."""
MOST = 20


def listed(operation: str) -> list[str]:
    """The modules that the README names for an operation, in order."""
    [line] = re.findall(
        rf"^`queries/{operation}\.graphql`((?: →\s`[\w/.]+`)+)",
        (ROOT / "README.md").read_text(),
        re.MULTILINE,
    )
    return re.findall(r"`([\w/.]+)`", line)


@contextmanager
def followed(names: list[str]) -> Iterator[list[str]]:
    """Those of the modules that run, in the order of their first call."""
    files = {str(ROOT / name): name for name in names if name not in OF_STATEMENTS}
    entered: list[str] = []

    def note(frame: Any, event: str, _: object) -> None:
        name = files.get(frame.f_code.co_filename)
        if event == "call" and name and name not in entered:
            entered.append(name)

    sys.setprofile(note)
    try:
        yield entered
    finally:
        sys.setprofile(None)


async def test_a_request_is_followed_to_its_recipient(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    names = listed("sendRequest")
    async with bob.listen("requestReceived") as stream:
        await asyncio.sleep(0.05)
        with followed(names) as entered:
            await alice.request(bob)
            await stream.item()
    assert entered == [name for name in names if name not in OF_STATEMENTS]
    assert len(names) <= MOST


async def test_an_accept_is_followed_to_the_sender(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    request = await bob.request_id(alice)
    names = listed("accept")
    async with alice.listen("requestAccepted") as stream:
        await asyncio.sleep(0.05)
        with followed(names) as entered:
            await bob.do("accept", requestId=request)
            await stream.item()
    assert entered == [name for name in names if name not in OF_STATEMENTS]
    assert len(names) <= MOST
