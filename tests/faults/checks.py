"""Compares the answers and items that clients got with the rows of the database."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Any

from tests.faults.listeners import Listener
from tests.faults.loads import Load, Send
from tests.faults.people import Tables
from tests.races.invariants import violations

_LOGS = """SELECT e.user_id, x.text FROM user_events e JOIN messages x ON x.id = e.message_id
    WHERE x.text LIKE 'message % of the load' ORDER BY e.user_id, e.seq"""


P99 = "p99"


@dataclass
class Verdict:
    """The mistakes by their names; nothing if all is well. `figures`: more that is worth a look."""

    wrong: dict[str, Any] = field(default_factory=dict)
    figures: dict[str, Any] = field(default_factory=dict)

    def require_none(self, name: str, found: Any) -> None:
        """Each finding is an error."""
        if found:
            self.wrong[name] = found


async def check(
    tables: Tables, load: Load, listeners: Sequence[Listener], log: Path, since: float = 0
) -> Verdict:
    """Once all sends are answered and all is heard. `since`: how late sends were heard that began after it."""
    verdict = Verdict()
    logs = await logs_of(tables)
    _check_sends(verdict, load, logs)
    _check_streams(verdict, load, listeners, logs)
    recent = {text: send for text, send in load.sends.items() if send.begun >= since}
    verdict.figures |= lateness(recent, listeners)
    broken = await violations(tables)
    verdict.require_none("rules broken", {rule: rows[:3] for rule, rows in broken.items()})
    _check_log(verdict, log)
    return verdict


async def logs_of(tables: Tables) -> dict[int, list[str]]:
    """The texts of the load in the log of each user, in order."""
    logs: defaultdict[int, list[str]] = defaultdict(list)
    for user_id, text in await tables.fetch(_LOGS, ()):
        logs[user_id].append(text)
    return logs


def _check_sends(verdict: Verdict, load: Load, logs: dict[int, list[str]]) -> None:
    stored = Counter(
        text for key, texts in logs.items() for text in texts if load.sends[text].sender.key == key
    )
    acknowledged = [text for text, send in load.sends.items() if send.done is not None]
    verdict.require_none("acknowledged, not stored", [text for text in acknowledged if not stored[text]][:5])
    verdict.require_none("stored twice", [text for text, times in stored.items() if times > 1][:5])
    verdict.require_none("never acknowledged", load.open())
    refused = [text for text, send in load.sends.items() if send.refused]
    verdict.require_none("refused, yet stored", [text for text in refused if stored[text]][:5])
    verdict.require_none("strange answers", load.strange[:3])
    verdict.figures |= {"acknowledged": len(acknowledged), "answers": dict(load.answers)}


def _check_streams(
    verdict: Verdict, load: Load, listeners: Sequence[Listener], logs: dict[int, list[str]]
) -> None:
    deliveries, wrong = 0, Counter[str]()
    for listener in listeners:
        told, heard = logs[listener.person.key], [text for text in listener.heard if text in load.sends]
        deliveries += len(heard)
        wrong["lost"] += len(set(told) - set(heard))
        wrong["doubled"] += len(heard) - len(set(heard))
        wrong["out of order"] += told != heard and set(told) == set(heard) and len(told) == len(heard)
        wrong["never sent"] += len(set(heard) - set(told))
        wrong["streams ended with an error"] += len(listener.errors)
        wrong["asked to read again"] += listener.resyncs
    for name, number in wrong.items():
        verdict.require_none(name, number)
    verdict.figures["deliveries"] = deliveries


def lateness(sends: Mapping[str, Send], listeners: Sequence[Listener]) -> dict[str, float]:
    """Seconds from each answer to its items; nothing where they are too few."""
    late = [
        max(0.0, at - send.done)
        for listener in listeners
        for text, at in listener.at.items()
        if (send := sends.get(text)) and send.done
    ]
    if len(late) < 2:
        return {}
    middle, most = (round(quantiles(late, n=100)[at], 3) for at in (49, 98))
    return {"heard after the answer, p50": middle, P99: most, "at most": round(max(late), 2)}


def _check_log(verdict: Verdict, log: Path) -> None:
    text = log.read_text(errors="replace")
    for word in ("Traceback", "of the load", "Bearer ", "eyJ"):
        verdict.require_none(f"{word!r} in the log", text.count(word))
    verdict.figures["lines in the log"] = text.count("\n")
