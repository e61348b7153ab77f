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

from tests.clients.test_reconnects import running, said_until

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SUITE = HERE / "matrix"
PAGE = (ROOT / "docs" / "frontends.md").read_text()
PROGRAMS = {name: text for text, name in re.findall(r"```ts\n(// (\w+)\.ts\n.*?)```", PAGE, re.DOTALL)}
SOCKETS = "import WebSocket from 'ws'; globalThis.WebSocket ??= WebSocket\n"
OPTIONS = {
    "strict": True,
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


def test_an_inbox_with_live_messages_is_short() -> None:
    assert len(PROGRAMS["apollo"].splitlines()) < 60


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
@pytest.mark.skipif(not (SUITE / "node_modules").exists(), reason=f"run npm ci in {SUITE.name} first")
@pytest.mark.skipif(
    not (ROOT / "web" / "client" / "node_modules").exists(), reason="run npm ci in web/client first"
)
@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_of_the_page_runs(name: str, address: str, tmp_path: Path) -> None:
    (tmp_path / "node_modules").symlink_to(SUITE / "node_modules")
    (tmp_path / "package.json").write_text('{"type": "module"}')
    (tmp_path / "tsconfig.json").write_text(json.dumps({"compilerOptions": OPTIONS}))
    (tmp_path / "sockets.mjs").write_text(SOCKETS)
    (tmp_path / f"{name}.ts").write_text(PROGRAMS[name].replace("localhost:8000", address))
    built = subprocess.run(["npx", "tsc"], cwd=tmp_path, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout

    command = ["node", "--import", "./sockets.mjs", f"{name}.js"]
    with subprocess.Popen(command, cwd=tmp_path, stdin=PIPE, stdout=PIPE, text=True) as program:
        said_until("ready", program)
        say(address, f"for {name}")
        assert program.stdout
        line = next(line for line in program.stdout if f"for {name}" in line)
        program.kill()
    assert line.startswith("live ")
