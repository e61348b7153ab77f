"""How many sockets and operations one asker may have, and that what is left is free at once."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from server.rates import Rates
from server.service import SERVICE
from tests.transport.servers import Server, Socket, Starter, make_token

FOREVER = "subscription{forever}"


async def several(
    stack: AsyncExitStack, server: Server, count: int, token: str | None = None
) -> list[Socket]:
    """Sockets that have been acknowledged."""
    return [await stack.enter_async_context(server.ready(token)) for _ in range(count)]


async def refused(server: Server, token: str | None = None) -> int | None:
    """The code with which one more socket is closed."""
    async with server.socket() as socket:
        await socket.send({"type": "connection_init", "payload": {"Authorization": token} if token else {}})
        return await socket.closed()


@pytest.mark.shows("15.12")
async def test_the_eleventh_socket_of_a_user_comes_later(server: Server) -> None:
    async with AsyncExitStack() as stack:
        sockets = await several(stack, server, 10, make_token())
        assert await refused(server, make_token()) == 1013
        async with server.ready(make_token(sub="bob")) as other:
            await other.subscribe("{me}")
            assert (await other.receive())["payload"] == {"data": {"me": "bob"}}

        await sockets[0].ws.close()
        async with server.ready(make_token()):
            assert await refused(server, make_token()) == 1013
        sockets[1].abort()
        await sockets[2].subscribe("{me}")
        assert (await sockets[2].receive())["payload"] == {"data": {"me": "alice"}}


@pytest.mark.shows("15.12")
async def test_a_user_s_sockets_are_one_whichever_way_they_sign_in(start: Starter) -> None:
    server = await start(rates=Rates(sockets=1))
    async with server.socket(headers={"Authorization": make_token()}) as socket:
        await socket.init()
        assert await refused(server, make_token(iat=1)) == 1013


async def test_sockets_that_have_not_signed_in_are_bounded_by_address(start: Starter) -> None:
    """A user who signs in makes room for the next: a crowd at one address comes in one by one."""
    server = await start(rates=Rates(address_sockets=2))
    async with AsyncExitStack() as stack:
        await several(stack, server, 5, make_token())
        waiting = [await stack.enter_async_context(server.socket()) for _ in range(2)]
        assert await refused(server, make_token()) == 1013
        await waiting[0].init(make_token(sub="bob"))
        async with server.ready(make_token(sub="carol")):
            await waiting[1].init()


@pytest.mark.shows("15.13")
async def test_the_two_hundred_and_first_operation_is_refused_alone(server: Server) -> None:
    async with AsyncExitStack() as stack:
        first, second = await several(stack, server, 2, make_token())
        for number in range(100):
            for socket in (first, second):
                await socket.subscribe(FOREVER, id=str(number))
        for socket in (first, second):
            assert {(await socket.receive())["type"] for _ in range(100)} == {"next"}
        for text in (FOREVER, "{me}"):
            await second.subscribe(text, id="more")
            message = await second.receive()
            assert (message["type"], message["id"]) == ("error", "more")
            [error] = message["payload"]
            assert error["extensions"] == {"code": "RATE_LIMITED", "retryAfterSeconds": 5}

        await first.send({"type": "complete", "id": "0"})
        await first.send({"type": "ping"})
        assert await first.receive() == {"type": "pong"}
        await second.subscribe(FOREVER, id="more")
        assert (await second.receive())["type"] == "next"


@pytest.mark.shows("15.13")
async def test_what_runs_counts_and_what_has_ended_does_not(start: Starter) -> None:
    server = await start(rates=Rates(operations=1))
    async with server.ready(make_token()) as socket:
        for _ in range(3):
            await socket.subscribe("{me}")
            assert [(await socket.receive())["type"] for _ in range(2)] == ["next", "complete"]
        await socket.subscribe("mutation{save}", id="save")
        await socket.subscribe("{me}", id="me")
        message = await socket.receive()
        assert (message["type"], message["id"]) == ("error", "me")
        server.seen.may_save.set()
        assert [(await socket.receive())["id"] for _ in range(2)] == ["save", "save"]


async def test_nothing_is_kept_of_who_has_left(server: Server) -> None:
    async def come_and_go() -> None:
        async with server.ready(make_token()) as socket:
            await socket.subscribe(FOREVER)
            await socket.receive()

    for _ in range(3):
        await asyncio.gather(*(come_and_go() for _ in range(10)))
        await server.empty()
    assert not server.app[SERVICE].seats._taken


@pytest.mark.parametrize("frames", [3, 1_000])
async def test_the_pace_of_frames_is_a_setting(start: Starter, frames: int) -> None:
    server = await start(rates=Rates(frames=frames))
    async with server.ready() as socket:
        for _ in range(400):
            await socket.send({"type": "pong"})
        if frames == 3:
            assert await socket.closed() == 1013
        else:
            await socket.send({"type": "ping"})
            assert await socket.receive() == {"type": "pong"}
