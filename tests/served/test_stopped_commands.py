"""A command that is ended by hand leaves nothing: no file with messages, and no program that goes on."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import psutil
import pytest

from tests.commands import ROOT
from tests.databases import PATIENCE, PostgresSource
from tests.world import SECRET

PROGRAM = """#!/bin/sh
echo $$ > pid.new
mv pid.new pid
exec sleep 600
"""


@pytest.mark.parametrize("ends", [signal.SIGINT, signal.SIGTERM])
async def test_a_backup_ends_with_its_program_and_its_file(
    postgres_source: PostgresSource, tmp_path: Path, ends: signal.Signals
) -> None:
    url = await postgres_source.make_empty()
    program = tmp_path / "pg_dump"
    program.write_text(PROGRAM)
    program.chmod(0o755)
    own = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "DOORSTEP_DATABASE_URL": url,
        "DOORSTEP_JWT_SECRET": SECRET,
    }
    command = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "server", "backup", str(tmp_path / "backup")),
        env=os.environ | own,
        cwd=tmp_path,
        # A shell starts its background programs with Ctrl-C ignored, and their own programs inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    async with asyncio.timeout(PATIENCE):
        while not os.path.exists(tmp_path / "pid"):  # noqa: ASYNC110, ASYNC240
            await asyncio.sleep(0.05)
        pid = int((tmp_path / "pid").read_text())
        command.send_signal(ends)
        assert await command.wait() == 1
    assert not psutil.pid_exists(pid)
    assert sorted(os.listdir(tmp_path)) == ["pg_dump", "pid"]
    await postgres_source.drop(url)


START = """
import asyncio
import sys
import uvloop
from models.db.database import Database

async def start(turns):
    starting = asyncio.create_task(Database.open(sys.argv[1]))
    for _ in range(turns):
        await asyncio.sleep(0.001)
    starting.cancel()
    await asyncio.wait([starting])
    if not starting.cancelled():
        await starting.result().close()

for turns in range(40):
    uvloop.run(start(turns))
"""

FAILING = """
import asyncio
from models.db import database

async def fail():
    await asyncio.sleep(0.1)
    raise OSError

async def start():
    starting = asyncio.create_task(database._to_its_end(fail()))
    await asyncio.sleep(0.01)
    starting.cancel()
    await asyncio.wait([starting])

asyncio.run(start())
"""


async def test_a_start_that_is_stopped_says_nothing(tmp_path: Path) -> None:
    """Nor does a later one: no epoch begins."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", START, f"sqlite:///{tmp_path}/doorstep.db"),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert (process.returncode, said) == (0, b"")


async def test_a_start_that_is_stopped_logs_no_error_of_its_work() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", FAILING, cwd=ROOT, stderr=asyncio.subprocess.PIPE
    )
    assert (await process.communicate())[1] == b""
