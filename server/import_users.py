"""The command that brings users and follows in: `python -m server.import_users FILE...`."""

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path

import asyncpg
import uvloop
from rich.console import Console
from rich.progress import Progress

from models.db.connection import DatabaseBusy, OutcomeUnknown
from resolvers.mutation import Done
from resolvers.provisioning.follows import store_follows
from resolvers.provisioning.users import store_users
from rules.hosting import BATCH, HostFollow, HostUser
from rules.refusals import InvalidInput, Refusal
from schema.types.context import Services
from server.assemble import open_database
from server.contexts import make_services
from server.import_files import Entry, FileError, Line, read_lines
from server.logs import configure_logs
from server.settings import Settings, SettingsError, read_settings

SUFFIXES = {".csv", ".jsonl", ".ndjson"}


class BatchError(Exception):
    """A line of each field that cannot be stored."""

    def __init__(self, errors: Iterable[FileError]) -> None:
        super().__init__("\n".join(map(str, errors)))


def main() -> int:
    """All files in their order: 0. What cannot be read or stored: a line each on standard error, and 2."""
    parser = ArgumentParser(prog="python -m server.import_users", description=__doc__)
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help=".csv, .jsonl or .ndjson, in UTF-8"
    )
    files = parser.parse_args().files
    try:
        settings = read_settings()
        configure_logs(settings.log_level)
        stored = uvloop.run(_import(settings, files))
    except (SettingsError, FileError, BatchError) as error:
        for line in str(error).splitlines():
            print(f"doorstep: {line}", file=sys.stderr)
        return 2
    print(f"{stored[HostUser]} users and {stored[HostFollow]} follows are there as the files say.")
    return 0


async def _import(settings: Settings, files: Sequence[Path]) -> Counter[type]:
    for path in files:
        if path.suffix.lower() not in SUFFIXES or not path.is_file():
            raise SettingsError(f"{path} is no file of {', '.join(sorted(SUFFIXES))}")
    database = await open_database(settings)
    try:
        services = await make_services(database, settings.policy)
        return await _store_all(services, files)
    except (OSError, asyncpg.PostgresError, DatabaseBusy, OutcomeUnknown) as error:
        raise SettingsError(f"stopped, run it again to go on: {error}") from error
    finally:
        await database.close()


async def _store_all(services: Services, files: Sequence[Path]) -> Counter[type]:
    """How many entries hold, by kind."""
    stored: Counter[type] = Counter()
    with Progress(console=Console(stderr=True)) as progress:
        for path in files:
            with progress.open(path, "rt", encoding="utf-8-sig", newline="", description=path.name) as text:
                for batch in _batches(read_lines(path, text)):
                    stored[type(batch[0].entry)] += await _store(services, batch)
    return stored


def _batches(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Of one kind each, in order."""
    for _, alike in groupby(lines, key=lambda line: type(line.entry)):
        while batch := list(islice(alike, BATCH)):
            yield batch


async def _store(services: Services, batch: Sequence[Line]) -> int:
    done = await _stored(services, [line.entry for line in batch])
    if isinstance(done.outcome, int):
        return done.outcome
    assert isinstance(done.outcome, InvalidInput)
    raise BatchError(_error(batch, field) for field in done.outcome.fields)


def _error(batch: Sequence[Line], field: str) -> FileError:
    """The field is spelled as the mutation's: users[3].username."""
    entry, _, name = field.partition("].")
    line = batch[int(entry.partition("[")[2])]
    return FileError(line.path, line.number, f"{name}: cannot be used; docs/host.md says what can")


async def _stored(services: Services, entries: Sequence[Entry]) -> Done[int | Refusal]:
    users = [entry for entry in entries if isinstance(entry, HostUser)]
    if users:
        return await store_users(services, users)
    return await store_follows(services, [entry for entry in entries if isinstance(entry, HostFollow)], [])


if __name__ == "__main__":
    sys.exit(main())
