"""The published client module: its built files are those of its source."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest

MODULE = Path(__file__).resolve().parents[2] / "web" / "client"
BUILT = MODULE / "dist"


def test_built_files_are_those_of_the_source() -> None:
    """Without node: the build notes the sums of its source."""
    noted = dict(line.split()[::-1] for line in (BUILT / "SOURCES.sha256").read_text().splitlines())
    source = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in MODULE.glob("src/*.ts")}
    assert noted == source, "run `npm run build` in web/client"


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
@pytest.mark.skipif(not (MODULE / "node_modules").exists(), reason="run npm ci in web/client first")
def test_a_build_gives_the_committed_files(tmp_path: Path) -> None:
    subprocess.run(["npx", "tsc", "--outDir", tmp_path], cwd=MODULE, check=True)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in BUILT.glob("*.[jt]s")}


SENT = """
import { createDoorstepClient } from './dist/index.js'
let sent = 0
class Breaking {
  static CONNECTING = 0; static OPEN = 1; static CLOSING = 2; static CLOSED = 3
  readyState = 1
  constructor() { setTimeout(() => this.onopen()) }
  send(text) {
    const { type } = JSON.parse(text)
    if (type === 'connection_init') setTimeout(() => this.onmessage({ data: '{"type":"connection_ack"}' }))
    if (type === 'subscribe') { sent++; this.close() }
  }
  close() { setTimeout(() => this.onclose({ code: 1006, reason: '', wasClean: false })) }
}
const client = createDoorstepClient({ url: 'ws://x', webSocketImpl: Breaking, token: () => '', onResync() {} })
const query = JSON.parse(process.argv[1])
await new Promise((end) => {
  client.subscribe({ query }, { next: end, error: end, complete: end })
  setTimeout(end, 1000)
})
console.log(sent > 1 ? 'again' : 'once')
process.exit(0)
"""


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
@pytest.mark.skipif(not (MODULE / "node_modules").exists(), reason="run npm ci in web/client first")
@pytest.mark.parametrize(
    ("document", "sent"),
    [
        ('mutation { send(text: "my subscription") { code } }', "once"),
        ('mutation { send(text: """a "subscription" of \\""" mine""") { code } }', "once"),
        ('mutation { send(text: "\\"subscription") { code } }', "once"),
        ("mutation { # a subscription\n send { code } }", "once"),
        ('{ inbox(search: "my mutation") { total } }', "again"),
        ("subscription($after: EventCursor) { events(after: $after) { __typename eventCursor } }", "again"),
    ],
)
def test_a_mutation_without_a_key_is_sent_once_whatever_its_text_says(document: str, sent: str) -> None:
    told = subprocess.run(
        ["node", "--input-type=module", "-e", SENT, json.dumps(document)],
        cwd=MODULE,
        check=True,
        capture_output=True,
        text=True,
    )
    assert told.stdout == f"{sent}\n"


def test_the_source_is_short() -> None:
    lines = [line.strip() for path in MODULE.glob("src/*.ts") for line in path.read_text().splitlines()]
    assert sum(bool(line) and not line.startswith(("/**", "//")) for line in lines) < 100
