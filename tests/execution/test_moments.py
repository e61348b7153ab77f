"""Moments of a page, made and written all at once, are those that are made and written one by one."""

import random
from datetime import UTC, datetime, timedelta, timezone

import pytest

from execution.leaves import Irregular, _moments
from models.db.fields import EPOCH, from_micros, load_of, to_micros

FIRST, LAST = (at.replace(tzinfo=UTC) for at in (datetime.min, datetime.max))
EXACT = 2**52


@pytest.mark.parametrize("most", [10**6, 2**51, EXACT - 1, EXACT, 2**53, to_micros(LAST)])
def test_stored_moments(most: int) -> None:
    load = load_of(datetime)
    assert load
    random.seed(most)
    values = [most, 0, *(random.randint(max(-most, to_micros(FIRST)), most) for _ in range(10_000))]

    assert load.all(values) == [from_micros(value) for value in values]
    assert load.all([None, most]) == [None, from_micros(most)]
    assert load.all([]) == []


def test_written_moments() -> None:
    random.seed(1)
    values = [from_micros(random.randint(to_micros(FIRST), to_micros(LAST))) for _ in range(10_000)]
    values += [FIRST, LAST, EPOCH, EPOCH + timedelta(seconds=1)]

    assert _moments(None, values) == [value.isoformat() for value in values]  # type: ignore[arg-type]


@pytest.mark.parametrize("zone", [None, timezone(timedelta(hours=2)), timezone(timedelta(seconds=20))])
def test_moments_of_another_zone_are_written_one_by_one(zone: timezone | None) -> None:
    with pytest.raises(Irregular):
        _moments(None, [EPOCH, EPOCH.replace(tzinfo=zone)])  # type: ignore[arg-type]
