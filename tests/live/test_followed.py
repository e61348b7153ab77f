"""The README names each module that runs from an operation to the other side's item, and in which order."""

import asyncio
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.world import World

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text()
FLOORS = ("rules", "models", "events", "schema", "execution", "resolvers", "server")
OF_STATEMENTS = {"models/requests.py", "models/event_log.py"}
"""They run as statements, which no call shows; their place in the list is not tested."""
MOST = 20


def stops_of(operation: str) -> list[str]:
    """The stops that the README names for an operation, in order: modules, and packages with a slash at the end."""
    [line] = re.findall(rf"^`queries/{operation}\.graphql`((?: →\s`[\w/.]+`)+)", README, re.MULTILINE)
    return re.findall(r"`([\w/.]+)`", line)


def passed_by() -> set[str]:
    """Modules that the README names after the stops."""
    [text] = re.findall(r"^These modules also run, (.+?)\n\n", README, re.MULTILINE | re.DOTALL)
    return set(re.findall(r"`([\w/]+\.py)`", text))


@contextmanager
def followed() -> Iterator[list[str]]:
    """The modules that run from the HTTP body on, in the order of their first call."""
    floors = tuple(f"{ROOT}/{floor}/" for floor in FLOORS)
    entered: list[str] = []

    def note(frame: Any, event: str, _: object) -> None:
        path = frame.f_code.co_filename
        if event == "call" and path.startswith(floors):
            name = str(Path(path).relative_to(ROOT))
            if name not in entered and (entered or name.startswith("server/transport/")):
                entered.append(name)

    sys.setprofile(note)
    try:
        yield entered
    finally:
        sys.setprofile(None)


def assert_followed(operation: str, entered: list[str]) -> None:
    """Each module that ran is a stop, in a stop, or passed by, and no stop is left out."""
    stops = stops_of(operation)
    packages = tuple(stop for stop in stops if stop.endswith("/"))
    aside = (passed_by() - set(stops)) | OF_STATEMENTS
    reached = [
        next((package for package in packages if name.startswith(package)), name)
        for name in entered
        if name not in aside
    ]
    assert list(dict.fromkeys(reached)) == [stop for stop in stops if stop not in OF_STATEMENTS]
    assert len(stops) <= MOST


async def test_a_request_is_followed_to_its_recipient(world: World) -> None:
    alice, bob, carol, dave = await world.cast("alice", "bob", "carol", "dave")
    async with carol.listen("requestReceived") as first, bob.listen("requestReceived") as second:
        await alice.request(dave)
        await alice.request(carol)
        await first.item()
        await asyncio.sleep(0.05)
        with followed() as entered:
            await alice.request(bob)
            await second.item()
    assert_followed("sendRequest", entered)


async def test_an_accept_is_followed_to_the_sender(world: World) -> None:
    alice, bob, carol, dave = await world.cast("alice", "bob", "carol", "dave")
    for recipient in (carol, dave, bob):
        await alice.request(recipient)
    first, second, third = [await recipient.request_id(alice) for recipient in (carol, dave, bob)]
    async with alice.listen("requestAccepted") as stream:
        await carol.do("accept", requestId=first)
        await dave.do("accept", requestId=second)
        for _ in range(2):
            await stream.item()
        await asyncio.sleep(0.05)
        with followed() as entered:
            await bob.do("accept", requestId=third)
            await stream.item()
    assert_followed("accept", entered)


def test_what_is_passed_by_is_there() -> None:
    assert [name for name in passed_by() if not (ROOT / name).is_file()] == []
