"""How streams end, and that each of several streams is one of its own."""

from uuid import uuid4

import aiohttp
import pytest

from models.db.connection import DatabaseBusy, OutcomeUnknown
from tests.databases import PATIENCE
from tests.live.acts import act
from tests.live.devices import cursor_of
from tests.live.readers import friends, posted, socket
from tests.streams import Stream
from tests.world import World


async def _close_code(stream: Stream) -> int | None:
    """The code with which the server closes, without a further message before it."""
    message = await stream.ws.receive(timeout=PATIENCE)
    assert message.type is aiohttp.WSMsgType.CLOSE, message
    return stream.ws.close_code


@pytest.mark.shows("2.6")
async def test_a_user_deactivated_under_an_open_stream(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    for line in ("alice requests bob", "bob accepts alice"):
        await act(world, line)
    async with bob.listen("messageAdded") as stream:
        await bob.becomes(is_active=False)
        await alice.send(bob)
        assert await _close_code(stream) == 4403


@pytest.mark.shows("9.11")
async def test_two_streams_of_one_user_each_get_all(world: World) -> None:
    _, bob = await world.cast("alice", "bob")
    start = await cursor_of(bob)
    for line in ("alice requests bob", "bob accepts alice"):
        await act(world, line)
    async with bob.listen("messageAdded") as phone, bob.listen("messageAdded", after=start) as tablet:
        for line, is_mine in (("alice sends bob", False), ("bob sends alice", True)):
            await act(world, line)
            on_phone, on_tablet = await phone.item(), await tablet.item()
            assert on_phone == on_tablet
            assert on_phone["message"]["isMine"] is is_mine
        assert await phone.is_quiet()
        assert await tablet.is_quiet()


@pytest.mark.shows("9.11")
async def test_one_that_ends_leaves_the_other(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    async with alice.listen("messageAdded") as stays:
        async with alice.listen("messageAdded") as goes:
            await alice.request(bob)
            assert (await goes.item())["message"]["isMine"]
        await alice.request(bob)
        assert len(await stays.items(2)) == 2


@pytest.mark.shows("15.16")
@pytest.mark.parametrize("trouble", [OutcomeUnknown, DatabaseBusy], ids=["unknown", "busy"])
async def test_a_start_that_cannot_be_kept_is_no_end(
    world: World, monkeypatch: pytest.MonkeyPatch, trouble: type[Exception]
) -> None:
    async def keep_start(*_: object) -> None:
        raise trouble("the database restarts")

    _, bob = await friends(world)
    monkeypatch.setattr("resolvers.streams.tables.keep_start", keep_start)
    async with socket(bob, str(uuid4())) as stream:
        assert await _close_code(stream) == 1013
    async with posted(bob) as events:
        with pytest.raises(aiohttp.ClientPayloadError):
            await events.item()
