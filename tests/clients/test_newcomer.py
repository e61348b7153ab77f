"""A newcomer with an empty folder and docs/frontends.md alone: what the page says to install, compile and run."""

import re
import subprocess
from pathlib import Path
from subprocess import PIPE

from tests.clients.nodes import SUITE, in_node, said_until
from tests.clients.test_reconnects import running
from tests.clients.test_snippets import FILES, PAGE, ROOT, SOCKETS, say

COMMANDS = (
    r"In an empty folder: `(.*?)`",
    r"then `(npm i .*?)`",
    r"An inbox with live messages in Apollo \(`(.*?)`\)",
    r"compile it with `(.*?)`",
)

PACKAGE = r"```\s(npm i --install-links path/to/doorstep/queries .*?)\s```"


@in_node
def test_a_typed_inbox_with_live_messages_from_the_page_alone(tmp_path: Path) -> None:
    """But for the port, and for a global WebSocket, which older versions of node lack."""
    folder = tmp_path / "mine"
    folder.mkdir()
    with running(tmp_path / "doorstep.db") as address:
        (folder / "apollo.ts").write_text(FILES["apollo.ts"].replace("localhost:8000", address))
        for pattern in COMMANDS:
            _follow(pattern, folder)
        (folder / "sockets.mjs").write_text(SOCKETS.replace("'ws'", f"'{SUITE}/node_modules/ws/wrapper.mjs'"))
        command = ["node", "--import", "./sockets.mjs", "apollo.js"]
        with subprocess.Popen(command, cwd=folder, stdin=PIPE, stdout=PIPE, text=True) as program:
            shown = said_until("ready", program)
            say(address, "for a newcomer")
            assert program.stdout
            live = next(line for line in program.stdout if "for a newcomer" in line)
            program.kill()
    assert "Carol Chen" in shown
    assert live.startswith("live ")


@in_node
def test_the_package_of_queries_works_in_a_folder_of_its_own(tmp_path: Path) -> None:
    """Its own dependencies come with it, and its types hold under `--strict`."""
    folder = tmp_path / "mine"
    folder.mkdir()
    for pattern in (*COMMANDS[:2], PACKAGE):
        _follow(pattern, folder)
    [imports] = re.findall(r"```ts\n(import \{ InboxDocument.*?)```", PAGE, re.DOTALL)
    (folder / "apollo.ts").write_text(
        f"{imports}console.log(InboxDocument, AcceptRequestsDocument, possibleTypes)"
    )
    _follow(COMMANDS[-1], folder)
    loaded = [
        "node",
        "--input-type=module",
        "--eval",
        "console.log((await import('doorstep-queries')).InboxDocument.kind)",
    ]
    assert subprocess.run(loaded, cwd=folder, capture_output=True, text=True).stdout == "Document\n"


def _follow(pattern: str, folder: Path) -> None:
    found = re.search(pattern, PAGE.replace("\n", " "))
    assert found, pattern
    command = found[1].replace("path/to/doorstep", str(ROOT)).replace("<file>", "apollo.ts")
    ran = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
