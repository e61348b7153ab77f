"""Files in memory, and the schema as one."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import brotli
import pytest

from server.app import SDL, assemble
from server.assets import ASKED_AGAIN, FOR_EVER, File
from server.settings import Settings
from server.transport.wire import Runner
from tests.printed import PRINTED
from tests.services import listening

ORIGIN = "https://app.example"


@pytest.fixture(scope="module")
async def url(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """A demo with two files of ours."""
    database_url = f"sqlite:///{tmp_path_factory.mktemp('files')}/doorstep.db"
    settings = Settings(port=0, demo=True, database_url=database_url, cors_origins=frozenset({ORIGIN}))
    app = await assemble(settings)
    app.router.add_get("/long.js", File(b"x" * 5_000, "text/javascript", FOR_EVER).answer)
    app.router.add_get("/short.html", File(b"<p>", "text/html", ASKED_AGAIN).answer)
    async with listening(Runner(app)) as url:
        yield url


async def test_files_are_kept_and_compressed(url: str) -> None:
    async with aiohttp.ClientSession(auto_decompress=False) as client:
        async with client.get(f"{url}/long.js", headers={"Accept-Encoding": "gzip, br"}) as answer:
            assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
            assert answer.headers["Content-Encoding"] == "br"
            assert answer.headers["Vary"].startswith("Accept-Encoding")
            assert brotli.decompress(await answer.read()) == b"x" * 5_000
            tag = answer.headers["ETag"]
        for known in (tag, f'"other", W/{tag}', "*"):
            async with client.get(f"{url}/long.js", headers={"If-None-Match": known}) as answer:
                assert (answer.status, await answer.read()) == (304, b"")
                assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        async with client.get(f"{url}/long.js", headers={"Accept-Encoding": "identity"}) as answer:
            assert "Content-Encoding" not in answer.headers
            assert answer.headers["ETag"] != tag
            assert await answer.read() == b"x" * 5_000


async def test_a_page_is_asked_for_again(url: str) -> None:
    async with aiohttp.ClientSession() as client:
        async with client.get(f"{url}/short.html") as answer:
            assert answer.headers["Cache-Control"] == "no-cache"
            assert "Content-Encoding" not in answer.headers
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            tag = answer.headers["ETag"]
        for known, status in ((tag, 304), ('"other"', 200), ("garbage", 200)):
            async with client.get(f"{url}/short.html", headers={"If-None-Match": known}) as answer:
                assert answer.status == status


async def test_the_schema_has_an_address(url: str) -> None:
    async with aiohttp.ClientSession() as client:
        async with client.get(url + SDL, headers={"Origin": ORIGIN}) as answer:
            assert answer.content_type == "text/plain"
            assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN
            assert await answer.text() == PRINTED
            tag = answer.headers["ETag"]
        async with client.get(url + SDL, headers={"If-None-Match": tag}) as answer:
            assert answer.status == 304


async def test_it_has_none_where_it_may_not_be_introspected(tmp_path: Path) -> None:
    database_url = f"sqlite:///{tmp_path}/doorstep.db"
    app = await assemble(Settings(port=0, jwt_secret="x" * 32, database_url=database_url))
    runner = Runner(app)
    await runner.setup()
    await runner.cleanup()
    assert SDL not in {resource.canonical for resource in app.router.resources()}
