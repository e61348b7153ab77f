"""Stock clients in node: their server is killed and started again, and none of those that reconnect loses an item."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from subprocess import PIPE

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SUITE = HERE / "reconnects"


@contextmanager
def running(database: Path, port: str = "0") -> Iterator[str]:
    """A demo in a process of its own, killed without a word at the end; its address."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DOORSTEP_")}
    chosen = {
        "DOORSTEP_DEMO": "1",
        "DOORSTEP_PORT": port,
        "DOORSTEP_DATABASE_URL": f"sqlite:///{database}",
        "DOORSTEP_JWT_SECRET": "a secret of the tests, long enough",
        "DOORSTEP_LOG_LEVEL": "info",
    }
    command = [sys.executable, "-m", "server"]
    log = database.with_suffix(".log").open("ab")
    with (
        log,
        subprocess.Popen(command, cwd=ROOT, env=kept | chosen, stdout=PIPE, stderr=log, text=True) as server,
    ):
        assert server.stdout
        found = re.search(r"http://([\d.]+:\d+)/", server.stdout.readline())
        assert found, "the server did not start"
        try:
            yield found[1]
        finally:
            server.send_signal(signal.SIGKILL)


@pytest.mark.shows("9.20", "9.21", "9.22", "9.23")
@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
@pytest.mark.skipif(not (SUITE / "node_modules").exists(), reason=f"run npm ci in {SUITE.name} first")
def test_nothing_is_lost_when_the_server_is_killed(tmp_path: Path) -> None:
    database = tmp_path / "doorstep.db"
    with ExitStack() as stack:
        with running(database) as address:
            command = ["node", str(SUITE / "reconnects.mjs"), f"http://{address}"]
            player = stack.enter_context(subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True))
            said = said_until("stop", player)
        go_on(player)
        said += said_until("start", player)
        with running(database, address.partition(":")[2]):
            go_on(player)
            said += said_until("the end", player)

    assert player.returncode == 0, said
    assert said.count("ok ") == 4
    assert "ticket" not in database.with_suffix(".log").read_text().lower().replace("createstreamticket", "")


def said_until(word: str, player: "subprocess.Popen[str]") -> str:
    assert player.stdout
    said = ""
    while not said.endswith(f"{word}\n") and (line := player.stdout.readline()):
        said += line
    return said


def go_on(player: "subprocess.Popen[str]") -> None:
    if player.poll() is None and player.stdin:
        player.stdin.write("\n")
        player.stdin.flush()
