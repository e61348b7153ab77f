"""Normalised caches after each kind of event: what a page shows equals a fresh query."""

import json
import re
import subprocess
from pathlib import Path
from textwrap import indent

import pytest

from tests.clients.figures import Rows, keep
from tests.clients.nodes import SUITE, in_node
from tests.clients.test_reconnects import running

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "web" / "example" / "src"
SCHEMA = (ROOT / "schema.graphql").read_text()
ELSEWHERE = {"Position", "ResyncRequired"}
"""They bring no change."""


@in_node
def test_the_cache_after_each_item_equals_a_fresh_query(tmp_path: Path) -> None:
    """graphcache by the example client's own rules, Apollo and Relay by those of the documentation."""
    _compile("cache.ts", "reader.ts")
    _compile_for_relay()
    many = {f"DOORSTEP_LIMIT_{name}": "100000000" for name in ("READS", "READS_BURST", "MUTATIONS_BURST")}
    with running(tmp_path / "doorstep.db", **many) as address:
        command = ["node", str(SUITE / "caches.mjs"), f"http://{address}"]
        played = subprocess.run(command, capture_output=True, text=True, timeout=900)
    assert played.returncode == 0, played.stderr
    table: Rows = json.loads(played.stdout.splitlines()[-1])
    keep("caches", table)
    assert {cell for cells in table.values() for cell in cells.values()} <= {"by its ids", "read again"}, (
        table
    )
    assert table.keys() == _kinds() - ELSEWHERE


@in_node
def test_a_part_keeps_what_another_query_read_and_no_cache_warns(tmp_path: Path) -> None:
    with running(tmp_path / "doorstep.db") as address:
        command = ["node", "--conditions=development", "parts.mjs", f"http://{address}"]
        played = subprocess.run(command, cwd=SUITE, capture_output=True, text=True, timeout=300)
    assert played.returncode == 0, played.stderr
    assert played.stderr == ""


@in_node
@pytest.mark.parametrize("player", ["joined.mjs", "opened.mjs"])
def test_a_list_is_true_when_its_pages_are_joined_and_when_it_is_opened_again(
    player: str, tmp_path: Path
) -> None:
    with running(tmp_path / "doorstep.db") as address:
        command = ["node", "--conditions=development", player, f"http://{address}"]
        played = subprocess.run(command, cwd=SUITE, capture_output=True, text=True, timeout=300)
    assert played.returncode == 0, played.stderr


@in_node
@pytest.mark.parametrize("stream", ["events", "messageAdded"])
def test_a_message_that_was_sent_or_came_fits_into_the_thread_on_the_screen(
    stream: str, tmp_path: Path
) -> None:
    with running(tmp_path / "doorstep.db") as address:
        command = ["node", "appended.mjs", f"http://{address}", stream]
        played = subprocess.run(command, cwd=SUITE, capture_output=True, text=True, timeout=300)
    assert played.returncode == 0, played.stderr


@in_node
def test_a_screen_that_could_not_be_read_is_read_again() -> None:
    played = subprocess.run(["node", "broken.mjs"], cwd=SUITE, capture_output=True, text=True, timeout=60)
    assert played.returncode == 0, played.stderr


def test_each_kind_has_an_act_that_makes_it_happen() -> None:
    """Without node."""
    acts = (SUITE / "caches" / "acts.mjs").read_text().partition("export const ACTS = {\n")[2]
    assert set(re.findall(r"^  (\w+): ", acts, re.MULTILINE)) == _kinds() - ELSEWHERE


def _kinds() -> set[str]:
    found = re.search(r"^union EventItem = (.*)$", SCHEMA, re.MULTILINE)
    assert found
    return set(found[1].split(" | "))


def _compile(*names: str) -> None:
    """Beside the packages that they import. Their types are checked where the example is built."""
    options = "--noCheck --module esnext --moduleResolution bundler --target es2022 --outDir build --rootDir"
    command = ["npx", "tsc", *options.split(), str(EXAMPLE), *(str(EXAMPLE / name) for name in names)]
    subprocess.run(command, cwd=SUITE, check=True)


def _compile_for_relay() -> None:
    """All that is on the screen, and the events."""
    folder = SUITE / "build" / "relay"
    (folder / "__generated__").mkdir(parents=True, exist_ok=True)
    with (folder / "Caches.js").open("w") as source:
        subprocess.run(["node", "caches/operations.mjs"], cwd=SUITE, check=True, stdout=source)
    subprocess.run(["npx", "relay-compiler", "--noWatchman", "caches.relay.json"], cwd=SUITE, check=True)


@pytest.mark.parametrize(
    ("file", "begin"),
    [
        ("again.mjs", "let isWanted"),
        ("relay.mjs", "const readScreen"),
    ],
)
def test_a_cache_is_read_again_as_the_page_says(file: str, begin: str) -> None:
    page = (ROOT / "docs" / "frontends.md").read_text()
    [snippet] = re.findall(rf"```js\n({begin}.*?)```", page, re.DOTALL)
    assert indent(snippet, "  ") in (SUITE / "caches" / file).read_text()


def test_pages_are_joined_as_the_page_says() -> None:
    page = (ROOT / "docs" / "frontends.md").read_text()
    [snippet] = re.findall(r"```js\n(import \{ relayStyle.*?)\ncache\.policies", page, re.DOTALL)
    assert snippet in (SUITE / "caches" / "joined.mjs").read_text().replace("export const", "const")


def test_caches_are_made_as_the_page_says() -> None:
    page = (ROOT / "docs" / "frontends.md").read_text()
    made = (SUITE / "caches" / "made.mjs").read_text()
    snippets = re.findall(
        r"new InMemoryCache\(\{ possibleTypes, .*\)|cacheExchange\(\{ possibleTypes, .*\)", page
    )
    assert len(snippets) == 2
    assert all(snippet in made for snippet in snippets)


def test_a_list_is_opened_as_the_page_says() -> None:
    page = (ROOT / "docs" / "frontends.md").read_text().replace("\n", " ")
    [policy] = re.findall(r"`watchQuery: \{ fetchPolicy: '([\w-]+)' \}`", page)
    assert f"`requestPolicy: '{policy}'`" in page
    assert f"POLICY = '{policy}'" in (SUITE / "caches" / "made.mjs").read_text()


def test_apollo_is_read_again_as_the_page_says() -> None:
    page = (ROOT / "docs" / "frontends.md").read_text()
    [read] = re.findall(r"In Apollo, `readScreen` is `(.*?)`\.", page)
    assert f"readerOf({read})" in (SUITE / "caches" / "apollo.mjs").read_text()
