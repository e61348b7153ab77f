"""Our packages are imported by their bare names, so no other distribution may own one of them."""

from importlib.metadata import packages_distributions

import pytest

OURS = ("server", "schema", "resolvers", "execution", "events", "models", "rules", "queries", "web")


@pytest.mark.parametrize("name", OURS)
def test_no_other_distribution_owns_our_names(name: str) -> None:
    assert set(packages_distributions().get(name, [])) <= {"doorstep"}
