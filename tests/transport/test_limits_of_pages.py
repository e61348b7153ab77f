"""docs/protocol.md and docs/frontends.md name the close codes, limits and cursors that the code has."""

import re
from pathlib import Path

import pytest

from rules.policy import Policy
from server.app import MAX_BODY
from server.costs import Limits
from server.engine import MAX_BYTES
from server.rates import Rates
from server.service import Deadlines
from server.transport.websocket import MAX_MESSAGE
from tests.transport.test_malformed_frames import FRAMES

ROOT = Path(__file__).parents[2]
PROTOCOL, FRONTENDS = (
    " ".join((ROOT / "docs" / f"{name}.md").read_text().split()) for name in ("protocol", "frontends")
)
OPERATION = (ROOT / "web" / "client" / "src" / "operation.ts").read_text()
PLAIN, BROKEN_FRAME, LOST = 1000, 1002, 1006
"""A client's own goodbye; what aiohttp sends for a bad frame; a connection that broke, for which no code is sent."""

RATES, LIMITS, DEADLINES = Rates(), Limits(), Deadlines()
KIB, MIB = 1024, 1024 * 1024


def test_the_page_has_each_close_code() -> None:
    """The headers that the transport names, and those that aiohttp sends for it."""
    sources = [path.read_text() for path in (ROOT / "server" / "transport").glob("*.py")]
    named = {
        int(code) for source in sources for code in re.findall(r"\b(?:10[01]\d|44\d\d)(?=, f?\"|\n)", source)
    }
    sent = named | {code for _, code in FRAMES.values()} | {BROKEN_FRAME, LOST}
    rows = re.findall(r"\| ([\d, ]+) \|", PROTOCOL)
    assert {int(code) for row in rows for code in row.split(", ")} == sent - {PLAIN}


@pytest.mark.parametrize(
    "says",
    [
        f"over {MAX_MESSAGE // KIB} KiB",
        f"did not read for {DEADLINES.send:.0f} seconds",
        f"within {DEADLINES.init:.0f} seconds",
        f"cursor serves {Policy().event_lifetime.days} days",
    ],
)
def test_the_protocol_is_that_of_the_code(says: str) -> None:
    assert says in PROTOCOL


def test_the_wait_is_that_of_the_module() -> None:
    [(longest, shortest)] = re.findall(r"Math\.min\(([\d_]+), (\d+) \* 2 \*\* tries\)", OPERATION)
    assert f"{int(shortest) / 1000} seconds, doubled up to {int(longest) // 1000}," in PROTOCOL


@pytest.mark.parametrize(
    "says",
    [
        f"at most {MAX_BODY // KIB} KiB",
        f"after {DEADLINES.body:.0f} seconds gets 408",
        f"| mutations | {RATES.mutations_burst} at once, {RATES.mutations} more a minute",
        f"| sends | {RATES.sends_burst} at once, {RATES.sends} more a minute",
        f"far beyond the {Policy().bucket_size} messages at once",
        f"| reports | {RATES.reports} at once, {RATES.reports} more an hour",
        f"| sends with a contact code | {RATES.codes} at once, {RATES.codes} more an hour",
        f"by their cost | {RATES.reads_burst:,} at once, {RATES.reads:,} more a minute",
        f"by their cost | {RATES.items_burst:,} at once, {RATES.items:,} more a minute",
        f"cannot run | {RATES.refused} at once, {RATES.refused} more a minute",
        f"new to the service | {RATES.documents:,} code points at once and a minute",
        f"| sockets | {RATES.sockets} of a user",
        f"over all sockets | {RATES.operations} of a user",
        f"of one socket | {RATES.frames} in a second",
        f"sign-ins | {RATES.sign_ins} at once and {RATES.sign_ins} more a minute",
        f"without a token | {RATES.anonymous} at once, {RATES.anonymous} more a minute",
        f"not signed in | {RATES.address_sockets} of an address",
        f"the `limit` ({RATES.cost:,})",
        f"at most {LIMITS.source:,} code points, {LIMITS.tokens:,} tokens, {LIMITS.depth} levels, "
        f"{LIMITS.root_fields} root fields, {LIMITS.aliases} aliases and, with its fragments spread, "
        f"{LIMITS.selections} selections",
        f"at most {MAX_BYTES // MIB} MiB",
        f"An event cursor is good for {Policy().event_lifetime.days} days",
    ],
)
def test_a_limit_of_front_ends_is_that_of_the_code(says: str) -> None:
    assert says in FRONTENDS
