"""Mistakes to plant, one at a time, in a copy of the service: after how many runs does the machine find each?

Run as `python -m tests.model.planted`; see docs/model.md.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.model.figures import write

ROOT = Path(__file__).resolve().parents[2]
COPIED = (
    "rules",
    "models",
    "events",
    "schema",
    "resolvers",
    "server",
    "queries",
    "tests",
    "docs",
    "pyproject.toml",
)
RUNS = 150
_FOUND = re.compile(r"differs after (\d+) runs")


@dataclass(frozen=True)
class Mistake:
    """The effect of a mistake, and the text that replaces another in a file."""

    name: str
    file: str
    right: str
    wrong: str


MISTAKES = (
    Mistake(
        "a follow does not open",
        "rules/sending.py",
        "ties.has_asked or ties.recipient_follows",
        "ties.has_asked",
    ),
    Mistake(
        "never does not sink",
        "rules/sending.py",
        "pair.recipient_said_never and not is_open",
        "pair.recipient_said_never and is_open",
    ),
    Mistake(
        "one's own messages to an open thread cost a new pair",
        "rules/sending.py",
        "return self.may_cost_a_pair and not is_open",
        "return self.may_cost_a_pair",
    ),
    Mistake(
        "a code opens past a block",
        "rules/sending.py",
        "is_shut_out = pair.recipient_blocks or pair.recipient_said_never",
        "is_shut_out = pair.recipient_said_never",
    ),
    Mistake(
        "a code is spent where a thread opens anyway",
        "rules/sending.py",
        "isinstance(usual, Landing) and not usual.is_open",
        "isinstance(usual, Landing)",
    ),
    Mistake("a request may be a fourth", "rules/policy.py", "PENDING_LIMIT = 3", "PENDING_LIMIT = 4"),
    Mistake(
        "every follower is a friend",
        "rules/eligibility.py",
        "return follows_sender and followed_by_sender",
        "return follows_sender or followed_by_sender",
    ),
    Mistake(
        "the bucket forgets what is over",
        "rules/eligibility.py",
        "return _from(full_at, now, policy) + policy.bucket_refill",
        "return now + policy.bucket_refill",
    ),
    Mistake(
        "the young may ask one more before it hides",
        "rules/filtering/reasons.py",
        "others_pending + 1 > policy",
        "others_pending > policy",
    ),
    Mistake(
        "quiet time never ends by the clock",
        "rules/filtering/choices.py",
        "is_paused = until is not None and now < until\n    is_here",
        "is_paused = until is not None\n    is_here",
    ),
    Mistake(
        "quiet time spares the archive",
        "rules/filtering/choices.py",
        "is_here = waits_since is not None and waits_since >= now - policy.archive_after",
        "is_here = waits_since is not None",
    ),
    Mistake(
        "what comes from the archive in quiet time is not counted",
        "models/filtering.py",
        "AND x.sent_at >= (SELECT MIN(x.sent_at) FROM {_SEEN} AND x.sent_at >= $2) - CAST($3 AS BIGINT))",
        "AND CAST($3 AS BIGINT) > 0)",
    ),
    Mistake(
        "the last class decides",
        "rules/filtering/choices.py",
        "for choice, is_in in choices if",
        "for choice, is_in in reversed(list(choices)) if",
    ),
    Mistake(
        "a later restriction shortens",
        "rules/eligibility.py",
        "    if standing is None:\n        return True",
        "    if standing is None or until:\n        return True",
    ),
    Mistake(
        "a moved request is hidden again",
        "rules/requests.py",
        "State.KEPT: Transition(State.KEPT, (EventKind.REQUEST_UPDATED,)),",
        "State.KEPT: Transition(State.HIDDEN, (EventKind.REQUEST_MOVED,)),",
    ),
    Mistake(
        "an undo forgets that a request was moved",
        "models/requests.py",
        "undo_moved = moved,",
        "undo_moved = FALSE,",
    ),
    Mistake(
        "one switch is enough for receipts",
        "resolvers/delivery.py",
        "facts.sender.read_receipts and recipient.read_receipts",
        "(facts.sender.read_receipts or recipient.read_receipts)",
    ),
    Mistake(
        "reading tells one who blocks",
        "resolvers/receipts.py",
        "NOBODY if row.peer_blocks or not _moves_receipt(row) else row.peer_id",
        "row.peer_id if _moves_receipt(row) else NOBODY",
    ),
    Mistake(
        "a mark leaves out what sank",
        "models/receipts.py",
        '_SEEN = "CASE WHEN x.id = m.last_message_id THEN t.last_seq ELSE x.seq END"',
        '_SEEN = "x.seq"',
    ),
    Mistake(
        "a mark on an older message takes all along",
        "models/receipts.py",
        '_SEEN = "CASE WHEN x.id = m.last_message_id THEN t.last_seq ELSE x.seq END"',
        '_SEEN = "t.last_seq"',
    ),
    Mistake(
        "sending does not read",
        "models/sending/parts.py",
        "unread = 0, marked_unread = FALSE, read_seq = excluded.read_seq",
        "read_seq = excluded.read_seq",
    ),
    Mistake(
        "a block forgets no undo",
        "models/relations.py",
        "UPDATE memberships SET blocked = TRUE, undo_until = NULL\n",
        "UPDATE memberships SET blocked = TRUE\n",
    ),
    Mistake(
        "an unblock finds nothing opened",
        "rules/requests.py",
        "Act.LEARN: {**_to(None), **_to(State.OPEN, of=_OWN_PENDING)}",
        "Act.LEARN: _to(None)",
    ),
    Mistake(
        "an undo keeps never",
        "models/requests.py",
        "moved = h.is_moved, never = FALSE,",
        "moved = h.is_moved,",
    ),
    Mistake(
        "a request returns after a restriction",
        "models/requests.py",
        "= ANY({senders}) AND m.opened_at IS NULL",
        "= ANY({senders}) AND m.opened_at IS NULL AND m.folder > 0",
    ),
    Mistake("a muted thread rings", "models/inbox.py", " AND {is_loud('$4')}", ""),
    Mistake(
        "a deleted request is counted for ever",
        "models/requests.py",
        "            - CASE WHEN m.undo_folder",
        "            - 0 * CASE WHEN m.undo_folder",
    ),
    Mistake(
        "a read message rings",
        "models/pushes.py",
        '_NEW = f"{VISIBLE} AND x.seq > m.read_seq"',
        '_NEW = f"{VISIBLE}"',
    ),
    Mistake("a seen request rings", "models/pushes.py", " AND e.seq > s.requests_seen)", ")"),
    Mistake(
        "pushes of a muted thread ring",
        "models/pushes.py",
        """({is_loud("$3")} AND NOT m.blocked""",
        "(NOT m.blocked",
    ),
    Mistake(
        "a further block keeps the end",
        "models/relations.py",
        "DO UPDATE SET until = excluded.until",
        "DO UPDATE SET until = COALESCE(blocks.until, excluded.until)",
    ),
    Mistake(
        "a block never ends by the clock",
        "resolvers/relations.py",
        "return await _unblock(step) if is_due else None",
        "return None",
    ),
    Mistake(
        "a warning is appealed twice",
        "models/appeals.py",
        'UNION ALL SELECT w.action_id, {_IS_APPEALED.format(action="w.action_id")}',
        "UNION ALL SELECT w.action_id, FALSE",
    ),
    Mistake(
        "an answer to an appeal rings no phone",
        "resolvers/appeals.py",
        "step.tell(step.peer_id, EventKind.ACCOUNT_DECIDED)",
        "step.tell(step.peer_id, EventKind.STANDING_CHANGED)",
    ),
    Mistake(
        "a reversal ends all restrictions",
        "resolvers/appeals.py",
        "await tables.IN_FORCE.first(step.tx, step.peer_id, step.now) or LIFTED",
        "LIFTED",
    ),
    Mistake(
        "an accept that was read rings",
        "models/pushes.py",
        "AND {_IS_OPEN} AND NOT {_IS_READ})",
        "AND {_IS_OPEN})",
    ),
    Mistake(
        "a code gets past never",
        "rules/sending.py",
        "is_shut_out = pair.recipient_blocks or pair.recipient_said_never",
        "is_shut_out = pair.recipient_blocks",
    ),
    Mistake(
        "a bulk answer takes what came since",
        "models/request_selection.py",
        "AND m.arrived_seq <= :as_of",
        "AND m.arrived_seq <= :as_of + 1000000",
    ),
)


def runs_until_found(mistake: Mistake | None) -> int | None:
    """In a copy of the service with this mistake; None: not found. Without one: nothing is to be found."""
    with tempfile.TemporaryDirectory() as folder:
        for name in COPIED:
            source, copy = ROOT / name, Path(folder) / name
            shutil.copytree(source, copy) if source.is_dir() else shutil.copyfile(source, copy)
        if mistake:
            _plant(mistake, Path(folder) / mistake.file)
        command = [
            sys.executable,
            "-m",
            "pytest",
            *f"-q -x tests/model -k sqlite --runs={RUNS} --hasty".split(),
        ]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    found = _FOUND.search(done.stdout)
    assert found or done.returncode == 0, done.stdout + done.stderr
    return int(found[1]) if found else None


def _plant(mistake: Mistake, file: Path) -> None:
    text = file.read_text()
    assert text.count(mistake.right) == 1, mistake
    file.write_text(text.replace(mistake.right, mistake.wrong))


def main() -> None:
    """All of them, or those whose names have a word of the command line in them."""
    asked = sys.argv[1:]
    for mistake in MISTAKES:
        if not asked or any(word in mistake.name for word in asked):
            found = runs_until_found(mistake)
            print(mistake.name, found, sep=": ", flush=True)
            write("planted", mistake.name, "not found" if found is None else str(found))


if __name__ == "__main__":
    main()
