"""The example client: built of its sources, sealed off, and played by two people over a restart and in a wave."""

import hashlib
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from subprocess import PIPE

import pytest

from server.assets import EXAMPLE
from tests.browser.test_graphiql import CHROMIUM, HERE, Demo, in_a_browser, running
from tests.clients.nodes import go_on, said_until

FOLDER = EXAMPLE.parent
SOURCES = (
    "src/*.ts",
    "src/*.tsx",
    "src/*.css",
    "index.html",
    "package-lock.json",
    "vite.config.js",
    "../client/dist/*.js",
    "../../queries/typed/*.js",
    "../../queries/parts.json",
    "../../queries/possibleTypes.json",
)
STEPS, WAVE_STEPS, KEY_STEPS = 11, 10, 4
SECRET = "a secret of the tests, long enough"


def test_the_built_files_are_those_of_the_sources() -> None:
    paths = dict(one for pattern in SOURCES for one in found(pattern))
    content = b"".join(f"{name}\n".encode() + path.read_bytes() for name, path in sorted(paths.items()))

    recorded = (EXAMPLE / "SOURCES.sha256").read_text().strip()
    assert recorded == hashlib.sha256(content).hexdigest(), "run make web"


def found(pattern: str) -> Iterator[tuple[str, Path]]:
    """Each file that the pattern names, by its name from the example's folder."""
    folder, _, name = pattern.rpartition("/")
    for path in (FOLDER / folder).glob(name):
        yield f"{folder}/{path.name}".lstrip("/"), path


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    with running(tmp_path_factory.mktemp("example") / "doorstep.db") as demo:
        yield demo


def test_page_and_assets_are_served_under_a_policy_without_other_hosts(demo: Demo) -> None:
    for path in ("/", *(f"/example/assets/{path.name}" for path in (EXAMPLE / "assets").iterdir())):
        answer = demo.get(path)
        assert answer.status == 200, path
        assert {part.split()[-1] for part in answer.headers["Content-Security-Policy"].split(";")} == {
            "'none'",
            "'self'",
        }
    assert demo.get("/example/assets/none.js").status == 404


@in_a_browser
@pytest.mark.parametrize("width", ["1280", "390"])
def test_two_people_meet_on_the_page(tmp_path: Path, width: str) -> None:
    """The server is killed with a thread open on both sides: no message is lost, none is shown twice."""
    _play_over_a_restart("example.mjs", tmp_path, width, STEPS)


@in_a_browser
def test_the_keyboard_is_enough_and_a_person_comes_while_the_server_is_away(tmp_path: Path) -> None:
    _play_over_a_restart("keys.mjs", tmp_path, "1280", KEY_STEPS)


def _play_over_a_restart(script: str, folder: Path, width: str, steps: int) -> None:
    database = folder / "doorstep.db"
    with ExitStack() as stack:
        with running(database) as demo:
            command = ["node", str(HERE / script), f"http://{demo.host}", str(folder), str(CHROMIUM), width]
            player = stack.enter_context(subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True))
            said = said_until("stop", player)
            demo.kill()
        go_on(player)
        said += said_until("start", player)
        with running(database, demo.host.partition(":")[2]):
            go_on(player)
            said += said_until("the end", player)

    assert player.returncode == 0, said
    assert said.count("ok ") == len(list(folder.glob("*.png"))) == steps


@in_a_browser
@pytest.mark.parametrize("width", ["1280", "390"])
def test_a_wave_is_weathered_and_an_appeal_answered(tmp_path: Path, width: str) -> None:
    """Pause, filter, sweep with undo, report, its outcome; one decision is appealed and kept, another reversed."""
    with running(tmp_path / "doorstep.db", DOORSTEP_JWT_SECRET=SECRET) as demo:
        command = ["node", str(HERE / "wave.mjs"), f"http://{demo.host}", str(tmp_path), str(CHROMIUM), width]
        played = subprocess.run([*command, SECRET], stdout=PIPE, text=True, timeout=900)
    assert played.returncode == 0, played.stdout
    assert played.stdout.count("ok ") == len(list(tmp_path.glob("*.png"))) == WAVE_STEPS
