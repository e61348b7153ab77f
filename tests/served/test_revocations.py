"""Tokens that are revoked on one process are refused by all, and their streams end there too."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.api.provisioning import host
from tests.live.test_revocations import code_of
from tests.served.test_processes import PROMISED, at
from tests.world import World


@pytest.mark.shows("2.32", "2.33")
async def test_the_other_process_refuses_and_ends(worlds: list[World]) -> None:
    here, there = worlds
    now = datetime.now(UTC)
    (bob,) = await here.cast("bob")
    old, new = (
        replace(at(there, bob), issued_at=now + moment) for moment in (-timedelta(hours=1), timedelta())
    )
    async with old.listen("events") as ends, new.listen("events"):
        given = {"subject": "host-bob", "before": now.replace(microsecond=0).isoformat()}
        assert (await host(here).do("revokeTokens", **given))["__typename"] == "RevokeTokensSuccess"
        assert (await ends.ws.receive(timeout=PROMISED)).data == 4403
    assert (await code_of(old), await code_of(new)) == ("UNAUTHENTICATED", None)


@pytest.mark.shows("2.32")
async def test_it_reaches_a_process_that_follows_no_one(worlds: list[World]) -> None:
    here, there = worlds
    (bob,) = await here.cast("bob")
    elsewhere = at(there, bob)
    assert await code_of(elsewhere) is None
    await host(here).do("revokeTokens", subject="host-bob", before=datetime.now(UTC).isoformat())
    async with asyncio.timeout(PROMISED):
        while await code_of(elsewhere) is None:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
