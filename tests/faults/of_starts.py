"""Wrong settings, files and databases at the start: refused in one clear line."""

import asyncio
import os
import sys
from pathlib import Path

from tests.databases import PATIENCE, fast_folder
from tests.faults.installations import single
from tests.faults.people import cast
from tests.faults.reports import Row
from tests.world import SECRET

WRONG = {
    "a missing secret": {"DOORSTEP_JWT_SECRET": ""},
    "a short secret": {"DOORSTEP_JWT_SECRET": "short"},
    "several workers on SQLite": {"DOORSTEP_WORKERS": "4"},
    "an unreachable database": {"DOORSTEP_DATABASE_URL": "postgres://127.0.0.1:1/none"},
    "a database url of no kind": {"DOORSTEP_DATABASE_URL": "mysql://127.0.0.1/x"},
    "a setting that does not exist": {"DOORSTEP_WORKER": "4"},
    "a port that is none": {"DOORSTEP_PORT": "70000"},
    "a broker of no kind": {"DOORSTEP_REDIS_URL": "http://127.0.0.1"},
    "a negative policy": {"DOORSTEP_POLICY_BUCKET_SIZE": "-1"},
}


async def refused(settings: dict[str, str]) -> tuple[int | None, str]:
    """The exit status, and what was said."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DOORSTEP_")}
    environment |= {"DOORSTEP_JWT_SECRET": SECRET, "DOORSTEP_PORT": "0", **settings}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "server"),
        env=environment,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        _, said = await asyncio.wait_for(process.communicate(), PATIENCE)
    except TimeoutError:
        process.kill()
        return None, "it started"
    return process.returncode, said.decode()


async def broken_files(folder: Path) -> dict[str, dict[str, str]]:
    """SQLite files that are garbage, cut short, or a folder; and one that another process has."""
    (folder / "garbage.db").write_bytes(os.urandom(20_000))
    (folder / "a folder.db").mkdir()
    async with single(folder, file=folder / "cut.db") as installation, cast(installation, ["alice"]):
        pass
    whole = (folder / "cut.db").read_bytes()
    (folder / "cut.db").write_bytes(whole[: len(whole) // 2])
    names = ("garbage", "a folder", "cut")
    return {f"{name} as a file": _at(folder / f"{name}.db") for name in names}


def _at(path: Path) -> dict[str, str]:
    return {"DOORSTEP_DATABASE_URL": f"sqlite:///{path}"}


async def wrong_starts() -> list[Row]:
    """A row for all of them."""
    with fast_folder() as folder:
        async with single(folder, file=folder / "used.db") as installation, cast(installation, ["alice"]):
            cases = (
                WRONG | await broken_files(folder) | {"a second process on a file": _at(folder / "used.db")}
            )
            found = {name: await refused(settings) for name, settings in cases.items()}
    name = "a wrong setting, file or database, or a second process: refused at the start"
    bad = {
        name: said[-300:] for name, (status, said) in found.items() if status != 2 or said.count("\n") != 1
    }
    return [Row("39", name, f"failed: {bad}" if bad else "passed", {"cases": len(cases)})]
