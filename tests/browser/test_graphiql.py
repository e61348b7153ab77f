"""The page that the demo serves: complete, sealed off, and played by two people in a real browser."""

import http.client
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE

import pytest

from server.assets import QUERIES, WEB
from tests.clients.nodes import go_on, said_until

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
NAMED = re.compile(r"[\w.-]+-[\w-]{8}\.(?:css|js|svg|ttf)")
TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml", "ttf": "font/ttf"}


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass
class Demo:
    """A real server of the demo, on a database of its own."""

    host: str
    line: str
    kill: Callable[[], None]

    def get(self, path: str) -> Answer:
        return self.ask("GET", path, {})

    def ask(self, method: str, path: str, headers: dict[str, str]) -> Answer:
        """The path is sent unchanged: nothing resolves its dots on the way."""
        connection = http.client.HTTPConnection(self.host)
        try:
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()


@contextmanager
def running(database: Path, port: str = "0", **settings: str) -> Iterator[Demo]:
    """`python -m server`, until the block ends."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DOORSTEP_")}
    chosen = {
        "DOORSTEP_DEMO": "1",
        "DOORSTEP_PORT": port,
        "DOORSTEP_DATABASE_URL": f"sqlite:///{database}",
        "DOORSTEP_LOG_LEVEL": "warning",
        "DOORSTEP_CORS_ORIGINS": "http://localhost:5173",
    }
    command = [sys.executable, "-m", "server"]
    with subprocess.Popen(command, cwd=ROOT, env=kept | chosen | settings, stdout=PIPE, text=True) as server:
        assert server.stdout
        line = server.stdout.readline()
        found = re.search(r"http://([\d.]+:\d+)/", line)
        assert found, "the server did not start"
        try:
            yield Demo(found[1], line, server.kill)
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    with running(tmp_path_factory.mktemp("demo") / "doorstep.db") as demo:
        yield demo


def names_in(body: bytes) -> set[str]:
    return set(NAMED.findall(body.decode(errors="ignore")))


BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


def test_a_browser_is_led_to_the_page(demo: Demo) -> None:
    answer = demo.ask("GET", "/graphql", BROWSER)

    assert (answer.status, answer.headers["Location"]) == (302, "/graphiql")


def test_who_is_no_browser_is_not_led(demo: Demo) -> None:
    for path, headers, status in (
        ("/graphql?query={__typename}", BROWSER, 200),
        ("/graphql", {}, 400),
        ("/graphql", {"Accept": "application/json"}, 400),
    ):
        assert demo.ask("GET", path, headers).status == status


def test_the_first_line_names_all_addresses(demo: Demo) -> None:
    host = f"http://{demo.host}"
    pages = f"the example client on {host}/ and GraphiQL on {host}/graphiql"
    assert demo.line == f"Doorstep listens on {host}/graphql, {pages}\n"


def test_page_and_all_it_names_are_served(demo: Demo) -> None:
    page = demo.get("/graphiql")
    waiting, seen = names_in(page.body), set[str]()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        asset = demo.get(f"/graphiql/assets/{name}")
        assert asset.status == 200, name
        assert asset.headers.get_content_type() == TYPES[name.rpartition(".")[2]]
        assert asset.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert asset.headers["X-Content-Type-Options"] == "nosniff"
        waiting |= names_in(asset.body) - seen

    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["Cache-Control"] == "no-cache"
    assert seen == {path.name for path in (WEB / "graphiql" / "dist" / "assets").iterdir()}


def test_pages_of_a_development_server_may_sign_in(demo: Demo) -> None:
    asked = {"Origin": "http://localhost:5173", "Access-Control-Request-Method": "POST"}
    answer = demo.ask("OPTIONS", "/demo/token", asked)

    assert answer.status == 204
    assert answer.headers["Access-Control-Allow-Origin"] == "http://localhost:5173"
    assert "content-type" in answer.headers["Access-Control-Allow-Headers"]


def test_page_and_workers_may_ask_no_other_host(demo: Demo) -> None:
    workers = [path.name for path in (WEB / "graphiql" / "dist" / "assets").glob("*.worker-*.js")]
    assert len(workers) == 3
    for path in ["/graphiql", *(f"/graphiql/assets/{name}" for name in workers)]:
        policy = demo.get(path).headers["Content-Security-Policy"]
        rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
        sources = {source for allowed in rules.values() for source in allowed.split()}

        assert rules["default-src"] == "'none'"
        assert rules["script-src"] == rules["worker-src"] == rules["connect-src"] == "'self'"
        assert sources == {"'none'", "'self'", "'unsafe-inline'", "data:"}


def test_examples_are_the_front_ends_operations(demo: Demo) -> None:
    examples = json.loads(demo.get("/graphiql/examples.json").body)["examples"]

    assert {e["name"]: e["text"] for e in examples} == {
        p.stem: p.read_text() for p in QUERIES.glob("*.graphql")
    }
    assert "inbox" in {example["name"] for example in examples}, "the page's first tab shows it"


@pytest.mark.parametrize(
    "path",
    [
        "/graphiql/assets/../index.html",
        "/graphiql/assets/..%2findex.html",
        "/graphiql/assets/%2e%2e%2findex.html",
        "/graphiql/assets/%2e%2e/%2e%2e/package.json",
        "/graphiql/assets/....//....//package.json",
        "/graphiql/assets//etc/passwd",
        "/graphiql/assets/%2fetc%2fpasswd",
        "/graphiql/assets/",
        "/graphiql/assets/none-00000000.js",
    ],
)
def test_nothing_beside_the_assets_is_served(demo: Demo, path: str) -> None:
    assert demo.get(path).status == 404


def in_a_browser(test: Callable[..., None]) -> Callable[..., None]:
    for is_there, reason in (
        (shutil.which("node"), "node is not installed"),
        (CHROMIUM, "chromium is not installed"),
        ((HERE / "node_modules").exists(), "run npm ci in tests/browser first"),
    ):
        test = pytest.mark.skipif(not is_there, reason=reason)(test)
    return test


@in_a_browser
def test_two_people_meet_in_a_browser(demo: Demo, tmp_path: Path) -> None:
    command = ["node", str(HERE / "two_people.mjs"), f"http://{demo.host}", str(tmp_path), str(CHROMIUM)]
    played = subprocess.run(command, capture_output=True, text=True, timeout=300)

    assert played.returncode == 0, played.stdout + played.stderr
    assert played.stdout.count("ok ") == len(list(tmp_path.glob("*.png"))) == 10


@in_a_browser
def test_open_tabs_outlast_a_restart(tmp_path: Path) -> None:
    database = tmp_path / "doorstep.db"
    with ExitStack() as stack:
        with running(database) as demo:
            command = ["node", str(HERE / "restart.mjs"), f"http://{demo.host}", str(tmp_path), str(CHROMIUM)]
            player = stack.enter_context(subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True))
            said = said_until("stop", player)
        go_on(player)
        said += said_until("start", player)
        with running(database, demo.host.partition(":")[2]):
            go_on(player)
            said += said_until("the end", player)

    assert player.returncode == 0, said
    assert said.count("ok ") == len(list(tmp_path.glob("*.png"))) == 7
