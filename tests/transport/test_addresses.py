"""The address that counts: the peer's, or the one that a trusted proxy forwards."""

from collections.abc import AsyncIterator
from ipaddress import ip_network

import aiohttp
import pytest
from aiohttp import web
from multidict import CIMultiDict

from server.rates import Rates
from server.transport.heads import address_of
from tests.services import listening
from tests.transport.servers import Starter

PEER = "127.0.0.1"
PROXIES = tuple(map(ip_network, ("127.0.0.1", "10.0.0.0/8", "2001:db8:ffff::/48")))
X, F = "X-Forwarded-For", "Forwarded"

HOPS: dict[str, tuple[list[tuple[str, str]], str]] = {
    "no header": ([], PEER),
    "one hop": ([(X, "192.0.2.1")], "192.0.2.1"),
    "a client's own word comes first": ([(X, "198.51.100.7, 192.0.2.1")], "192.0.2.1"),
    "trusted hops are passed": ([(X, "192.0.2.1,10.1.2.3 , 2001:db8:ffff::1")], "192.0.2.1"),
    "a client that names a trusted hop": ([(X, "198.51.100.7, 10.1.2.3, 192.0.2.1")], "192.0.2.1"),
    "all hops are trusted": ([(X, "10.1.2.3, 10.1.2.4")], "10.1.2.3"),
    "several headers": ([(X, "198.51.100.7"), (X, "192.0.2.1, 10.1.2.3")], "192.0.2.1"),
    "with a port": ([(X, "192.0.2.1:4711")], "192.0.2.1"),
    "an IPv6 address is its /64": ([(X, "2001:db8:1:2:3:4:5:6")], "2001:db8:1:2::"),
    "in brackets with a port": ([(X, "[2001:db8:1:2:3:4:5:6]:80")], "2001:db8:1:2::"),
    "IPv4 within IPv6": ([(X, "::ffff:192.0.2.1")], "192.0.2.1"),
    "a trusted hop as IPv4 within IPv6": ([(X, "192.0.2.1, ::ffff:10.0.0.1")], "192.0.2.1"),
    "nothing": ([(X, "")], PEER),
    "an empty hop": ([(X, "192.0.2.1,")], PEER),
    "a word": ([(X, "192.0.2.1, unknown")], PEER),
    "a number out of range": ([(X, "192.0.2.256")], PEER),
    "a scope": ([(X, "fe80::1%eth0")], PEER),
    "the hops before it may be anything": ([(X, "\"'<, 192.0.2.1")], "192.0.2.1"),
    "RFC 7239": ([(F, "for=192.0.2.1;proto=https")], "192.0.2.1"),
    "RFC 7239, several": ([(F, 'For="[2001:db8:1:2::3]:80", for=10.1.2.3')], "2001:db8:1:2::"),
    "RFC 7239, obfuscated": ([(F, "for=192.0.2.1, for=_hidden")], PEER),
    "RFC 7239, without for": ([(F, "for=192.0.2.1, by=10.0.0.1")], PEER),
    "RFC 7239, broken": ([(F, "for=192.0.2.1, =")], PEER),
    "a quote that swallows what the proxy adds": (
        [(F, 'for="[198.51.100.7]:, for="[2001:db8::1]"')],
        PEER,
    ),
    "a scope that swallows it": ([(F, 'for="fe80::1%, for="[2001:db8::1]"')], PEER),
    "both say the same": ([(X, "192.0.2.1"), (F, "for=192.0.2.1")], "192.0.2.1"),
    "a client adds the one that the proxy lets by": ([(X, "192.0.2.1"), (F, "for=198.51.100.7")], PEER),
}


@pytest.fixture
async def echo() -> AsyncIterator[str]:
    """The URL of a server that answers with the address; one whose path says so trusts no proxy."""

    async def answer(request: web.Request) -> web.Response:
        return web.Response(text=address_of(request, () if request.path == "/nobody" else PROXIES))

    app = web.Application()
    app.router.add_get("/{any:.*}", answer)
    async with listening(web.AppRunner(app, access_log=None), PEER) as url:
        yield url


@pytest.mark.shows("15.9")
@pytest.mark.parametrize("case", HOPS)
async def test_the_last_hop_that_no_trusted_proxy_is(echo: str, case: str) -> None:
    headers, address = HOPS[case]
    async with aiohttp.ClientSession() as client:
        async with client.get(echo, headers=CIMultiDict(headers)) as answer:
            assert await answer.text() == address
        async with client.get(f"{echo}/nobody", headers=CIMultiDict(headers)) as answer:
            assert await answer.text() == PEER


@pytest.mark.shows("15.9")
async def test_failed_sign_ins_are_one_count_an_address(start: Starter) -> None:
    server = await start(rates=Rates(sign_ins=2), proxies=(ip_network(PEER),))

    async def status(address: str) -> int:
        headers = {"Authorization": "Bearer x", X: address}
        async with server.client.post(server.url, json={"query": "{me}"}, headers=headers) as answer:
            return answer.status

    network = [f"2001:db8:1:2::{number}" for number in range(1, 4)]
    assert [await status(address) for address in network] == [401, 401, 429]
    assert await status("2001:db8:1:3::1") == 401
    assert [await status("192.0.2.1") for _ in range(3)] == [401, 401, 429]
    assert await status("::ffff:192.0.2.1") == 429
    assert [await status("what") for _ in range(3)] == [401, 401, 429]
