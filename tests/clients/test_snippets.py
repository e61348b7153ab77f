"""The programs of docs/frontends.md, compiled strictly and run as they are on the page, but for the port."""

import json
import re
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE
from typing import Any

import pytest

from tests.clients.nodes import SUITE, in_node, said_until
from tests.clients.test_reconnects import SECRET, running

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PAGE = (ROOT / "docs" / "frontends.md").read_text()
FILES = dict(re.findall(r"```\w+\n// ([\w.]+)\n(.*?)```", PAGE, re.DOTALL))
"""The page's files by name; without the line that names them, since JSON has no comments."""

PROGRAMS = [name.removesuffix(".ts") for name, text in FILES.items() if "'ready'" in text]
SOCKETS = "import WebSocket from 'ws'; globalThis.WebSocket ??= WebSocket\n"
OPTIONS = {
    "strict": True,
    "skipLibCheck": True,
    "module": "ESNext",
    "moduleResolution": "bundler",
    "target": "ES2022",
    "lib": ["ES2022", "DOM"],
    "types": [],
}
SEND = "mutation($input: SendRequestInput!) { sendRequest(input: $input) { __typename } }"


def post(address: str, path: str, body: Any, token: str = "") -> Any:
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    request = urllib.request.Request(f"http://{address}{path}", json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running(tmp_path_factory.mktemp("demo") / "doorstep.db") as address:
        yield address


def say(address: str, text: str) -> None:
    """Alice and Bob know each other; she writes to him."""
    alice, bob = (post(address, "/demo/token", {"username": name})["token"] for name in ("alice", "bob"))
    for sender, peer, said in ((alice, "bob", "Hi."), (bob, "alice", "Hi."), (alice, "bob", text)):
        query = f'{{ user(username: "{peer}") {{ id }} }}'
        to = post(address, "/graphql", {"query": query}, sender)["data"]["user"]["id"]
        given = {"query": SEND, "variables": {"input": {"recipientId": to, "text": said}}}
        assert post(address, "/graphql", given, sender)["data"]["sendRequest"]["__typename"]


@pytest.mark.parametrize("name", PROGRAMS)
def test_an_inbox_with_live_messages_is_short(name: str) -> None:
    assert len(FILES[f"{name}.ts"].splitlines()) < 60


@in_node
@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_of_the_page_runs(name: str, address: str, tmp_path: Path) -> None:
    _lay_out(tmp_path, name, address)
    if name == "relay":
        _run("npx", "relay-compiler", "--noWatchman", "relay.config.json", folder=tmp_path)
    _run("npx", "tsc", folder=tmp_path)

    command = ["node", "--import", "./sockets.mjs", f"{name}.js"]
    with subprocess.Popen(command, cwd=tmp_path, stdin=PIPE, stdout=PIPE, text=True) as program:
        assert "Carol Chen" in said_until("ready", program)
        say(address, f"for {name}")
        assert program.stdout
        line = next(line for line in program.stdout if f"for {name}" in line)
        program.kill()
    assert line.startswith("live ")


@in_node
def test_the_outbox_of_the_page_sends_once_though_an_answer_is_lost(address: str, tmp_path: Path) -> None:
    """The stream's own item comes before the answer."""
    _lay_out(tmp_path, "outbox", address)
    _run("npx", "tsc", folder=tmp_path)
    say(address, "before the outbox")
    played = subprocess.run(
        ["node", str(SUITE / "outbox.mjs"), f"http://{address}", str(tmp_path / "outbox.js")],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert played.returncode == 0, played.stderr


@in_node
def test_the_event_stream_of_the_page_is_started_again_when_its_token_ends(
    address: str, tmp_path: Path
) -> None:
    [snippet] = re.findall(r"```js\n(const result = await post.*?)```", PAGE, re.DOTALL)
    (tmp_path / "snippet.js").write_text(snippet)
    command = ["node", "tickets.mjs", f"http://{address}", SECRET, str(tmp_path / "snippet.js")]
    played = subprocess.run(command, cwd=SUITE, capture_output=True, text=True, timeout=60)
    assert played.returncode == 0, played.stderr


def _lay_out(folder: Path, name: str, address: str) -> None:
    """The program as it is on the page, except for the port, with the files that it needs."""
    (folder / "node_modules").symlink_to(SUITE / "node_modules")
    (folder / "package.json").write_text('{"type": "module"}')
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": OPTIONS}))
    (folder / "sockets.mjs").write_text(SOCKETS)
    for file in {f"{name}.ts"} | (
        set(FILES) - {f"{one}.ts" for one in PROGRAMS} if name == "relay" else set()
    ):
        (folder / file).write_text(FILES[file].replace("localhost:8000", address))
    if name == "relay":
        shutil.copy(ROOT / "schema.graphql", folder)
        (folder / "__generated__").mkdir()


def _run(*command: str, folder: Path) -> None:
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
