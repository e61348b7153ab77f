"""A message that its recipient does not get writes the recipient's side too, or it would be answered sooner."""

import pytest

from tests.world import World


@pytest.mark.parametrize("source", ["postgres"], indirect=True)
@pytest.mark.parametrize("act", ["block", "never", "nothing"])
async def test_each_message_writes_the_recipients_side(world: World, act: str) -> None:
    """PostgreSQL tells by a row's `xmin` whether it was written."""
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    if act == "block":
        await bob.do("block", userId=alice.id)
    if act == "never":
        await bob.do("delete", id=await bob.thread_id(alice), never=True)
    for _ in range(2):
        before = await world.rows("memberships", "CAST(xmin AS TEXT)", f"user_id = {bob.key}")
        assert (await alice.request(bob))["__typename"] == "SendRequestSuccess"
        assert await world.rows("memberships", "CAST(xmin AS TEXT)", f"user_id = {bob.key}") != before
