"""The pushes that takers rang, compared with those that there were to ring."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from rules.pushes import LEASE


@dataclass(frozen=True, slots=True)
class Ring:
    """A push that a taker rang. Its lease is the shortest that there is."""

    id: str
    subject: str
    lease_ends_at: datetime

    @property
    def taken_at(self) -> datetime:
        """By the server's clock."""
        return self.lease_ends_at - timedelta(seconds=LEASE.least)


@dataclass(frozen=True, slots=True)
class Meant:
    """An event that has to ring unless its message is read.

    `side`: of the recipient, in the thread; `seq`: of the message there; `read_seq`: what is read in the end.
    """

    id: str
    subject: str
    side: int
    message: str
    seq: int
    read_seq: int


@dataclass
class Reads:
    """The messages until which their recipients had read, and from which time at the latest."""

    known: dict[str, datetime] = field(default_factory=dict)

    def add(self, message: str, at: datetime) -> None:
        """By the answer of the read."""
        self.known[message] = at

    def by_side(self, meant: Sequence[Meant]) -> Mapping[int, list[tuple[datetime, int]]]:
        """Times, and the seqs that were read then."""
        found = defaultdict[int, list[tuple[datetime, int]]](list)
        for one in meant:
            if at := self.known.get(one.message):
                found[one.side].append((at, one.seq))
        return found


def flaws(meant: Sequence[Meant], rung: Sequence[Ring], reads: Reads) -> Iterator[str]:
    """A line each; `rung` in the order of the takes, `meant` in the order of each log."""
    events = {one.id: one for one in meant}
    yield from (f"rung without an event: {ring.id}" for ring in rung if ring.id not in events)
    known = [ring for ring in rung if ring.id in events]
    heard = {ring.id for ring in known}
    yield from (f"lost: {one.id}" for one in meant if one.id not in heard and one.seq > one.read_seq)
    yield from _out_of_order(meant, known, heard)
    yield from _early(known)
    yield from _read(events, known, reads)


def _read(events: Mapping[str, Meant], rung: Sequence[Ring], reads: Reads) -> Iterator[str]:
    by_side = reads.by_side(list(events.values()))
    for ring in rung:
        one = events[ring.id]
        if any(at < ring.taken_at and one.seq <= seq for at, seq in by_side.get(one.side, ())):
            yield f"rung though read: {ring.id}"


def _out_of_order(meant: Sequence[Meant], rung: Sequence[Ring], heard: set[str]) -> Iterator[str]:
    due, first = _by_subject([one for one in meant if one.id in heard]), _by_subject(rung)
    yield from (f"out of order: {subject}" for subject in first if first[subject] != due[subject])


def _by_subject(ones: Sequence[Ring] | Sequence[Meant]) -> Mapping[str, list[str]]:
    found = defaultdict[str, dict[str, None]](dict)
    for one in ones:
        found[one.subject].setdefault(one.id)
    return {subject: list(ids) for subject, ids in found.items()}


def _early(rung: Sequence[Ring]) -> Iterator[str]:
    ends_at = dict[str, datetime]()
    for ring in rung:
        end = ends_at.get(ring.id)
        if end and ring.lease_ends_at != end and ring.taken_at < end:
            yield f"twice within a lease: {ring.id}"
        ends_at[ring.id] = ring.lease_ends_at
