"""Normalised caches after each kind of event: what a page shows equals a fresh query."""

import json
import re
import subprocess
from pathlib import Path
from textwrap import indent

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
    """graphcache by the example client's own rules, Apollo by those of the documentation."""
    _compile("cache.ts", "reader.ts")
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


def _kinds() -> set[str]:
    found = re.search(r"^union EventItem = (.*)$", SCHEMA, re.MULTILINE)
    assert found
    return set(found[1].split(" | "))


def _compile(*names: str) -> None:
    """Beside the packages that they import. Their types are checked where the example is built."""
    options = "--noCheck --module esnext --moduleResolution bundler --target es2022 --outDir build --rootDir"
    command = ["npx", "tsc", *options.split(), str(EXAMPLE), *(str(EXAMPLE / name) for name in names)]
    subprocess.run(command, cwd=SUITE, check=True)


def test_apollo_reads_again_as_the_page_says() -> None:
    [snippet] = re.findall(
        r"```js\n(let isWanted.*?)```", (ROOT / "docs" / "frontends.md").read_text(), re.DOTALL
    )
    assert indent(snippet, "  ") in (SUITE / "caches" / "apollo.mjs").read_text()
