"""Numbers in the schema's descriptions: settings come from the policy of the process."""

import re
from dataclasses import fields
from datetime import timedelta

import pytest
from graphql import GraphQLDirective, GraphQLSchema, is_specified_directive

from rules.policy import Audience, Policy, in_words
from schema.types.directives import parts
from server.app import make_schema
from tests.printed import SCHEMA

OTHER = Policy(
    request_length=441,
    message_length=1_442,
    minimum_age=43,
    receiving_age_delay=timedelta(days=44),
    verified_audience=Audience.FRIENDS,
    bucket_size=45,
    bucket_refill=timedelta(seconds=46),
    new_pairs_a_day=47,
    new_pairs_a_day_young=48,
    young_account=timedelta(days=49),
    young_account_requests=50,
    recent_account=timedelta(days=56),
    pause_suggested_at=57,
    client_key_lifetime=timedelta(days=51),
    undo_window=timedelta(minutes=52),
    archive_after=timedelta(days=53),
    evidence_lifetime=timedelta(days=54),
    event_lifetime=timedelta(days=55),
    position_interval=timedelta(seconds=19),
)
NO_SETTINGS = [
    "at most 500",
    "up to 500",
    "0 to 500",
    "the 500 of one call",
    "than 500",
    "last 500",
    "20 unless given",
    "last 20 warnings",
    "last 20 appeals",
    "of each reason up to 20",
    "1 to 16 code points",
    "5 to 300 seconds",
    "1 to 2,000 code points after trimming; else InvalidInput",
    "up to 2,000 code points; more is InvalidInput",
    "The note as it was written, 1 to 2,000 code points",
    "at most 3",
    "0 to 3",
    "1 to 3",
]
"""Bounds of a call, a page, a region's name, a report and its notes, warnings, and the limit of a pending thread."""


def described(policy: Policy) -> list[str]:
    return descriptions(make_schema(False, policy)._schema)


def descriptions(schema: GraphQLSchema) -> list[str]:
    """Of our own parts: those of GraphQL are described by it."""
    ours = [part for part in parts(schema) if not is_specified(part)]
    return sorted(part.description or "" for part in ours)


def is_specified(part: object) -> bool:
    return isinstance(part, GraphQLDirective) and is_specified_directive(part)


def said(value: object) -> str:
    return in_words(value) if isinstance(value, timedelta) else f"{value:,}"


def test_a_number_that_is_a_setting_is_said_of_the_process() -> None:
    text = "\n".join(described(OTHER))
    for fixed in NO_SETTINGS:
        assert fixed in text
        text = text.replace(fixed, "")

    for field in fields(Policy):
        default = getattr(Policy(), field.name)
        if isinstance(default, int | timedelta) and not isinstance(default, bool | Audience):
            stale = rf".*(?<![\d,.]){re.escape(said(default).removesuffix('s'))}(?![\d]|,\d).*"
            assert not re.findall(stale, text), field.name


def test_descriptions_name_what_a_front_end_must_know() -> None:
    text = "\n".join(described(OTHER))
    for sentence in (
        "Unanswered for 53 days since its last message.",
        "1 to 1,442 code points after trimming; 1 to 441 in the viewer's own pending thread.",
        "answers as the first did, for 51 days.",
        "As `sendRequest` would take it: 1 to 441 code points",
        "one after another, 0 to 45.",
        "0 to 47, for a young account 48.",
        "after every 19 seconds of quiet.",
    ):
        assert sentence in text


@pytest.mark.shows("15.25")
def test_bounds_that_are_settings_are_those_of_the_process() -> None:
    text = make_schema(False, OTHER).as_str()
    assert "text: String! @constraint(minLength: 1, maxLength: 441)" in text
    assert "text: String! @constraint(minLength: 1, maxLength: 1442)" in text
    assert "maxLength: 500)" in make_schema(False, Policy()).as_str()


def test_no_place_is_left_open() -> None:
    assert not re.findall(r"\{\w+\}", "\n".join(described(Policy())))
    assert described(Policy()) == descriptions(SCHEMA)
