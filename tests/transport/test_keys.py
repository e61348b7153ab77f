"""Tokens that published keys sign: rotation, and a key server that is away, wrong, slow, or sends too much."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import orjson
import pytest
import structlog
from aiohttp import web
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jwt.algorithms import ECAlgorithm, HMACAlgorithm, OKPAlgorithm, RSAAlgorithm

from server.auth import Secret, TokenError, TokenReader
from server.keys import MAX_BYTES, PAUSE, TIMEOUT, KeySet, NoKeys, usable_keys
from tests.services import listening
from tests.transport.servers import SECRET, Starter
from tests.transport.test_tokens import encoded, part, signature

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
CLAIMS = {"sub": "alice", "exp": int(NOW.timestamp()) + 3600}
RSA, OTHER = (rsa.generate_private_key(public_exponent=65_537, key_size=2_048) for _ in range(2))
KEPT = 600.0


def published(key: Any, kid: str, **more: Any) -> dict[str, Any]:
    """The public half as a set lists it."""
    kind = {rsa.RSAPrivateKey: RSAAlgorithm, ec.EllipticCurvePrivateKey: ECAlgorithm}
    algorithm: Any = next((kind[one] for one in kind if isinstance(key, one)), OKPAlgorithm)
    return {**json.loads(algorithm.to_jwk(key.public_key())), "kid": kid, **more}


def signed(key: Any, kid: str | None, algorithm: str = "RS256", **claims: Any) -> str:
    headers = {} if kid is None else {"kid": kid}
    return "Bearer " + jwt.encode(CLAIMS | claims, key, algorithm, headers=headers)


Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class KeyServer:
    """A host app's; `asked` counts the fetches."""

    keys: list[Any] = field(default_factory=list)
    asked: int = 0
    answer: Answer | None = None
    time: float = 1_000.0
    url: str = ""

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked += 1
        return await self.answer(request) if self.answer else web.json_response({"keys": self.keys})

    def reader(self) -> TokenReader:
        keys = KeySet(self.url, KEPT, lambda: self.time)
        return TokenReader([Secret(SECRET)], None, None, lambda: NOW, keys)

    def says(self, body: bytes, status: int = 200) -> None:
        async def answer(_: web.Request) -> web.StreamResponse:
            return web.Response(body=body, status=status, headers={"Location": self.url})

        self.answer = answer


@asynccontextmanager
async def serving(*keys: Any) -> AsyncIterator[KeyServer]:
    server = KeyServer(list(keys))
    app = web.Application()
    app.router.add_get("/keys", server.handle)
    # A timeout of zero would wait without end.
    async with listening(web.AppRunner(app, shutdown_timeout=0.01)) as url:
        server.url = f"{url}/keys"
        yield server


@pytest.fixture
async def server() -> AsyncIterator[KeyServer]:
    async with serving(published(RSA, "one")) as server:
        yield server


KINDS: dict[str, Any] = {
    "RS256": RSA,
    "PS384": RSA,
    "ES256": ec.generate_private_key(ec.SECP256R1()),
    "ES384": ec.generate_private_key(ec.SECP384R1()),
    "EdDSA": ed25519.Ed25519PrivateKey.generate(),
}


@pytest.mark.shows("2.37")
@pytest.mark.parametrize("algorithm", KINDS)
async def test_each_kind_of_key(algorithm: str) -> None:
    async with serving(published(KINDS[algorithm], "one", alg=algorithm, use="sig")) as server:
        reader = server.reader()
        assert (await reader.read(signed(KINDS[algorithm], "one", algorithm))).subject == "alice"
        with pytest.raises(TokenError):
            await reader.read(signed(OTHER, "one"))


@pytest.mark.shows("2.37")
async def test_a_new_key_is_fetched_and_an_old_one_goes(server: KeyServer) -> None:
    reader = server.reader()
    first, second = signed(RSA, "one"), signed(OTHER, "two")
    assert (await reader.read(first)).subject == "alice"
    server.keys = [published(RSA, "one"), published(OTHER, "two")]
    with pytest.raises(TokenError):
        await reader.read(second)
    server.time += PAUSE
    assert (await reader.read(second)).subject == "alice"
    server.keys = [published(OTHER, "two")]
    server.time += PAUSE
    with pytest.raises(TokenError):
        await reader.read(signed(OTHER, "unknown"))
    with pytest.raises(TokenError):
        await reader.read(first)
    assert (await reader.read(second)).subject == "alice"
    assert server.asked == 3


@pytest.mark.shows("2.37")
async def test_unknown_keys_are_asked_for_once_in_a_while(server: KeyServer) -> None:
    reader = server.reader()

    async def is_refused(number: int) -> bool:
        with pytest.raises(TokenError):
            await reader.read(signed(OTHER, f"unknown {number}"))
        return True

    for fetches in (1, 2):
        assert all(await asyncio.gather(*map(is_refused, range(50))))
        assert server.asked == fetches
        server.time += PAUSE


async def _hangs_up(request: web.Request) -> web.StreamResponse:
    assert request.transport
    request.transport.close()
    return web.Response()


async def _slow(_: web.Request) -> web.StreamResponse:
    await asyncio.sleep(60)
    return web.Response()


async def _drips(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    while True:
        await response.write(b" ")
        await asyncio.sleep(0.05)


def _does(answer: Answer) -> Callable[[KeyServer], None]:
    return lambda server: setattr(server, "answer", answer)


TROUBLES: dict[str, Callable[[KeyServer], None]] = {
    "hangs up": _does(_hangs_up),
    "error": lambda server: server.says(b"{}", 500),
    "redirect": lambda server: server.says(b"", 302),
    "garbage": lambda server: server.says(b"<html>"),
    "empty": lambda server: server.says(b""),
    "a list": lambda server: server.says(b"[]"),
    "no keys": lambda server: server.says(b'{"keys": []}'),
    "huge": lambda server: server.says(b" " * (MAX_BYTES + 1) + b'{"keys": []}'),
    "deep": lambda server: server.says(b"[" * 100_000),
    "slow": _does(_slow),
    "drips": _does(_drips),
}


@pytest.mark.shows("2.38")
@pytest.mark.parametrize("trouble", TROUBLES)
async def test_trouble_of_the_key_server(trouble: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Known keys are good for their time, an unknown one may be new, and then no token is let in."""
    monkeypatch.setattr("server.keys.TIMEOUT", 0.3)
    async with serving(published(RSA, "one")) as server:
        reader = server.reader()
        assert (await reader.read(signed(RSA, "one"))).subject == "alice"
        TROUBLES[trouble](server)
        server.time += PAUSE
        with structlog.testing.capture_logs() as lines:
            for _ in range(2):
                with pytest.raises(NoKeys):
                    await reader.read(signed(OTHER, "two"))
        assert len(lines) == 1
        assert server.url not in str(lines)
        assert (await reader.read(signed(RSA, "one"))).subject == "alice"
        server.time += KEPT + 1
        with pytest.raises(NoKeys):
            await reader.read(signed(RSA, "one"))
        server.answer = None
        server.time += PAUSE
        assert (await reader.read(signed(RSA, "one"))).subject == "alice"


@pytest.mark.shows("2.38")
async def test_without_a_server_no_token_is_let_in() -> None:
    reader = TokenReader([], None, None, lambda: NOW, KeySet("http://127.0.0.1:1/", KEPT))
    with pytest.raises(NoKeys):
        await reader.read(signed(RSA, "one"))


def private(key: Any, kid: str) -> dict[str, Any]:
    return {**json.loads(RSAAlgorithm.to_jwk(key)), "kid": kid}


SHORT = rsa.generate_private_key(public_exponent=65_537, key_size=1_024)
UNFIT: dict[str, Any] = {
    "for encryption": published(RSA, "one", use="enc"),
    "for signing only": published(RSA, "one", key_ops=["sign"]),
    "of another algorithm": published(RSA, "one", alg="RSA-OAEP"),
    "of a shared secret's algorithm": published(RSA, "one", alg="HS256"),
    "alg none": published(RSA, "one", alg="none"),
    "shared": {**json.loads(HMACAlgorithm.to_jwk(SECRET)), "kid": "one"},
    "private": private(RSA, "one"),
    "short": published(SHORT, "one"),
    "without a name": {name: value for name, value in published(RSA, "one").items() if name != "kid"},
    "of a curve that is not allowed": published(ec.generate_private_key(ec.SECP256K1()), "one"),
    "not on its curve": published(KINDS["ES256"], "one", x=encoded(b"x" * 32)),
}


@pytest.mark.shows("2.37")
@pytest.mark.parametrize("flaw", UNFIT)
async def test_keys_that_sign_no_token(flaw: str) -> None:
    with pytest.raises(ValueError, match="no usable key"):
        usable_keys(orjson.dumps({"keys": [UNFIT[flaw]]}))
    kept = usable_keys(orjson.dumps({"keys": [None, 1, [], UNFIT[flaw], published(OTHER, "two")]}))
    assert list(kept) == [("two", "RS256")]


def forged() -> dict[str, str]:
    pem = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    public = RSA.public_key().public_bytes(*pem).decode()
    body = f"{part({'alg': 'HS256', 'kid': 'one'})}.{part(CLAIMS)}"
    return {
        "HS256 with the public key": f"Bearer {body}.{signature(body, public)}",
        "alg none": f"Bearer {part({'alg': 'none', 'kid': 'one'})}.{part(CLAIMS)}.",
        "another key of this name": signed(OTHER, "one"),
        "another algorithm of this key": signed(RSA, "one", "RS512"),
        "no kid": signed(RSA, None),
        "kid is a list": f"Bearer {part({'alg': 'RS256', 'kid': ['one']})}.{part(CLAIMS)}.x",
        "alg is a list": f"Bearer {part({'alg': ['RS256'], 'kid': 'one'})}.{part(CLAIMS)}.x",
        "no signature": f"Bearer {part({'alg': 'RS256', 'kid': 'one'})}.{part(CLAIMS)}.",
        "no end": signed(RSA, "one", exp=None),
    }


@pytest.mark.shows("2.37")
@pytest.mark.parametrize("case", forged())
async def test_refuses_forgeries(server: KeyServer, case: str) -> None:
    reader = server.reader()
    assert (await reader.read(signed(RSA, "one"))).subject == "alice"
    with pytest.raises(TokenError):
        await reader.read(forged()[case])


_ANY = st.sampled_from([None, True, -1, 0, 2**60, 1.5, "", "x", "AQAB", "A" * 50, [], ["x"], {}, {"x": 1}])
_NAMES = st.sampled_from(["kty", "alg", "use", "key_ops", "n", "e", "d", "crv", "x", "y", "k", "p", "q"])


@given(
    st.sampled_from([published(key, "one") for key in KINDS.values()] + [private(RSA, "one")]),
    st.dictionaries(_NAMES, _ANY | st.sampled_from(["RSA", "EC", "OKP", "oct"]), max_size=3),
)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_key_is_worse_than_unusable(key: dict[str, Any], changes: dict[str, Any]) -> None:
    assert usable_keys(orjson.dumps({"keys": [key | changes, published(OTHER, "two")]}))["two", "RS256"]


@pytest.mark.shows("2.38")
async def test_what_a_client_is_told(start: Starter) -> None:
    """No one can say whether the token is good: try again, over HTTP and by a socket."""
    keys = KeySet("http://127.0.0.1:1/", KEPT)
    tokens = TokenReader([], None, None, lambda: datetime.now(UTC), keys)
    server = await start(tokens=tokens)
    token = signed(RSA, "one", exp=int((datetime.now(UTC) + timedelta(hours=1)).timestamp()))
    headers = {"Authorization": token}
    async with server.client.post(server.url, json={"query": "{me}"}, headers=headers) as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (503, "1")
        assert (await answer.json())["errors"][0]["extensions"]["code"] == "OVERLOADED"
    async with server.client.ws_connect(server.url, protocols=["graphql-transport-ws"]) as ws:
        await ws.send_json({"type": "connection_init", "payload": {"Authorization": token}})
        assert (await ws.receive(timeout=TIMEOUT)).data == 1013
