"""Every client against a served demo that is killed and started again; the table is docs/compatibility.md."""

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from subprocess import PIPE

from tests.clients.figures import COLUMNS, Rows, keep
from tests.clients.nodes import go_on, in_node, said_until
from tests.clients.test_reconnects import SECRET, running

HERE = Path(__file__).parent
SUITE = HERE / "matrix"
GOES_ON, ENDS = "nothing lost", "ends"


AWAY = 5
"""Seconds without a server, so that the first attempt of each client is refused."""

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

OTHERS = {
    "graphql-ws, module",
    "Apollo 4, GraphQLWsLink, module",
    "urql, HTTP and WebSocket, module",
    "Relay 21 compiled, trusted, module",
    "graphql-request",
}
PLAIN = {
    "graphql-ws",
    "graphql-ws, module",
    "graphql-sse",
    "EventSource with a ticket",
    "graphql-request",
    "gql in Python",
}
"""Clients without a normalised cache."""

STREAMS = {"subscription", "restarted"}
"""Cells that graphql-request does not have."""


@in_node
def test_every_client_works_and_the_module_loses_nothing(tmp_path: Path) -> None:
    rows = _played(tmp_path)
    keep("clients", rows)
    assert rows.keys() == set(STOCK) | OTHERS
    empty = {(name, column) for name, cells in rows.items() for column in COLUMNS if column not in cells}
    assert empty == {(name, "cache") for name in PLAIN} | {("graphql-request", one) for one in STREAMS}
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
        time.sleep(AWAY)
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
