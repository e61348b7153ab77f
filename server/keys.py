"""The keys of tokens: those that the host app publishes (a JWK set), and the secret with which we sign as it does."""

import asyncio
import math
import random
import time
from collections.abc import Callable, Mapping, Sequence
from contextvars import Context
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import jwt
import orjson
import structlog
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed448 import Ed448PublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from jwt import PyJWK, PyJWTError

from models.db.connection import DatabaseBusy
from server.settings import Settings

ALGORITHMS = frozenset(
    {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"}
)
"""Only of key pairs: with a shared secret, everyone who can check could also sign."""

INTERVAL = 300.0
"""Seconds between two fetches, a tenth more or less: as long may a key that was withdrawn be good."""

PAUSE = 10.0
"""Seconds between a fetch and the next one that an unknown key, or a failure, asks for."""

TIMEOUT = 3.0
MAX_BYTES = 256 * 1024
MAX_KEYS = 100
MIN_RSA_BITS = 2048
MAX_RSA_BITS = 8192

KeyName = tuple[str, str]
"""The `kid` and the algorithm of a key."""

TROUBLE = (aiohttp.ClientError, OSError, TimeoutError, ValueError)
UNUSABLE = (PyJWTError, UnsupportedAlgorithm, ValueError, TypeError, KeyError, AttributeError, OverflowError)
"""The errors of PyJWT and cryptography for a bad key."""

log = structlog.get_logger("doorstep.keys")


class NoKeys(DatabaseBusy):
    """The keys cannot be had now, so no one can say whether the token is good.

    Answered as trouble of the database: nothing was written, try again.
    """


@dataclass(slots=True)
class KeySet:
    """Keys are good for `kept` seconds after the last fetch that succeeded, in which the address may be away."""

    url: str = field(repr=False)
    kept: float
    clock: Callable[[], float] = time.monotonic
    _keys: Mapping[KeyName, PyJWK] = field(default_factory=dict)
    _fetched_at: float = -math.inf
    _asked_at: float = -math.inf
    _fetching: "asyncio.Task[None] | None" = None

    def get(self, name: KeyName) -> PyJWK | None:
        """None for a key that is not published, or if the set is too old."""
        return self._keys.get(name) if self.clock() - self._fetched_at <= self.kept else None

    async def find(self, name: KeyName) -> PyJWK | None:
        """As `get`, after a fetch for a key that is not known. NoKeys if that failed: the key may be a new one."""
        if (key := self.get(name)) is not None:
            return key
        await self._renew()
        if (key := self.get(name)) is None and self._fetched_at < self._asked_at:
            raise NoKeys("the keys of tokens cannot be fetched")
        return key

    async def keep(self) -> None:
        """Runs for ever; after a failure it tries again soon."""
        while True:
            await self._renew()
            is_current = self._fetched_at >= self._asked_at
            await asyncio.sleep((INTERVAL if is_current else PAUSE) * random.uniform(0.9, 1.1))

    async def _renew(self) -> None:
        """One fetch for all callers, and none within PAUSE of the last one."""
        if self._fetching is None:
            if self.clock() - self._asked_at < PAUSE:
                return
            self._asked_at = self.clock()
            # With a new context: the fetch is not part of the operation that happened to need it.
            self._fetching = asyncio.create_task(self._fetch(), context=Context())
        await asyncio.shield(self._fetching)

    async def _fetch(self) -> None:
        """A set that is not one, or has no usable key, changes nothing."""
        try:
            async with asyncio.timeout(TIMEOUT):
                self._keys = usable_keys(await _body_of(self.url))
            self._fetched_at = self.clock()
        except TROUBLE as error:
            log.warning("keys not fetched", error=type(error).__name__)
        finally:
            self._fetching = None


async def _body_of(url: str) -> bytes:
    """ValueError for an answer other than 200, or a long one. Redirects are not followed: they could lead anywhere."""
    headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
    async with (
        aiohttp.ClientSession(auto_decompress=False) as client,
        client.get(url, headers=headers, allow_redirects=False) as answer,
    ):
        if answer.status != 200:
            raise ValueError("status")
        body = bytearray()
        async for chunk in answer.content.iter_any():
            body += chunk
            if len(body) > MAX_BYTES:
                raise ValueError("size")
        return bytes(body)


def usable_keys(body: bytes) -> Mapping[KeyName, PyJWK]:
    """The keys for signatures, of the set's first MAX_KEYS; of two of one name the first. ValueError without any."""
    found = orjson.loads(body)
    listed = found.get("keys") if isinstance(found, dict) else None
    if not isinstance(listed, list):
        raise ValueError("no set of keys")
    keys: dict[KeyName, PyJWK] = {}
    for one in listed[:MAX_KEYS]:
        if (key := _usable(one)) is not None:
            keys.setdefault((key.key_id or "", key.algorithm_name), key)
    if not keys:
        raise ValueError("no usable key")
    return keys


def _usable(given: Any) -> PyJWK | None:
    """None for a key that is not named, not for signatures, private, too short, or of another algorithm."""
    if not isinstance(given, dict) or not isinstance(given.get("kid"), str) or not _is_for_signatures(given):
        return None
    try:
        if given.get("alg", "RS256") not in ALGORITHMS:
            return None
        key = PyJWK(given)
    except UNUSABLE:
        return None
    return key if key.algorithm_name in ALGORITHMS and _is_public(key.key) else None


def _is_for_signatures(given: Mapping[str, Any]) -> bool:
    operations = given.get("key_ops", ["verify"])
    return given.get("use", "sig") == "sig" and isinstance(operations, list) and "verify" in operations


def _is_public(key: object) -> bool:
    if isinstance(key, RSAPublicKey):
        return MIN_RSA_BITS <= key.key_size <= MAX_RSA_BITS
    return isinstance(key, EllipticCurvePublicKey | Ed25519PublicKey | Ed448PublicKey)


def sign(settings: Settings, subject: str, roles: Sequence[str], lifetime: timedelta) -> str:
    """A token of this user, valid from now on: HS256 with the settings' secret, audience and issuer."""
    now = datetime.now(UTC)
    claims: dict[str, object] = {"sub": subject, "roles": list(roles), "iat": now, "exp": now + lifetime}
    claims |= {"aud": settings.jwt_audience} if settings.jwt_audience else {}
    claims |= {"iss": settings.jwt_issuer} if settings.jwt_issuer else {}
    return jwt.encode(claims, settings.jwt_secret, "HS256")
