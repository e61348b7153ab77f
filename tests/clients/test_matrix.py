"""Every client against a served demo that is killed and started again; the table is docs/compatibility.md."""

import json
import os
import shutil
import subprocess
from contextlib import ExitStack
from pathlib import Path
from subprocess import PIPE
from typing import TypeAlias

import pytest

from tests.clients.test_reconnects import go_on, running, said_until

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SUITE = HERE / "matrix"
SECRET = "a secret of the tests, long enough"
COLUMNS = ("query", "mutation", "subscription", "restarted", "expiry", "cache")
Rows: TypeAlias = dict[str, dict[str, str]]


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
@pytest.mark.skipif(not (SUITE / "node_modules").exists(), reason=f"run npm ci in {SUITE.name} first")
@pytest.mark.skipif(
    not (ROOT / "web" / "client" / "node_modules").exists(), reason="run npm ci in web/client first"
)
def test_every_client_works_and_the_module_loses_nothing(tmp_path: Path) -> None:
    rows = _played(tmp_path / "doorstep.db")
    if os.environ.get("DOORSTEP_WRITE_COMPATIBILITY"):
        _write(rows)
    for name, cells in rows.items():
        assert cells["query"] == cells["mutation"] == "yes", (name, cells)
        if "module" in name:
            assert (cells["subscription"], cells["restarted"]) == ("yes", "nothing lost, nothing twice"), name


def _played(database: Path) -> Rows:
    with ExitStack() as stack:
        with running(database) as address:
            command = ["node", str(SUITE / "matrix.mjs"), f"http://{address}", SECRET]
            player = stack.enter_context(subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True))
            said_until("stop", player)
        with running(database, address.partition(":")[2]):
            go_on(player)
            assert player.stdout
            rows: Rows = json.loads(player.stdout.readline())
    return rows


def _write(rows: Rows) -> None:
    versions = json.loads((SUITE / "package.json").read_text())["dependencies"]
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True
    ).stdout.strip()
    figures = {"commit": commit, "versions": versions, "clients": rows}
    (ROOT / "docs" / "compatibility.json").write_text(json.dumps(figures, indent=2) + "\n")
    (ROOT / "docs" / "compatibility.md").write_text(_page(rows, versions, commit))


def _page(rows: Rows, versions: dict[str, str], commit: str) -> str:
    lines = [
        "# Clients",
        "",
        "`make test-clients` writes this page. Each client runs with the defaults that it ships; *module* means",
        "[web/client](../web/client/README.md). The server is killed (SIGKILL) and started again at its address.",
        "A dash means that the client has no such part, or that it is not measured.",
        "*expiry*: what an expired token shows; *cache*: after a message, the normalised cache equals a fresh query.",
        "graphql-ws, and each client on it, gives up at the first refused connect unless",
        "`shouldRetry: () => true` and `retryAttempts: Infinity` are set.",
        "",
        f"Commit {commit[:12]}; "
        + ", ".join(f"{name} {number}" for name, number in versions.items() if number[0].isdigit()),
        "",
        "| client | " + " | ".join(COLUMNS) + " |",
        "|---" * (len(COLUMNS) + 1) + "|",
    ]
    for name, cells in rows.items():
        lines.append(f"| {name} | " + " | ".join(cells.get(column, "-") for column in COLUMNS) + " |")
    return "\n".join([*lines, ""])
