"""GraphiQL, served from our own files: the page, its hashed assets and the example operations."""

import json
from pathlib import Path

from aiohttp import web

from server.files import ASKED_AGAIN, File
from server.pages import Page, add_page
from server.service import PAGE

GRAPHIQL = "/graphiql"
JSON = "application/json; charset=utf-8"
ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "web" / "graphiql" / "dist"
QUERIES = ROOT / "queries"

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
    """Adds `/graphiql`, its files and the operations, and redirects browsers there from `/graphql`."""
    app[PAGE] = GRAPHIQL
    examples = json.dumps({"examples": read_examples(QUERIES)}).encode()
    add_page(app, Page(GRAPHIQL, GRAPHIQL, DIST, POLICY))
    app.router.add_get(f"{GRAPHIQL}/examples.json", File(examples, JSON, ASKED_AGAIN).answer)


def read_examples(folder: Path) -> list[dict[str, str]]:
    """The operation files of a folder by file name, each with the name it has in the menu."""
    files = sorted(folder.glob("*.graphql"))
    return [{"name": path.stem, "text": path.read_text(encoding="utf-8")} for path in files]
