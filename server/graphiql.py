"""GraphiQL, served from our own files: the page, its hashed assets and the example operations."""

import json
from pathlib import Path

from aiohttp import web

from server.files import ASKED_AGAIN, FOR_EVER, File
from server.service import PAGE

GRAPHIQL = "/graphiql"
JSON = "application/json; charset=utf-8"
ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "web" / "graphiql" / "dist"
QUERIES = ROOT / "queries"

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

# Monaco writes style elements and inline images; nothing else is inline, and nothing comes from another host.
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "worker-src 'self'",
        "connect-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)


def add_graphiql(app: web.Application) -> None:
    """Adds `/graphiql` and its files, and redirects browsers there. The operations are read once, here."""
    app[PAGE] = GRAPHIQL
    page = file(DIST / "index.html", ASKED_AGAIN)
    assets = {path.name: file(path, FOR_EVER) for path in (DIST / "assets").iterdir()}
    examples = json.dumps({"examples": read_examples(QUERIES)}).encode()

    async def asset(request: web.Request) -> web.Response:
        found = assets.get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        return await found.answer(request)

    async def home(_: web.Request) -> web.Response:
        raise web.HTTPFound(GRAPHIQL)

    app.router.add_get("/", home)
    app.router.add_get(GRAPHIQL, page.answer)
    app.router.add_get(f"{GRAPHIQL}/examples.json", File(examples, JSON, ASKED_AGAIN).answer)
    app.router.add_get(f"{GRAPHIQL}/assets/{{name}}", asset)


def read_examples(folder: Path) -> list[dict[str, str]]:
    """The operation files of a folder by file name, each with the name it has in the menu."""
    files = sorted(folder.glob("*.graphql"))
    return [{"name": path.stem, "text": path.read_text(encoding="utf-8")} for path in files]


def file(path: Path, cache: str) -> File:
    """Every file has the policy: a worker obeys the one of its own script, not the page's."""
    return File(path.read_bytes(), TYPES[path.suffix], cache, {"Content-Security-Policy": POLICY})
