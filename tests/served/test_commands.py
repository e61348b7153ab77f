"""The command line, as an operator runs it."""

import asyncio
import os
import sys
from datetime import UTC, datetime
from subprocess import PIPE

import pytest

from models.users import User
from server.auth import Secret, TokenReader
from tests.commands import ROOT, doorstep
from tests.databases import opened
from tests.world import SECRET

COMMANDS = {"backup", "import", "migrate", "prune", "restore", "sdl", "seals", "seed", "serve", "token"}


async def test_help_and_completion_name_all_commands() -> None:
    env = os.environ | {"_DOORSTEP_COMPLETE": "bash_complete", "COMP_WORDS": "doorstep ", "COMP_CWORD": "1"}
    completing = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "server", "-", cwd=ROOT, env=env, stdout=PIPE
    )
    completed, _ = await completing.communicate()
    assert {line.partition(",")[2] for line in completed.decode().splitlines()} == COMMANDS
    _, out, _ = await doorstep("--help")
    assert {
        line.split()[0] for line in out.partition("Commands:")[2].splitlines() if line.strip()
    } == COMMANDS


async def test_migrate_seed_and_prune_say_what_they_did(database_url: str) -> None:
    said = [
        await doorstep(name, DATABASE_URL=database_url, JWT_SECRET=SECRET)
        for name in ("migrate", "seed", "seed", "prune", "migrate")
    ]
    assert [(status, out) for status, out, _ in said] == [
        (0, "The database is of this version already.\n"),
        (0, "The people of the demo are there.\n"),
        (0, "The people of the demo are there already.\n"),
        (0, "0 expired rows are deleted.\n"),
        (0, "The database is of this version already.\n"),
    ]


async def test_seed_adds_no_one_to_others(database_url: str) -> None:
    async with opened(database_url) as database:
        await User.create(
            host_id="u1", display_name="U", account_created_at=datetime.now(UTC), using_db=database.orm
        )
    status, _, err = await doorstep("seed", DATABASE_URL=database_url, JWT_SECRET=SECRET)
    assert (status, "has users" in err) == (2, True)


async def test_a_token_is_one_that_the_server_takes() -> None:
    (status, out, _), (without, _, said) = await asyncio.gather(
        doorstep("token", "u1", "--role", "moderator", "--seconds", "60", JWT_SECRET=SECRET),
        doorstep("token", "u1", JWT_SECRET="", DEMO="1"),
    )
    reader = TokenReader([Secret(SECRET)], None, None, lambda: datetime.now(UTC))
    token = await reader.read(f"Bearer {out.strip()}")
    assert (status, token.subject, token.roles) == (0, "u1", frozenset({"moderator"}))
    assert (without, said.count("\n")) == (2, 1)


@pytest.mark.parametrize("given", [("",), ("a" * 256,), ("u1", "--seconds", "99999999999")])
async def test_a_token_that_no_server_takes_is_not_made(given: tuple[str, ...]) -> None:
    status, out, _ = await doorstep("token", *given, JWT_SECRET=SECRET)
    assert (status, out) == (2, "")


async def test_sdl_prints_the_schema() -> None:
    assert (await doorstep("sdl"))[1] == (ROOT / "schema.graphql").read_text()


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (
            "token u1 >/dev/full",
            (2, "doorstep: done, but what it says cannot be written: No space left on device\n"),
        ),
        ("--help >/dev/full", (2, "doorstep: [Errno 28] No space left on device\n")),
        ("token u1 >/dev/full 2>/dev/full", (2, "")),
        ("token '' 2>&-", (2, "")),
        ("restore backup <&-", (1, "Aborted!\n")),
    ],
)
async def test_a_stream_that_cannot_be_used_gives_no_traceback(command: str, said: tuple[int, str]) -> None:
    run = await asyncio.create_subprocess_shell(
        f"exec {sys.executable} -m server {command}",
        cwd=ROOT,
        env=os.environ | {"DOORSTEP_JWT_SECRET": SECRET},
        stdout=PIPE,
        stderr=PIPE,
    )
    _, errors = await run.communicate()
    assert (run.returncode, errors.decode().removeprefix("\n")) == said
