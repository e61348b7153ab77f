"""The landing of a send: the bit, what the sender sees, what the recipient gets."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import timedelta
from itertools import product

import pytest

from rules.eligibility import Birth
from rules.policy import Audience
from rules.problems import RecipientUnavailable, Refusal
from rules.sending import Landing, Pair, Recipient, decide_send
from tests.rules.send_facts import CHILD, NOON, PAIR, POLICY, RECIPIENT, SENDER

UNREACHABLE = [
    pytest.param(None, id="unknown"),
    pytest.param(replace(RECIPIENT, is_active=False), id="inactive"),
    pytest.param(replace(RECIPIENT, birth=CHILD), id="under age"),
    pytest.param(replace(RECIPIENT, birth=Birth(None, None)), id="without a birth date"),
    pytest.param(
        replace(RECIPIENT, birth=Birth(NOON.date().replace(year=2010), None), age_share=0.5), id="not yet"
    ),
    pytest.param(replace(RECIPIENT, audience=Audience.NO_ONE), id="audience"),
    pytest.param(replace(RECIPIENT, audience=None, is_verified=True), id="verified"),
]


def decide(recipient: Recipient | None, pair: Pair) -> Refusal | Landing:
    return decide_send(SENDER, recipient, pair, NOON, POLICY)


def every_pair() -> Iterator[Pair]:
    """Without a code: those have a test of their own."""
    names = [field.name for field in fields(Pair) if field.name != "code_id"]
    for values in product([False, True], repeat=len(names)):
        pair = Pair(**dict(zip(names, values, strict=True)))
        if not (pair.is_open and pair.has_asked):
            yield pair


@pytest.mark.shows("4.40")
@pytest.mark.parametrize("recipient", UNREACHABLE)
def test_who_cannot_be_reached(recipient: Recipient | None) -> None:
    assert decide(recipient, PAIR) == RecipientUnavailable()


@pytest.mark.shows("4.44", "4.47")
@pytest.mark.parametrize("recipient", [case for case in UNREACHABLE if case.values[0]])
def test_who_asked_can_be_reached(recipient: Recipient) -> None:
    found = decide(recipient, replace(PAIR, has_asked=True))
    assert isinstance(found, Landing)
    assert (found.is_open, found.accepts) == (True, True)


@pytest.mark.shows("4.45", "4.46", "4.47", "4.49", "4.51", "4.52", "4.53", "4.54", "4.55")
@pytest.mark.parametrize(
    ("facts", "landing"),
    [
        pytest.param({}, Landing(False, False, False), id="stranger"),
        pytest.param({"sender_follows": True}, Landing(False, False, False), id="the sender follows"),
        pytest.param({"recipient_follows": True}, Landing(True, False, False), id="the recipient follows"),
        pytest.param(
            {"recipient_follows": True, "sender_follows": True}, Landing(True, False, False), id="friends"
        ),
        pytest.param({"is_open": True}, Landing(True, False, False), id="open"),
        pytest.param({"has_asked": True}, Landing(True, False, True), id="asked"),
        pytest.param({"recipient_blocks": True}, Landing(False, True, False), id="blocked"),
        pytest.param({"recipient_said_never": True}, Landing(False, True, False), id="never"),
        pytest.param(
            {"recipient_follows": True, "recipient_blocks": True},
            Landing(True, True, False),
            id="followed, blocked",
        ),
        pytest.param(
            {"recipient_follows": True, "recipient_said_never": True},
            Landing(True, False, False),
            id="followed, never",
        ),
        pytest.param(
            {"is_open": True, "recipient_blocks": True}, Landing(True, True, False), id="open, blocked"
        ),
        pytest.param(
            {"is_open": True, "recipient_said_never": True}, Landing(True, False, False), id="open, never"
        ),
        pytest.param(
            {"has_asked": True, "recipient_blocks": True}, Landing(True, True, True), id="asked, blocked"
        ),
    ],
)
def test_landings(facts: dict[str, bool], landing: Landing) -> None:
    assert decide(RECIPIENT, replace(PAIR, **facts)) == landing


@pytest.mark.shows("4.43", "4.50")
def test_no_private_fact_moves_the_bit_or_what_the_sender_sees() -> None:
    recipients = [RECIPIENT, *[case.values[0] for case in UNREACHABLE]]
    for pair, recipient in product(every_pair(), recipients):
        plain = replace(pair, recipient_blocks=False, recipient_said_never=False)
        assert isinstance(recipient, Recipient | None)
        seen, expected = decide(recipient, pair), decide(recipient, plain)
        if isinstance(seen, Landing) and isinstance(expected, Landing):
            assert (seen.is_open, seen.accepts) == (expected.is_open, expected.accepts)
        else:
            assert seen == expected


@pytest.mark.shows("4.51", "4.52")
def test_nothing_but_a_block_never_or_the_age_sinks() -> None:
    for pair in every_pair():
        for recipient in (RECIPIENT, replace(RECIPIENT, birth=CHILD)):
            found = decide(recipient, pair)
            if isinstance(found, Landing):
                never = pair.recipient_said_never and not found.is_open
                assert found.is_sunk == (pair.recipient_blocks or never or recipient.birth == CHILD)


@pytest.mark.shows("2.18")
def test_a_recipient_can_be_reached_from_its_own_moment_on() -> None:
    turned = NOON - timedelta(days=7, hours=12)
    born = turned.date().replace(year=2010)
    recipient = replace(RECIPIENT, birth=Birth(born, None), age_share=0.5)
    assert isinstance(decide(recipient, PAIR), Landing)
    assert decide(replace(recipient, age_share=0.6), PAIR) == RecipientUnavailable()
