"""GraphiQL, served from our own files: the page, its hashed assets and the example operations."""

from pathlib import Path

from aiohttp import web

from server.service import PAGE

GRAPHIQL = "/graphiql"
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
    assets = {path.name: path for path in (DIST / "assets").iterdir()}
    examples = read_examples(QUERIES)

    async def page(_: web.Request) -> web.FileResponse:
        return file(DIST / "index.html", "no-cache")

    async def asset(request: web.Request) -> web.FileResponse:
        path = assets.get(request.match_info["name"])
        if path is None:
            raise web.HTTPNotFound
        return file(path, "public, max-age=31536000, immutable")

    async def operations(_: web.Request) -> web.Response:
        return web.json_response({"examples": examples}, headers={"Cache-Control": "no-cache"})

    async def home(_: web.Request) -> web.Response:
        raise web.HTTPFound(GRAPHIQL)

    app.router.add_get("/", home)
    app.router.add_get(GRAPHIQL, page)
    app.router.add_get(f"{GRAPHIQL}/examples.json", operations)
    app.router.add_get(f"{GRAPHIQL}/assets/{{name}}", asset)


def read_examples(folder: Path) -> list[dict[str, str]]:
    """The operation files of a folder by file name, each with the name it has in the menu."""
    files = sorted(folder.glob("*.graphql"))
    return [{"name": path.stem, "text": path.read_text(encoding="utf-8")} for path in files]


def file(path: Path, cache: str) -> web.FileResponse:
    """Every file has the policy: a worker obeys the one of its own script, not the page's."""
    headers = {
        "Cache-Control": cache,
        "Content-Security-Policy": POLICY,
        "Content-Type": TYPES[path.suffix],
    }
    return web.FileResponse(path, headers=headers)
