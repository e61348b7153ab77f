"""The senders whom an audience admits."""

import pytest

from rules.eligibility import admits, effective_audience
from rules.policy import Audience

NEITHER, THEY_FOLLOW, I_FOLLOW, FRIENDS = (False, False), (False, True), (True, False), (True, True)
"""Whether the recipient follows the sender, and the sender the recipient."""


@pytest.mark.shows("3.2", "3.3", "3.4", "3.5")
@pytest.mark.parametrize(
    ("audience", "admitted"),
    [
        (Audience.EVERYONE, {NEITHER, THEY_FOLLOW, I_FOLLOW, FRIENDS}),
        (Audience.PEOPLE_I_FOLLOW, {I_FOLLOW, FRIENDS}),
        (Audience.FRIENDS, {FRIENDS}),
        (Audience.NO_ONE, set()),
    ],
)
def test_who_is_admitted(audience: Audience, admitted: set[tuple[bool, bool]]) -> None:
    found = {
        (follows, followed)
        for follows, followed in (NEITHER, THEY_FOLLOW, I_FOLLOW, FRIENDS)
        if admits(audience, follows_sender=follows, followed_by_sender=followed)
    }
    assert found == admitted


@pytest.mark.shows("3.6", "3.7", "3.8")
@pytest.mark.parametrize("default", Audience)
@pytest.mark.parametrize("is_verified", [True, False])
@pytest.mark.parametrize("chosen", [None, *Audience])
def test_a_choice_decides_and_no_choice_goes_by_the_mark(
    chosen: Audience | None, is_verified: bool, default: Audience
) -> None:
    found = effective_audience(chosen, is_verified=is_verified, default_if_verified=default)
    if chosen is not None:
        assert found == chosen
    else:
        assert found == (default if is_verified else Audience.EVERYONE)
