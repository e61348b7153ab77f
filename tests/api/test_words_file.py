"""The service's banned words, from a file that changes while it runs."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from structlog.testing import capture_logs

from rules.filtering.reasons import Filter, HiddenReason
from server.app import assemble
from server.filtering import ban, keep_banned, make_filter, read_words
from server.service import SERVICE
from server.settings import Settings, SettingsError
from server.transport.wire import Runner
from tests.databases import PATIENCE
from tests.services import listening
from tests.world import SECRET, operation

POLL = 0.01
BANNED = HiddenReason.BANNED_WORD


@asynccontextmanager
async def watched(path: Path) -> AsyncIterator[Filter]:
    """The filter, which is kept as the file says."""
    filter, file = make_filter(), read_words(path)
    ban(filter, file)
    keeping = asyncio.create_task(keep_banned(filter, file, POLL))
    try:
        yield filter
    finally:
        keeping.cancel()


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not is_so():  # noqa: ASYNC110  (a file has no event)
            await asyncio.sleep(POLL)


@pytest.mark.shows("6.1")
async def test_each_line_is_a_word_or_a_phrase(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("slimy\n\n  free money \n\nübel\n", encoding="utf-8")
    async with watched(path) as filter:
        for text in ("Slimy!", "FREE-MONEY", "so ein ÜBEL"):
            assert filter.reasons(text, "") == BANNED
        assert not filter.reasons("money, free", "")


@pytest.mark.shows("6.1")
async def test_the_service_as_it_runs_hides_by_its_file(database_url: str, tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("slimy")
    settings = Settings(port=0, demo=True, database_url=database_url, words_file=path)
    async with serving(settings) as client:
        bob = await ask(client, "alice", "user", username="bob")
        given = {"recipientId": bob["id"], "text": "S l i m y!"}
        assert (await ask(client, "alice", "sendRequest", input=given))["thread"]["state"] == "PENDING"
        hidden = await ask(client, "bob", "requests", folder="HIDDEN")
    assert "alice" in [
        edge["node"]["sender"]["username"]
        for edge in hidden["edges"]
        if edge["node"]["hiddenReasons"] == ["BANNED_WORD"]
    ]


async def test_bobs_hidden_folder_in_the_demo_has_each_reason_once(database_url: str) -> None:
    settings = Settings(port=0, demo=True, database_url=database_url)
    async with serving(settings) as client:
        hidden = await ask(client, "bob", "requests", folder="HIDDEN")
        words = (await ask(client, "bob", "viewer"))["filterWords"]
        pending = await ask(client, "bob", "requests")

    shown = {edge["node"]["sender"]["username"]: edge["node"]["hiddenReasons"] for edge in hidden["edges"]}
    assert shown == {
        "oscar": ["BANNED_WORD"],
        "mallory": ["LINK"],
        "peggy": ["CONTACT_DETAILS"],
        "victor": ["OWN_WORD"],
        "sybil": ["NEW_ACCOUNT"],
    }
    assert words == ["giveaway"]
    assert {edge["node"]["sender"]["username"] for edge in pending["edges"]} == {"erin", "frank"}


@asynccontextmanager
async def serving(settings: Settings) -> AsyncIterator[aiohttp.ClientSession]:
    async with listening(Runner(await assemble(settings))) as url, aiohttp.ClientSession(url) as client:
        yield client


async def ask(client: aiohttp.ClientSession, who: str, name: str, **variables: Any) -> Any:
    """The result of the operation of this name for one of the demo's cast."""
    async with client.post("/demo/token", json={"username": who}) as answer:
        headers = {"Authorization": f"Bearer {(await answer.json())['token']}"}
    body = {"query": operation(name), "variables": variables}
    async with client.post("/graphql", json=body, headers=headers) as answer:
        [value] = (await answer.json())["data"].values()
    return value


async def test_a_changed_file_is_read_again_and_a_broken_one_leaves_the_list(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("slimy")
    async with watched(path) as filter:
        path.write_text("slimy\ngrifter")
        await until(lambda: filter.reasons("grifter", "") == BANNED)
        path.write_bytes(b"\xff\xfe\xff")
        await asyncio.sleep(5 * POLL)
        path.unlink()
        await asyncio.sleep(5 * POLL)
        assert filter.reasons("grifter", "") == BANNED
        path.write_text("zebra")
        await until(lambda: filter.reasons("zebra", "") == BANNED)
        assert not filter.reasons("slimy grifter", "")


async def test_the_service_as_it_runs_reads_a_changed_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.app.keep_banned", partial(keep_banned, poll=POLL))
    path, database = tmp_path / "words.txt", f"sqlite:///{tmp_path / 'doorstep.db'}"
    path.write_text("slimy")
    app = await assemble(Settings(port=0, jwt_secret=SECRET, database_url=database, words_file=path))
    filter = app[SERVICE].contexts.services.filter
    async with listening(Runner(app)):
        path.write_text("slimy\ngrifter")
        await until(lambda: filter.reasons("grifter", "") == BANNED)


async def test_lines_that_no_text_could_match_are_logged_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("slimy\n\n!!!\n \u200b \nc++\n", encoding="utf-8")
    with capture_logs() as logs:
        async with watched(path) as filter:
            assert filter.reasons("SLIMY!", "") == filter.reasons("c++!", "") == BANNED
            assert not filter.reasons("Plan C!!!", "")
    assert [(entry["log_level"], entry["lines"]) for entry in logs] == [("warning", [3, 4])]


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xff"], ids=["missing", "not UTF-8"])
async def test_the_service_does_not_start_without_its_file(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "words.txt"
    if content is not None:
        path.write_bytes(content)
    database = f"sqlite:///{tmp_path / 'doorstep.db'}"
    settings = Settings(port=0, jwt_secret=SECRET, database_url=database, words_file=path)
    with pytest.raises(SettingsError, match="DOORSTEP_WORDS_FILE"):
        await assemble(settings)
    assert not (tmp_path / "doorstep.db").exists()
