"""Once banned words are loaded again, each request is filed by the new list; before, by the old one."""

from pathlib import Path

import pytest

from rules.policy import Policy
from server.filtering import WordsFile, ban, read_words
from tests.races.arena import race
from tests.world import Person, World


@pytest.fixture
def policy() -> Policy:
    return Policy(bucket_size=1000)


async def _folders(bob: Person, senders: list[Person]) -> list[str]:
    """Of each one's request."""
    nodes = [*await bob.nodes("requests"), *await bob.nodes("requests", folder="HIDDEN")]
    found = {node["sender"]["id"]: node["folder"] for node in nodes}
    return [found[sender.id] for sender in senders]


def _words(path: Path, *words: str) -> WordsFile:
    path.write_text("\n".join(words))
    return read_words(path)


async def test_a_word_that_is_banned_beside_requests(world: World, rounds: int, tmp_path: Path) -> None:
    path = tmp_path / "words"
    for number in range(rounds):
        ban(world.services.filter, _words(path, "other"))
        bob, *senders = await world.cast(*[f"{name}{number}x" for name in ("bob", "a", "b", "c", "d", "e")])
        before, *meanwhile, after = senders

        async def reload() -> None:
            ban(world.services.filter, _words(path, "slimy"))

        await before.request(bob, "a slimy word")
        await race(reload(), *[sender.request(bob, "a slimy word") for sender in meanwhile])
        await after.request(bob, "a slimy word")
        first, *_, last = await _folders(bob, senders)
        assert (first, last) == ("REQUESTS", "HIDDEN")
