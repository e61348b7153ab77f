"""Commands on the database as a whole."""

import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import uvloop
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from models.db import backups
from models.db.database import Database
from models.db.files import SQLITE, file_of, is_file
from models.db.programs import BackupError
from models.installation import rotate_secrets
from server.app import DEMO_WORDS, TROUBLE, UNUSABLE, line_of, make_schema, open_database
from server.chores import sweep
from server.commands.line import begin
from server.contexts import make_services
from server.demo import fill as fill_demo
from server.demo import is_there
from server.filtering import ban, read_words
from server.settings import Settings, SettingsError

T = TypeVar("T")


def migrate() -> str:
    """The work that was done."""

    async def read(database: Database, _: Settings) -> str:
        names = ", ".join(database.migrated)
        return f"Migrated: {names}." if names else "The database is of this version already."

    return opened(read)


def prune() -> str:
    """The number of deleted rows."""

    async def delete(database: Database, settings: Settings) -> str:
        return f"{await sweep(database, datetime.now(UTC), settings.policy)} expired rows are deleted."

    return opened(delete)


def seals(keep: int) -> str:
    """When the new secret begins; what was sealed before opens for so many days more."""

    async def rotate(database: Database, _: Settings) -> str:
        now, days = datetime.now(UTC), timedelta(days=keep)
        begins = await database.transaction(lambda tx: rotate_secrets(tx, now, days))
        return f"A new secret seals from {begins:%H:%M:%S} UTC on; older ids and cursors open for {keep} days more."

    return opened(rotate)


def seed() -> str:
    """SettingsError if there are other users than the demo's."""

    async def fill(database: Database, settings: Settings) -> str:
        services = await make_services(database, settings.policy)
        if await is_there(services):
            return "The people of the demo are there already."
        ban(services.filter, read_words(settings.words_file or DEMO_WORDS))
        with _shown("messages") as told:
            await fill_demo(make_schema(True, settings.policy), services, told)
        return "The people of the demo are there."

    return opened(fill)


def backup(file: Path) -> str:
    """The place of the backup."""
    url = begin().database_url
    _end_on_sigterm()
    with _shown("backup") as told, in_one_line():
        if url.startswith(SQLITE):
            backups.back_up_sqlite(file_of(url), file, told)
        else:
            uvloop.run(backups.back_up_postgres(url, file, told))
    return f"The backup is in {file}."


def restore(file: Path) -> str:
    """The state that was restored, and the place of the former database."""
    url = begin().database_url
    _end_on_sigterm()
    old = None
    with _shown("restore") as told, in_one_line():
        if not is_file(file):
            raise SettingsError(f"{file} is no file")
        if url.startswith(SQLITE):
            old = uvloop.run(backups.restore_sqlite(file, file_of(url), told))
        else:
            uvloop.run(backups.restore_postgres(url, file))
    return f"The database is that of {file}, in a new epoch." + (f" The old one is {old}." if old else "")


def opened(run: Callable[[Database, Settings], Awaitable[T]], stopped: str = "stopped") -> T:
    """Runs the work on the database of the settings. `stopped` begins the line if the database fails."""

    async def run_opened() -> T:
        settings = begin()
        database = await open_database(settings)
        try:
            return await run(database, settings)
        except TROUBLE as error:
            raise SettingsError(f"{stopped}: {line_of(error)}") from error
        finally:
            await database.close()

    return uvloop.run(run_opened())


def _end_on_sigterm() -> None:
    """End as on Ctrl-C: an unfinished file, which holds messages, is removed."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


@contextmanager
def in_one_line() -> Iterator[None]:
    """SettingsError in the place of an error of files or databases."""
    try:
        yield
    except (BackupError, *UNUSABLE) as error:
        raise SettingsError(line_of(error)) from error


@contextmanager
def _shown(name: str) -> Iterator[backups.Told]:
    """A bar on standard error, if that is a terminal; without an end where the total is not known."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,}"),
        TimeElapsedColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task(name, total=None)
        yield lambda done, whole: progress.update(task, completed=done, total=whole or None)
