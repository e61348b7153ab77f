"""Old enough to send and to receive, by the birth date."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.eligibility import Birth, is_old_enough_to_receive, is_old_enough_to_send
from rules.policy import Policy

POLICY = Policy(minimum_age_by_region={"KR": 14, "XX": 17})
LAST = timedelta(microseconds=1)


def midnight(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, tzinfo=UTC)


BIRTHDAYS = [
    pytest.param(Birth(date(2010, 3, 4), None), midnight(2026, 3, 4), id="sixteen"),
    pytest.param(Birth(date(2010, 3, 4), "ZZ"), midnight(2026, 3, 4), id="region without an age of its own"),
    pytest.param(Birth(date(2010, 3, 4), "KR"), midnight(2024, 3, 4), id="region with a lower age"),
    pytest.param(Birth(date(2010, 3, 4), "XX"), midnight(2027, 3, 4), id="region with a higher age"),
    pytest.param(Birth(date(2008, 2, 29), "XX"), midnight(2025, 3, 1), id="29 February, common year"),
    pytest.param(Birth(date(2008, 2, 29), None), midnight(2024, 3, 1), id="29 February, leap year"),
    pytest.param(Birth(date(2008, 3, 1), None), midnight(2024, 3, 1), id="1 March"),
    pytest.param(Birth(date(2008, 2, 28), None), midnight(2024, 2, 28), id="28 February"),
]


@pytest.mark.shows("2.13", "2.14", "2.16", "2.17")
@pytest.mark.parametrize(("birth", "birthday"), BIRTHDAYS)
def test_sending_begins_with_the_birthday(birth: Birth, birthday: datetime) -> None:
    assert not is_old_enough_to_send(birth, birthday - LAST, POLICY)
    assert is_old_enough_to_send(birth, birthday, POLICY)


@pytest.mark.shows("2.18")
@pytest.mark.parametrize(("birth", "birthday"), BIRTHDAYS)
@pytest.mark.parametrize(("share", "wait"), [(0.0, 0), (0.25, 3.5), (0.5, 7)])
def test_receiving_begins_a_share_of_fourteen_days_later(
    birth: Birth, birthday: datetime, share: float, wait: float
) -> None:
    moment = birthday + timedelta(days=wait)
    assert not is_old_enough_to_receive(birth, moment - LAST, POLICY, share)
    assert is_old_enough_to_receive(birth, moment, POLICY, share)


@pytest.mark.shows("2.15")
def test_no_birth_date_is_under_age() -> None:
    for region in (None, "KR"):
        assert not is_old_enough_to_send(Birth(None, region), midnight(2999, 1, 1), POLICY)
        assert not is_old_enough_to_receive(Birth(None, region), midnight(2999, 1, 1), POLICY, 0)


@pytest.mark.parametrize("born", [date(9999, 12, 31), date(9983, 12, 31)])
def test_a_birthday_at_the_end_of_the_calendar_is_no_error(born: date) -> None:
    assert not is_old_enough_to_send(Birth(born, None), midnight(2026, 1, 1), POLICY)
    assert not is_old_enough_to_receive(Birth(born, None), midnight(2026, 1, 1), POLICY, 0.9)


MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(9990, 1, 1), timezones=st.just(UTC))


@given(
    st.dates(), MOMENTS, st.timedeltas(timedelta(), timedelta(days=3000)), st.floats(0, 1, exclude_max=True)
)
def test_no_one_grows_younger_and_no_recipient_is_older_than_as_a_sender(
    born: date, now: datetime, later: timedelta, share: float
) -> None:
    birth = Birth(born, None)
    receives = is_old_enough_to_receive(birth, now, POLICY, share)
    assert receives <= is_old_enough_to_send(birth, now, POLICY)
    assert receives <= is_old_enough_to_receive(birth, now + later, POLICY, share)
    assert is_old_enough_to_send(birth, now, POLICY) <= is_old_enough_to_receive(
        birth, now + POLICY.receiving_age_delay, POLICY, share
    )


@pytest.mark.shows("2.30")
@pytest.mark.parametrize("region", ["KR", "kr", "Kr"])
@pytest.mark.parametrize("listed", ["KR", "kr", "kR"])
def test_regions_are_compared_without_case(region: str, listed: str) -> None:
    policy = Policy(minimum_age_by_region={listed: 14})
    birth = Birth(date(2010, 3, 4), region)
    assert is_old_enough_to_send(birth, midnight(2024, 3, 4), policy)
    assert not is_old_enough_to_send(birth, midnight(2024, 3, 4) - LAST, policy)


def test_of_a_region_named_twice_the_higher_age_counts() -> None:
    for ages in ({"KR": 14, "kr": 18}, {"kr": 18, "KR": 14}):
        assert Policy(minimum_age_by_region=ages).minimum_age_by_region == {"KR": 18}
