"""All choices, each value in turn: those of the sender, and those of the recipient."""

from collections.abc import Iterator
from typing import Any

from tests.api.provisioning import said
from tests.blindness.acts import Act, Fact, by
from tests.blindness.documents import values, variables_of
from tests.blindness.facts import BLOCKS, DELETES, LIFTS_BOB, Facts
from tests.blindness.plays import BOB, Play
from tests.blindness.scripts import resolved
from tests.blindness.sender import Moment, Step
from tests.blindness.steps import GLANCE, LISTEN, ONE, SOON, TWO, do, request

FILTERS: list[dict[str, Any]] = [
    *[{"hiddenReason": reason} for reason in values("HiddenReason")],
    *[{"folder": folder} for folder in values("RequestFolder")],
    {"notFollowedByMe": True},
    {"olderThan": SOON},
]
UNLIKE = said("bob", **BOB, region="KR", isVerified=True, isActive=False)


def _choices(who: str, whom: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Operations with their values; an audience that is seen is not left as it is."""
    yield from (("reports", {"status": status}) for status in values("ReportStatus"))
    yield from (("requests", {"folder": folder}) for folder in values("RequestFolder"))
    yield from (("updateDmAudience", {"audience": one}) for one in [*values("DmAudience"), "EVERYONE"])
    yield from (("report", {"subjectId": f"$user:{whom}", "reason": one}) for one in values("ReportReason"))
    yield from (
        ("deleteRequests", {"asOf": f"$cursor:{who}", "requests": {"filter": one}}) for one in FILTERS
    )


CHOOSING = Play(
    before=["carol requests alice"],
    script=[
        *LISTEN,
        Moment(0),
        request(ONE),
        Moment(1),
        *[Step(name, variables_of(name, given)) for name, given in _choices("alice", "bob")],
        *[
            do("resolveReport", reportId="$report:bob-alice", resolution=one, until=SOON)
            for one in values("Resolution")
        ],
        do("upsertUsers", users=[UNLIKE]),
        request(TWO),
        *GLANCE,
    ],
)
CHOSEN: Facts = {
    "deleted": Fact({1: [DELETES]}),
    "blocked": Fact({1: [BLOCKS]}),
    "everything chosen": Fact({1: [Act("bob", name, given) for name, given in _choices("bob", "alice")]}),
    "everything said of the recipient": Fact(
        {
            1: [
                *[by("host", "upsertUsers", users=[one]) for one in (UNLIKE, said("bob", **BOB))],
                *[act for one in ("DISMISS", "WARN", "BAN") for act in resolved(one, "bob")],
                LIFTS_BOB,
            ]
        }
    ),
}
"""It is seen in another way than it was left."""
