"""The address of the host app's public keys: down, slow, with garbage, and with other keys than before."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from jwt.algorithms import RSAAlgorithm

from server.keys import PAUSE
from tests.databases import fast_folder
from tests.faults.installations import single
from tests.faults.people import cast
from tests.faults.reports import Row
from tests.services import listening

SLOW = 30.0
"""Seconds: longer than any fetch waits."""

NAME = "the keys of tokens are down, slow, garbage, rotating"


@dataclass
class Address:
    """Its answer: these keys, `garbage`, or nothing for a long time."""

    keys: dict[str, RSAPrivateKey] = field(default_factory=dict)
    mood: str = "well"
    asked: int = 0

    def rotate(self, kid: str) -> None:
        """From now on there is only this key."""
        self.keys = {kid: generate_private_key(65537, 2048)}

    async def answer(self, request: web.Request) -> web.Response:
        self.asked += 1
        match self.mood:
            case "slow":
                await asyncio.sleep(SLOW)
            case "down":
                return web.Response(status=503)
            case "garbage":
                return web.Response(
                    body=b'{"keys": [{"kty": "RSA", "n": 5}, null, "x"', content_type="text/html"
                )
        found = [
            json.loads(RSAAlgorithm.to_jwk(key.public_key())) | {"kid": kid, "alg": "RS256"}
            for kid, key in self.keys.items()
        ]
        return web.json_response({"keys": found})

    def token(self, subject: str) -> str:
        """By the newest key."""
        kid, key = list(self.keys.items())[-1]
        claims = {"sub": subject, "exp": datetime.now(UTC) + timedelta(hours=1)}
        return "Bearer " + jwt.encode(claims, key, "RS256", {"kid": kid})


@asynccontextmanager
async def published(address: Address) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_get("/keys", address.answer)
    async with listening(web.AppRunner(app, shutdown_timeout=0)) as url:
        yield f"{url}/keys"


async def keys_in_trouble() -> list[Row]:
    """Tokens of a key that is known go on; of one that cannot be fetched it is said that it is trouble, in time."""
    address = Address()
    address.rotate("first")
    wrong, slowest = [], 0.0
    async with published(address) as url:
        with fast_folder() as folder:
            async with single(folder, DOORSTEP_JWKS_URL=url) as installation, cast(installation, ["alice"]):
                asked = installation.service.url
                known = address.token("host-alice")
                wrong += [] if await _code(asked, known) == "ok" else ["a good token"]
                for mood in ("down", "slow", "garbage"):
                    address.mood = mood
                    address.rotate(mood)
                    await asyncio.sleep(PAUSE + 1)
                    begun = asyncio.get_running_loop().time()
                    found = await _code(asked, known), await _code(asked, address.token("host-alice"))
                    slowest = max(slowest, asyncio.get_running_loop().time() - begun)
                    wrong += [] if found == ("ok", "OVERLOADED") else [f"{mood}: {found}"]
                address.mood = "well"
                address.rotate("last")
                await asyncio.sleep(PAUSE + 1)
                found = await _code(asked, address.token("host-alice")), await _code(asked, known)
                wrong += [] if found == ("ok", "UNAUTHENTICATED") else [f"rotated: {found}"]
                log = installation.service.log.read_text()
    wrong += [word for word in ("Traceback", "eyJ") if word in log]
    figures: dict[str, Any] = {"slowest two answers, seconds": round(slowest, 1), "fetches": address.asked}
    return [Row("36", NAME, f"failed: {wrong}" if wrong else "passed", figures)]


async def _code(url: str, token: str) -> str:
    body = {"query": "{ viewer { id } }"}
    async with (
        aiohttp.ClientSession() as client,
        client.post(url, json=body, headers={"Authorization": token}) as answer,
    ):
        said = await answer.json()
        return str(said["errors"][0]["extensions"]["code"]) if "errors" in said else "ok"
