"""Built pages and their assets, GraphiQL among them: kept in memory, and sent only to a client that lacks them."""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import hdrs, web

from server.service import PAGE
from server.soon import settled
from server.transport.replies import SMALL, coding_of, shorter

FOR_EVER = "public, max-age=31536000, immutable"
"""For a file whose name changes with its content."""

ASKED_AGAIN = "no-cache"
"""For any other: a client keeps it, and asks whether it has changed."""

COMPACT = ("font/woff2", "image/png", "image/webp")
"""Types that no coding makes shorter."""

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "web"

# Named here, because the system's mime tables differ between machines for fonts and modules.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True)
class File:
    """`type` is the whole Content-Type."""

    body: bytes
    type: str
    cache: str
    headers: dict[str, str] = field(default_factory=dict)
    tag: str = field(init=False)
    _coded: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tag", hashlib.sha256(self.body).hexdigest()[:32])

    async def answer(self, request: web.Request) -> web.Response:
        """As the client takes it; 304 if it has it."""
        coding = coding_of(tuple(request.headers.getall(hdrs.ACCEPT_ENCODING, ())))
        if len(self.body) < SMALL or self.type in COMPACT:
            coding = None
        response = web.Response(headers={hdrs.CACHE_CONTROL: self.cache, **self.headers})
        response.headers[hdrs.VARY] = hdrs.ACCEPT_ENCODING
        response.etag = self._tag(coding)
        if self._is_known(request):
            response.set_status(304)
            return response
        response.headers[hdrs.CONTENT_TYPE] = self.type
        if coding:
            response.headers[hdrs.CONTENT_ENCODING] = coding
        response.body = await self._in(coding)
        return response

    async def _in(self, coding: str | None) -> bytes:
        if coding is None:
            return self.body
        if coding not in self._coded:
            self._coded[coding] = await settled(shorter(self.body, coding, once=True))
        return self._coded[coding]

    def _tag(self, coding: str | None) -> str:
        """Each form of a file has a tag of its own."""
        return f"{self.tag}-{coding}" if coding else self.tag

    def _is_known(self, request: web.Request) -> bool:
        tags = request.if_none_match or ()
        return any(tag.value == "*" or tag.value.partition("-")[0] == self.tag for tag in tags)


SELF_ALONE = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
SEALED = f"{SELF_ALONE}; style-src 'self'; img-src 'self'"
"""For a page without anything inline."""

INLINE = f"{SELF_ALONE}; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'"
"""For GraphiQL: Monaco writes style elements and inline images."""

EXAMPLE = WEB / "example" / "dist"


def add_page(app: web.Application, page: str, base: str, dist: Path, policy: str = SEALED) -> None:
    """The files are read once, here. Each has the policy: a worker obeys the one of its own script.

    `base` is the path before `/assets`, as the build was told.
    """
    index = _read(dist / "index.html", ASKED_AGAIN, policy)
    assets = {path.name: _read(path, FOR_EVER, policy) for path in (dist / "assets").iterdir()}

    async def asset(request: web.Request) -> web.Response:
        found = assets.get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        return await found.answer(request)

    app.router.add_get(page, index.answer)
    app.router.add_get(f"{base}/assets/{{name}}", asset)


def _read(path: Path, cache: str, policy: str) -> File:
    return File(path.read_bytes(), TYPES[path.suffix], cache, {"Content-Security-Policy": policy})


GRAPHIQL = "/graphiql"
JSON = "application/json; charset=utf-8"
QUERIES = ROOT / "queries"


def add_graphiql(app: web.Application) -> None:
    """Adds `/graphiql`, its files and the operations, and redirects browsers there from `/graphql`."""
    app[PAGE] = GRAPHIQL
    files = sorted(QUERIES.glob("*.graphql"))
    examples = [{"name": path.stem, "text": path.read_text(encoding="utf-8")} for path in files]
    body = json.dumps({"examples": examples}).encode()
    add_page(app, GRAPHIQL, GRAPHIQL, WEB / "graphiql" / "dist", INLINE)
    app.router.add_get(f"{GRAPHIQL}/examples.json", File(body, JSON, ASKED_AGAIN).answer)
