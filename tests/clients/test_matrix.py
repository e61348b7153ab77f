"""Every client against a served demo that is killed and started again; the table is docs/compatibility.md."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from subprocess import PIPE
from typing import TypeAlias

from tests.clients.nodes import in_node
from tests.clients.test_reconnects import go_on, running, said_until

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SUITE = HERE / "matrix"
SECRET = "a secret of the tests, long enough"
GOES_ON, ENDS = "nothing lost", "ends"
COLUMNS = ("query", "mutation", "subscription", "restarted", "expiry", "cache")
Rows: TypeAlias = dict[str, dict[str, str]]


STOCK = {
    "graphql-ws": ENDS,
    "Apollo 4, GraphQLWsLink": ENDS,
    "urql, HTTP and WebSocket": ENDS,
    "gql in Python": ENDS,
    "Apollo 4, HTTP and multipart": ENDS,
    "Apollo 4, HTTP with APQ": ENDS,
    "Apollo 4, HTTP, trusted": ENDS,
    "urql, HTTP and SSE": ENDS,
    "graphql-sse": GOES_ON,
    "EventSource with a ticket": GOES_ON,
}
"""How a stream of a client with its defaults outlasts a kill. Either way nothing is lost once it is open again."""


@in_node
def test_every_client_works_and_the_module_loses_nothing(tmp_path: Path) -> None:
    rows = _played(tmp_path)
    if os.environ.get("WRITE_COMPATIBILITY"):
        _write(rows)
    for name, cells in rows.items():
        assert cells["query"] == cells["mutation"] == cells.get("subscription", "yes") == "yes", (name, cells)
        assert cells.get("cache", "yes") == "yes", (name, cells)
        assert cells["expiry"] in {"UNAUTHENTICATED", "4403", "401", "goes on with a new token"}, (
            name,
            cells,
        )
        if "module" in name:
            assert cells["restarted"] == "nothing lost, nothing twice", name
    for name, outlasts in STOCK.items():
        restarted = rows[name]["restarted"]
        assert restarted.startswith(outlasts), (name, restarted)
        assert "nothing lost" in restarted, (name, restarted)


def _played(folder: Path) -> Rows:
    manifests = _manifests(folder / "manifests")
    with ExitStack() as stack:
        with running(folder / "doorstep.db", DOORSTEP_MANIFESTS=str(manifests)) as address:
            command = ["node", str(SUITE / "matrix.mjs"), f"http://{address}", SECRET]
            player = stack.enter_context(
                subprocess.Popen(
                    command, stdin=PIPE, stdout=PIPE, text=True, env=os.environ | {"PYTHON": sys.executable}
                )
            )
            said_until("stop", player)
        port = address.partition(":")[2]
        with running(folder / "doorstep.db", port, DOORSTEP_MANIFESTS=str(manifests)):
            go_on(player)
            assert player.stdout
            rows: Rows = json.loads(player.stdout.readline())
    return rows


def _manifests(folder: Path) -> Path:
    """The documents by their hashes, as the tools of Relay and Apollo write them."""
    compiled = SUITE / "relay" / "__generated__"
    shutil.rmtree(compiled, ignore_errors=True)
    compiled.mkdir()
    (compiled / "persisted.json").write_text("{}")
    subprocess.run(["npx", "relay-compiler", "--noWatchman", "relay.config.json"], cwd=SUITE, check=True)
    folder.mkdir()
    shutil.copy(compiled / "persisted.json", folder / "relay.json")
    with (folder / "apollo.json").open("w") as manifest:
        subprocess.run(["node", "manifest.mjs"], cwd=SUITE, check=True, stdout=manifest)
    return folder


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
        "*opened again by its app*: a stream that ended is subscribed again, over HTTP with its first variables,",
        "over a socket with the last `eventCursor` as `after`.",
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
