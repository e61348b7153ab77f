"""Pages that ship built: an index and its hashed assets, each under the page's policy."""

from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from server.files import ASKED_AGAIN, FOR_EVER, File

WEB = Path(__file__).resolve().parent.parent / "web"

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

SEALED = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)
"""For a page without anything inline."""


@dataclass(frozen=True, slots=True)
class Page:
    """`base` is the path before `/assets`, as the build was told."""

    path: str
    base: str
    dist: Path
    policy: str = SEALED


EXAMPLE = Page("/", "/example", WEB / "example" / "dist")


def add_page(app: web.Application, page: Page) -> None:
    """The files are read once, here. Each has the policy: a worker obeys the one of its own script."""
    index = _read(page.dist / "index.html", ASKED_AGAIN, page.policy)
    assets = {path.name: _read(path, FOR_EVER, page.policy) for path in (page.dist / "assets").iterdir()}

    async def asset(request: web.Request) -> web.Response:
        found = assets.get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        return await found.answer(request)

    app.router.add_get(page.path, index.answer)
    app.router.add_get(f"{page.base}/assets/{{name}}", asset)


def _read(path: Path, cache: str, policy: str) -> File:
    return File(path.read_bytes(), TYPES[path.suffix], cache, {"Content-Security-Policy": policy})
