"""Without a hint a process finds out by itself which logs have grown."""

import pytest

from events.hub import Hub, Poll
from tests.world import World


async def test_only_logs_that_have_grown_wake(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    hub = Hub()
    poll = Poll(world.database, hub)
    with hub.listen(bob.key) as bobs, hub.listen(carol.key) as carols:
        await poll.look()
        assert (bobs.is_set, carols.is_set) == (True, True), "what came before the first look may be unread"
        for flag in (bobs, carols):
            flag.clear()
        await poll.look()
        assert (bobs.is_set, carols.is_set) == (False, False)

        await alice.request(bob)
        await poll.look()
        assert (bobs.is_set, carols.is_set) == (True, False)


async def test_a_user_who_has_left_is_woken_until_no_stream_is_left(world: World) -> None:
    (bob,) = await world.cast("bob")
    hub = Hub()
    poll = Poll(world.database, hub)
    with hub.listen(bob.key) as flag:
        await bob.becomes(is_active=False)
        for _ in range(2):
            flag.clear()
            await poll.look()
            assert flag.is_set
    assert hub.users() == []
    await poll.look()


async def test_more_users_than_fit_in_a_statement(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("events.hub.MOST", 2)
    people = await world.cast("alice", "bob", "carol", "dave", "erin")
    hub = Hub()
    poll = Poll(world.database, hub)
    woken: list[int] = []
    monkeypatch.setattr(hub, "wake_here", woken.extend)
    monkeypatch.setattr(hub, "users", lambda: [person.key for person in people])
    await poll.look()
    assert sorted(woken) == [person.key for person in people]
