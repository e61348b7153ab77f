"""Tokens: what is trusted, and that everything else is refused in the same words."""

import base64
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from multidict import CIMultiDict

from server.auth import Secret, Token, TokenError, TokenReader
from tests.transport.servers import SECRET, Server, make_token

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
OLD = "the secret before, long enough too."
LATER = NOW.timestamp() + 60


def reader(audience: str | None = None, issuer: str | None = None) -> TokenReader:
    return TokenReader([Secret(SECRET)], audience, issuer, lambda: NOW)


def signed(**claims: Any) -> str:
    return make_token(**{"exp": LATER, **claims})


async def test_reads_who_asks() -> None:
    token = await reader().read(signed(iat=NOW.timestamp(), roles=["moderator"], extra={"any": 1}))

    assert token == Token("alice", NOW + timedelta(minutes=1), NOW, frozenset({"moderator"}))


async def test_audience_and_issuer_are_checked_when_they_are_set() -> None:
    strict = reader("doorstep", "host")

    assert (await strict.read(signed(aud=["doorstep", "other"], iss="host"))).subject == "alice"
    assert (await reader().read(signed(aud="any", iss="any"))).subject == "alice"
    for claims in (
        {},
        {"aud": "doorstep"},
        {"iss": "host"},
        {"aud": "x", "iss": "host"},
        {"aud": 1, "iss": "host"},
    ):
        with pytest.raises(TokenError):
            await strict.read(signed(**claims))


@pytest.mark.parametrize(
    "claims",
    [
        {"exp": None},
        {"exp": NOW.timestamp()},
        {"exp": LATER, "nbf": LATER},
        {"exp": str(LATER)},
        {"exp": True},
        {"exp": [LATER]},
        {"exp": 1e300},
        {"exp": 10**4_000},
        {"exp": float("nan")},
        {"exp": float("inf")},
        {"nbf": "x"},
        {"iat": "x"},
        {"iat": True},
        {"sub": None},
        {"sub": ""},
        {"sub": 1},
        {"sub": "x" * 256},
        {"sub": "a\0b"},
        {"sub": "\ud800"},
        {"roles": "moderator"},
        {"roles": [1]},
        {"roles": {"moderator": True}},
    ],
    ids=lambda claims: str(claims)[:40],
)
async def test_refuses_claims_that_are_not_as_agreed(claims: dict[str, Any]) -> None:
    token = f"{part({'alg': 'HS256'})}.{part({'sub': 'alice', 'exp': LATER, **claims})}"

    with pytest.raises(TokenError):
        await reader().read(f"Bearer {token}.{signature(token)}")


@pytest.mark.shows("2.36")
async def test_a_previous_secret_is_read_until_its_end() -> None:
    until = NOW + timedelta(seconds=30)
    both = TokenReader([Secret(SECRET), Secret(OLD, until)], None, None, lambda: at[0])
    at = [NOW]
    old, new = make_token(OLD, exp=LATER), signed()
    assert (await both.read(new)).expires_at == NOW + timedelta(minutes=1)
    assert (await both.read(old)).expires_at == until, "what it opened ends with the secret"
    assert (await both.read(make_token(OLD, exp=LATER - 50))).expires_at == NOW + timedelta(seconds=10)
    at[0] = until
    assert (await both.read(new)).subject == "alice"
    for token in (old, make_token(OLD, exp=LATER + 600), make_token(OLD, exp=None)):
        with pytest.raises(TokenError):
            await both.read(token)


async def test_without_a_secret_no_shared_one_signs() -> None:
    for secret in ("", SECRET):
        with pytest.raises(TokenError):
            await TokenReader([], None, None, lambda: NOW).read(make_token(secret or "x" * 32, exp=LATER))


def part(value: object) -> str:
    """A part of a token, as a signer that checks nothing would write it."""
    return encoded(json.dumps(value).encode())


def encoded(text: bytes) -> str:
    return base64.urlsafe_b64encode(text).decode().rstrip("=")


def signature(text: str, key: str = SECRET) -> str:
    return encoded(jwt.get_algorithm_by_name("HS256").sign(text.encode(), key.encode()))


def public_key() -> str:
    key = rsa.generate_private_key(public_exponent=65_537, key_size=2_048).public_key()
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return key.public_bytes(serialization.Encoding.PEM, form).decode()


def forged() -> dict[str, str]:
    claims = {"sub": "alice", "exp": LATER}
    good = signed()
    return {
        "nothing": "",
        "no scheme": good.removeprefix("Bearer "),
        "basic": "Basic YTpi",
        "a good one under another scheme": good.replace("Bearer", "Basic"),
        "a good one of 12 KB": signed(padding="x" * 9_000),
        "only the scheme": "Bearer ",
        "no token": "Bearer x",
        "alg none": f"Bearer {part({'alg': 'none'})}.{part(claims)}.{signature('')}",
        "alg none, unsigned": f"Bearer {part({'alg': 'none'})}.{part(claims)}.",
        "HS512": "Bearer " + jwt.encode(claims, SECRET * 2, "HS512"),
        "another secret": make_token("another secret that is long enough.", exp=LATER),
        "foreign kid": "Bearer " + jwt.encode(claims, SECRET + "x", "HS256", headers={"kid": "../x"}),
        "jku": "Bearer " + jwt.encode(claims, SECRET + "x", "HS256", headers={"jku": "https://evil.example"}),
        "critical": "Bearer " + jwt.encode(claims, SECRET, "HS256", headers={"crit": ["x"]}),
        "payload changed": good.replace(good.split(".")[1], part({**claims, "sub": "bob"})),
        "deep header": f"Bearer {encoded(b'[' * 3_000)}.x.x",
        "a list": f"Bearer {part([])}.{part(claims)}.x",
        "four parts": f"{good}.x",
        "no ASCII": "Bearer é" + good,
        "surrogate": "Bearer \udcff",
        "100 KB": "Bearer " + "x" * 100_000,
        "two in one": f"{good}, {good}",
    }


@pytest.mark.parametrize("case", forged())
async def test_refuses_forgeries(case: str) -> None:
    with pytest.raises(TokenError):
        await reader().read(forged()[case])


async def test_refuses_a_token_signed_with_a_public_key() -> None:
    key = public_key()
    body = f"{part({'alg': 'HS256'})}.{part({'sub': 'alice', 'exp': LATER})}"

    with pytest.raises(TokenError):
        await reader().read(f"Bearer {body}.{signature(body, key)}")


async def test_refuses_a_number_of_5_000_digits() -> None:
    payload = encoded(b'{"sub":"alice","exp":' + b"9" * 5_000 + b"}")
    body = f"{part({'alg': 'HS256'})}.{payload}"

    with pytest.raises(TokenError):
        await reader().read(f"Bearer {body}.{signature(body)}")


FOREIGN = make_token("another secret that is long enough.")


@pytest.mark.parametrize("header", ["", "Bearer", "Basic YTpi", "Bearer x", FOREIGN, make_token(exp=1)])
async def test_http_refuses_all_of_them_alike(server: Server, logged: list[Any], header: str) -> None:
    async with server.client.post(
        server.url, json={"query": "{__typename}"}, headers={"Authorization": header}
    ) as answer:
        assert answer.status == 401
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert await answer.json() == {
            "errors": [{"message": "Sign in to do this.", "extensions": {"code": "UNAUTHENTICATED"}}]
        }

    assert [line["status"] for line in logged] == [401]
    assert not server.seen.contexts


async def test_http_refuses_two_headers_and_a_token_of_an_unknown_user(server: Server) -> None:
    twice = CIMultiDict(("Authorization", make_token()) for _ in range(2))
    for headers in (twice, CIMultiDict({"Authorization": make_token(sub="nobody")})):
        async with server.client.post(server.url, json={"query": "{me}"}, headers=headers) as answer:
            assert answer.status in {400, 401}


async def test_a_token_in_the_url_counts_for_nothing(server: Server) -> None:
    token = make_token().removeprefix("Bearer ")
    async with server.client.post(
        f"{server.url}?token={token}&access_token={token}", json={"query": "{me}"}
    ) as answer:
        assert (await answer.json())["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
