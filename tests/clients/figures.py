"""The figures of docs/compatibility.md: each suite keeps its part, if `make test-clients` asks for it."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any, TypeAlias

from tests.clients.nodes import SUITE

ROOT = Path(__file__).parents[2]
FIGURES = ROOT / "docs" / "compatibility.json"
COLUMNS = ("query", "mutation", "subscription", "restarted", "expiry", "cache")
Rows: TypeAlias = dict[str, dict[str, str]]

HEAD = """# Clients

`make test-clients` writes this page. Each client runs with the defaults that it ships; *module* means
[web/client](../web/client/README.md). The server is killed (SIGKILL) and started again at its address.
A dash means that the client has no such part.
*expiry*: what an expired token shows; *cache*: after a message, the normalised cache equals a fresh query.
graphql-ws, and each client on it, gives up at the first refused connect unless
`shouldRetry: () => true` and `retryAttempts: Infinity` are set.
*opened again by its app*: a stream that ended is subscribed again, over HTTP with its first variables,
over a socket with the last `eventCursor` as `after`.
"""
CACHES = """
## Normalised caches

After each item of `events`, all that a page shows equals a fresh query: in urql's graphcache by the example client's
[rules](../web/example/src/cache.ts) and [reader](../web/example/src/reader.ts), in Apollo and Relay as in
[frontends.md](frontends.md#caches). *by its ids*: what the item brings is enough;
*read again*: lists or counts change that the item does not bring.
"""


def keep(part: str, rows: Rows) -> None:
    if not os.environ.get("WRITE_COMPATIBILITY"):
        return
    figures = json.loads(FIGURES.read_text()) | {part: rows}
    figures["versions"] = json.loads((SUITE / "package.json").read_text())["dependencies"]
    head = ["git", "rev-parse", "HEAD"]
    figures["commit"] = subprocess.run(head, cwd=ROOT, capture_output=True, text=True).stdout.strip()
    FIGURES.write_text(json.dumps(figures, indent=2) + "\n")
    FIGURES.with_suffix(".md").write_text(_page(figures))


def _page(figures: dict[str, Any]) -> str:
    versions = [f"{name} {number}" for name, number in figures["versions"].items() if number[0].isdigit()]
    caches: Rows = figures.get("caches", {})
    return "\n".join(
        [
            HEAD,
            f"Commit {figures['commit'][:12]}; " + ", ".join(versions),
            "",
            *_table("client", COLUMNS, figures["clients"]),
            CACHES,
            *_table("item", tuple(next(iter(caches.values()), {})), caches),
            "",
        ]
    )


def _table(first: str, columns: tuple[str, ...], rows: Rows) -> list[str]:
    lines = [f"| {first} | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    lines += [
        f"| {name} | " + " | ".join(row.get(one, "-") for one in columns) + " |" for name, row in rows.items()
    ]
    return lines
