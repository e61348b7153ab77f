"""Contact codes as rules: what a good one opens, and that it changes nothing else."""

from dataclasses import replace
from datetime import timedelta
from itertools import product
from string import ascii_letters
from time import process_time

import pytest

from rules.contact_codes import CODE_BYTES, ContactCode, digest_of, flaw_of_new, same_code, spelled
from rules.policy import Audience
from rules.problems import (
    DailyLimitReached,
    InvalidInput,
    PendingLimitReached,
    RecipientUnavailable,
    Refusal,
    YouBlockedThisUser,
)
from rules.sending import Landing, Pair, Recipient, Sender, decide_send
from tests.rules.send_facts import CHILD, NOON, PAIR, POLICY, RECIPIENT, SENDER

OPENED = Landing(is_open=True, is_sunk=False, accepts=False, code_id=7)
SHUT = replace(RECIPIENT, audience=Audience.NO_ONE)
WITH_CODE = replace(PAIR, code_id=7)


def without_code(asking: Sender, whom: Recipient, pair: Pair) -> Refusal | Landing:
    return decide_send(asking, whom, replace(pair, code_id=0), NOON, POLICY)


@pytest.mark.shows("5.47")
@pytest.mark.parametrize("unaccepted", range(4))
@pytest.mark.parametrize("audience", Audience)
def test_a_good_code_opens_past_audience_and_cap(audience: Audience, unaccepted: int) -> None:
    asking = replace(SENDER, unaccepted=unaccepted, may_cost_a_pair=not unaccepted)
    found = decide_send(asking, replace(RECIPIENT, audience=audience), WITH_CODE, NOON, POLICY)
    assert found == OPENED


@pytest.mark.shows("5.49")
@pytest.mark.parametrize("change", ["recipient_blocks", "recipient_said_never"])
@pytest.mark.parametrize("unaccepted", [0, 3])
@pytest.mark.parametrize("audience", [Audience.EVERYONE, Audience.NO_ONE])
def test_what_the_recipient_decided_on_the_sender_is_above_it(
    change: str, unaccepted: int, audience: Audience
) -> None:
    asking, whom = replace(SENDER, unaccepted=unaccepted), replace(RECIPIENT, audience=audience)
    pair = replace(WITH_CODE, **{change: True})
    assert decide_send(asking, whom, pair, NOON, POLICY) == without_code(asking, whom, pair)


@pytest.mark.shows("5.49")
def test_it_opens_no_one_who_cannot_be_reached() -> None:
    young = replace(SHUT, birth=CHILD)
    for whom in (replace(SHUT, is_active=False), replace(SHUT, is_active=False, is_erased=True), young, None):
        assert decide_send(SENDER, whom, WITH_CODE, NOON, POLICY) == RecipientUnavailable()


@pytest.mark.shows("5.49")
def test_own_facts_but_the_cap_come_first() -> None:
    spent = replace(SENDER, pairs_today=POLICY.new_pairs_a_day, may_cost_a_pair=True)
    assert isinstance(decide_send(spent, SHUT, WITH_CODE, NOON, POLICY), DailyLimitReached)
    blocking = replace(SENDER, blocks_recipient=True, unaccepted=3)
    assert decide_send(blocking, SHUT, WITH_CODE, NOON, POLICY) == YouBlockedThisUser()


@pytest.mark.shows("5.50")
@pytest.mark.parametrize("change", ["is_open", "has_asked", "recipient_follows"])
def test_a_thread_that_opens_anyway_spends_nothing(change: str) -> None:
    pair = replace(WITH_CODE, **{change: True})
    found = decide_send(SENDER, RECIPIENT, pair, NOON, POLICY)
    assert found == without_code(SENDER, RECIPIENT, pair)
    assert isinstance(found, Landing)
    assert (found.is_open, found.code_id) == (True, 0)


def test_at_the_cap_it_opens_what_a_follow_does_not() -> None:
    follows = replace(PAIR, recipient_follows=True)
    asking = replace(SENDER, unaccepted=3)
    assert decide_send(asking, RECIPIENT, follows, NOON, POLICY) == PendingLimitReached(3)
    assert decide_send(asking, RECIPIENT, replace(follows, code_id=7), NOON, POLICY) == OPENED


def test_it_is_good_until_its_end_and_its_last_use() -> None:
    for used, later in product((0, 1, 2), (-1, 0, 1)):
        code = ContactCode(2, used, NOON + timedelta(microseconds=later))
        assert code.is_good(NOON) == (used < 2 and later > 0)
    assert ContactCode(1, 0, None).is_good(NOON)


def test_a_code_is_spelled_without_letters_that_look_alike() -> None:
    assert spelled(bytes(CODE_BYTES)) == "0000-0000-0000-0000"
    assert spelled(b"\xff" * CODE_BYTES) == "ZZZZ-ZZZZ-ZZZZ-ZZZZ"
    assert spelled((1).to_bytes(CODE_BYTES)) == "0000-0000-0000-0001"
    shown = {letter for number in range(32) for letter in spelled(number.to_bytes(CODE_BYTES))}
    assert not shown & set("ILOU" + ascii_letters.lower()[:26])
    assert len(shown) == 33


@pytest.mark.shows("5.47")
@pytest.mark.parametrize(
    "typed",
    [
        *("0001-7F3C", "00017f3c", " oooi 7F3c ", "O-0-o-l-7-F-3-C"),
        *(
            "0001-7F3C\n",
            "0001\t7F3C",
            "0001\u00a07F3C",
            "0001\u20117F3C",
            "0001\u20137F3C",
            "\ufeff0001-7F3C\u200b",
            "\u2068\u202d0001\ufe58\u2e3a7F\u206a3C\ufe0f\u202c\u2069",
            "\u28000001\u2212\u05be7F3C\u3164\U000e0001",
        ),
        "\uff10\uff10\uff10\uff11\uff0d\uff17\uff26\uff13\uff43",
    ],
)
def test_a_code_is_read_as_people_type_it(typed: str) -> None:
    assert same_code(typed) == "00017F3C"
    assert digest_of(1, typed) == digest_of(1, "0001-7F3C")


def test_many_accents_in_any_order_are_read_at_once() -> None:
    began = process_time()
    same_code("0" + "\u0315\u0300" * 60_000)
    assert process_time() - began < 2


def test_a_digest_is_of_one_user_and_one_code() -> None:
    made = {digest_of(owner, code) for owner in (1, 11) for code in ("1", "11", "", "\ud800", "\0", "é")}
    assert len(made) == 12


@pytest.mark.shows("5.51")
@pytest.mark.parametrize(
    ("label", "uses", "hours", "fields"),
    [
        ("", 1, 1, {"label"}),
        ("\u200b", 1, 1, {"label"}),
        ("x" * 65, 1, 1, {"label"}),
        ("a\0", 1, 1, {"label"}),
        ("x", 0, 1, {"uses"}),
        ("x", -1, 1, {"uses"}),
        ("x", 1_001, 1, {"uses"}),
        ("x", 1, 0, {"expiresAt"}),
        ("x", 1, -1, {"expiresAt"}),
        ("x", 1, 24 * 3_654, {"expiresAt"}),
        ("", 0, 0, {"label", "uses", "expiresAt"}),
    ],
)
def test_bad_input_is_named(label: str, uses: int, hours: int, fields: set[str]) -> None:
    found = flaw_of_new(label, uses, NOON + timedelta(hours=hours), NOON)
    assert isinstance(found, InvalidInput)
    assert set(found.fields) == fields


def test_bounds_are_good() -> None:
    assert flaw_of_new("x" * 64, 1_000, NOON + timedelta(days=3_653), NOON) is None
    assert flaw_of_new("x", 1, None, NOON) is None
