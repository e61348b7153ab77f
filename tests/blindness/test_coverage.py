"""The plays cover the schema: all that a sender can see and try, and all that a recipient can do."""

from collections.abc import Mapping
from functools import cache

import pytest
from graphql import extend_schema, parse

from tests.blindness.acts import Act
from tests.blindness.conftest import Reference
from tests.blindness.coverage import arguments, fields, given, inputs, told
from tests.blindness.documents import root_fields, variables_of
from tests.blindness.plays import answers
from tests.blindness.sender import Step
from tests.blindness.test_private_facts import TABLES
from tests.databases import SqliteSource
from tests.printed import SCHEMA

MODERATORS = "to all others it is null or NotAllowed"
HOST = "the host app's token names no user"
UNSEEN: Mapping[str, str] = {
    **dict.fromkeys(["Query.reports", "ReportConnection", "ReportEdge", "Report"], MODERATORS),
    **dict.fromkeys(["ReportNote", "EvidenceMessage"], MODERATORS),
    **dict.fromkeys(["ReportNoteConnection", "ReportNoteEdge"], MODERATORS),
    **dict.fromkeys(["EvidenceMessageConnection", "EvidenceMessageEdge"], MODERATORS),
    **dict.fromkeys(["Query.auditLog", "ModerationActionConnection", "ModerationActionEdge"], MODERATORS),
    **dict.fromkeys(["ModerationAction", "ClaimReportSuccess", "ResolveReportSuccess"], MODERATORS),
    "LiftRestrictionSuccess": MODERATORS,
    **dict.fromkeys(["Query.appeals", "AppealConnection", "AppealEdge", "Appeal"], MODERATORS),
    "ResolveAppealSuccess": MODERATORS,
    **dict.fromkeys(["UpsertUsersSuccess", "SetFollowsSuccess", "EraseUserSuccess"], HOST),
    "RevokeTokensSuccess": HOST,
    **dict.fromkeys(["TakePushesSuccess", "Push", "AcknowledgePushesSuccess", "PushesWaiting"], HOST),
}
"""A type or field that no sender is told, and why. There is no other."""


def _left_out(all_: set[str], used: set[str]) -> set[str]:
    """A type without any used field is named instead of its fields."""
    known = {_type_of(name) for name in used}
    return {name if _type_of(name) in known else _type_of(name) for name in all_ - used}


def _type_of(name: str) -> str:
    return name.partition(".")[0]


@pytest.mark.shows("10.1", "10.10")
async def test_the_sender_sees_every_field(sqlite_source: SqliteSource, reference: Reference) -> None:
    seen = [await reference.seen(play, sqlite_source) for play, _ in TABLES.values()]
    used = {name for one in seen for answer in answers(one) for name in told(answer)}
    assert _left_out(fields(), used) == set(UNSEEN)


DONE = [
    act
    for _, facts in TABLES.values()
    for fact in facts.values()
    for acts in fact.acts.values()
    for act in acts
    if isinstance(act, Act)
]


@cache
def _tried() -> set[str]:
    """All documents are written for it, which takes seconds: not where the file is only collected."""
    return {
        name
        for play, _ in TABLES.values()
        for step in play.script
        if isinstance(step, Step) and not step.is_brief
        for name in given(step.name, step.variables)
    }


@pytest.mark.shows("10.1")
def test_the_sender_tries_everything() -> None:
    assert (arguments() | inputs()) - _tried() == set()


@pytest.mark.shows("10.1")
def test_the_recipient_does_everything() -> None:
    used = {name for act in DONE for name in given(act.name, variables_of(act.name, act.variables))}
    assert root_fields("Query").keys() | root_fields("Mutation").keys() <= {act.name for act in DONE}
    assert inputs() - used == set()


@pytest.mark.shows("10.1")
def test_what_is_new_is_missed() -> None:
    new = "extend input RequestFilter { like: Likeness } enum Likeness { MOST } extend enum DmAudience { FAMILY }"
    missed = {"RequestFilter.like", "Likeness.MOST", "DmAudience.FAMILY"}
    assert inputs(extend_schema(SCHEMA, parse(new))) - _tried() == missed
