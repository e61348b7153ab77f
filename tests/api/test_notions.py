"""The schema read as a whole: one word for one notion, and facts that no field may tell."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
)

from rules.events import EventKind
from tests.printed import SCHEMA

ROOT = Path(__file__).resolve().parent.parent.parent
TYPES = {name: kind for name, kind in SCHEMA.type_map.items() if not name.startswith("__")}
PAGES = ["schema.graphql", "README.md", "CHANGELOG.md", "docs/behaviour.md", "docs/frontends.md"]
OPERATIONS = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "queries").glob("*.graphql"))]

Member = GraphQLField | GraphQLInputField | GraphQLArgument

SYNONYMS = {
    "viewer": "current ?user|myself",
    "peer": "partners?|counterparts?|correspondents?|interlocutors?",
    "sender": "authors?|requesters?|originators?",
    "recipient": "receivers?|addressees?",
    "thread": "conversations?|chats?|dialogs?|dialogues?|channels?",
    "request": "invitations?|invites?|invitees?",
    "pending": "unapproved|undecided",
    "sunk": "shadow ?banned|swallowed|black ?holed",
    "inbox": "mail ?box(es)?",
    "requests folder": "message requests folder|request box",
    "hidden folder": "spam ?folder|junk|quarantined?|filtered folder",
    "follow": "subscribe to users?|followings",
    "friend": "buddy|buddies|mutuals",
    "accept": "approves?|approved|approval",
    "delete": "declines?|declined|rejects?|rejected|discards?|trash",
    "block": "black ?lists?|ignore ?lists?",
    "report": "complaints?|flagged",
    "receipt": "ticks?",
    "restriction": "suspensions?|suspends?|suspended|sanctions?",
    "event": "notifications?",
}
"""Words that are not used: a notion's name, and its synonyms."""


def members() -> Iterator[tuple[str, Member]]:
    """Each field, argument and input field, by `Type.field` or `Type.field.argument`."""
    for name, kind in TYPES.items():
        if isinstance(kind, GraphQLInputObjectType):
            yield from ((f"{name}.{field}", of) for field, of in kind.fields.items())
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            for field, of in kind.fields.items():
                yield f"{name}.{field}", of
                yield from ((f"{name}.{field}.{given}", arg) for given, arg in of.args.items())


def names() -> Iterator[str]:
    """Every name in the schema."""
    yield from TYPES
    yield from (name for name, _ in members())
    for kind in TYPES.values():
        if isinstance(kind, GraphQLEnumType):
            yield from kind.values


def spelled(name: str) -> str:
    """`RequestReceived` and `REQUEST_RECEIVED` as words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[._]", " ", name).lower()


def of_type(name: str) -> set[str]:
    """All that is of this type, required or not, one or many."""
    return {place for place, of in members() if get_named_type(of.type).name == name}


@pytest.mark.shows("1.1")
@pytest.mark.parametrize("notion", SYNONYMS)
def test_a_notion_has_one_name(notion: str) -> None:
    synonym = re.compile(rf"\b({SYNONYMS[notion]})\b", re.IGNORECASE)
    assert [name for name in names() if synonym.search(spelled(name))] == []
    for page in [*PAGES, *OPERATIONS]:
        text = (ROOT / page).read_text()
        assert [line for line in text.splitlines() if synonym.search(line)] == [], page


@pytest.mark.shows("1.2")
def test_whatever_is_named_like_a_time_is_one() -> None:
    named = re.compile(
        r"(\.(at|until|since|olderThan)|[a-z](At|Until|Since)|\.validFrom|TokensInput\.before)$"
    )
    assert {place for place, _ in members() if named.search(place)} == of_type("DateTime")
    description = TYPES["DateTime"].description
    assert description is not None
    assert "UTC" in description


@pytest.mark.shows("3.12")
def test_an_audience_is_shown_by_the_viewers_own_settings_alone() -> None:
    assert of_type("DmAudience") == {"Viewer.dmAudience", "UpdateDmAudienceInput.audience"}
    assert {name for name in names() if "audience" in spelled(name)} == {
        *("DmAudience", "Viewer.dmAudience", "Mutation.updateDmAudience", "Mutation.updateDmAudience.input"),
        *("UpdateDmAudienceInput", "UpdateDmAudienceInput.audience", "UpdateDmAudienceResult"),
        *("UpdateDmAudienceSuccess", *_fields_of("UpdateDmAudienceSuccess")),
    }
    own = {
        "UpdateDmAudienceSuccess",
        "UpdateReadReceiptsSuccess",
        "UpdateFilterWordsSuccess",
        "UpdateRequestPolicySuccess",
        "PauseRequestsSuccess",
        "RequestPauseChanged",
        "MarkRequestsSeenSuccess",
        "SettingsChanged",
        "StandingChanged",
        "BadgeChanged",
        "ReportClosed",
        "AppealRestrictionSuccess",
        "CreateContactCodeSuccess",
        "RevokeContactCodeSuccess",
    }
    assert of_type("Viewer") == {"Query.viewer", *(f"{name}.viewer" for name in own)}


def _fields_of(name: str) -> set[str]:
    return {place for place, _ in members() if place.startswith(f"{name}.")}


@pytest.mark.shows("1.1")
def test_a_place_in_the_event_log_and_one_in_a_list_have_two_names() -> None:
    taken = {
        f"Subscription.{name}.after"
        for name in ("events", "messageAdded", "requestReceived", "requestAccepted")
    }
    given = {place for place, _ in members() if place.endswith(".eventCursor")}
    as_of = {"AcceptRequestsInput.asOf", "DeleteRequestsInput.asOf", "Query.requestCount.asOf"}
    as_of |= {"MarkRequestsSeenInput.upTo", "MarkThreadsReadInput.upTo"}
    assert of_type("EventCursor") == given | taken | as_of
    assert {place.split(".")[0][-4:] for place, _ in members() if place.endswith(".cursor")} == {"Edge"}


SIGNS = re.compile(
    r"\b(typing|types now|presence|present|online|offline|delivered|delivery|last seen|last active)\b"
)


@pytest.mark.shows("7.10")
def test_nothing_tells_of_typing_presence_or_delivery() -> None:
    assert [name for name in names() if SIGNS.search(spelled(name))] == []
    assert [kind.name for kind in EventKind if SIGNS.search(spelled(kind.name))] == []
    receipt = TYPES["Receipt"]
    assert isinstance(receipt, GraphQLEnumType)
    assert set(receipt.values) == {"SENT", "SEEN"}


@pytest.mark.shows("8.32")
def test_a_standing_tells_reason_and_time_and_nothing_more() -> None:
    def given(name: str) -> dict[str, str]:
        return {place.split(".")[1]: str(of.type) for place, of in members() if place.startswith(f"{name}.")}

    problem = {"code": "ProblemCode!", "message": "String!"}
    assert given("Warning") == {
        "reason": "ReportReason!",
        "at": "DateTime!",
        "decisionId": "ID",
        "appeal": "OwnAppeal",
    }
    assert given("MessagingRestricted") == problem | {
        "until": "DateTime",
        "restrictionReason": "ReportReason!",
    }
    assert given("Standing") == {
        "canSend": "Boolean!",
        "obstacles": "[Problem!]!",
        "messagesLeftNow": "Int!",
        "newPairsLeftToday": "Int!",
        "resetsAt": "DateTime!",
        "warnings": "[Warning!]!",
        "restriction": "Restriction",
        "appeals": "[OwnAppeal!]!",
    }
    assert given("Restriction") == given("Warning") | {"until": "DateTime", "decisionId": "ID!"}


@pytest.mark.shows("9.6")
def test_every_item_of_a_subscription_has_a_cursor() -> None:
    subscription = TYPES["Subscription"]
    assert isinstance(subscription, GraphQLObjectType)
    for of in subscription.fields.values():
        union = get_named_type(of.type)
        assert isinstance(union, GraphQLUnionType)
        for item in union.types:
            assert TYPES["Event"] in item.interfaces
            assert str(item.fields["eventCursor"].type) == "EventCursor!"
