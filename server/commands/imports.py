"""Users and follows from files."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import groupby, islice
from pathlib import Path
from typing import Any, TypeAlias

import orjson
import uvloop
from pydantic import TypeAdapter, ValidationError
from pydantic.alias_generators import to_camel
from rich.console import Console
from rich.progress import Progress

from resolvers.mutation import Done
from resolvers.provisioning.follows import store_follows
from resolvers.provisioning.users import store_users
from rules.problems import InvalidInput, Refusal
from rules.provisioning import BATCH, HostFollow, HostUser
from schema.types.context import Services
from server.assembly import TROUBLE, line_of, open_database
from server.commands.servers import begin
from server.contexts import make_services
from server.settings import Settings, SettingsError

Entry: TypeAlias = HostUser | HostFollow
_Kind: TypeAlias = type[HostUser] | type[HostFollow]


class FileError(Exception):
    """One line for the operator: the file, the line, and the flaw."""

    def __init__(self, path: Path, line: int, what: str) -> None:
        super().__init__(f"{path}:{line}: {what}")


@dataclass(frozen=True, slots=True)
class Line:
    """An entry, and the line of the file on which it ends."""

    path: Path
    number: int
    entry: Entry


_TYPES: dict[_Kind, TypeAdapter[Any]] = {kind: TypeAdapter(kind) for kind in (HostUser, HostFollow)}
_NAMES = {kind: {to_camel(field.name): field.name for field in fields(kind)} for kind in _TYPES}


def read_lines(path: Path, text: Iterable[str]) -> Iterator[Line]:
    """Lazily, in the order of the file; FileError at the first line that is not an entry."""
    rows = _rows_of_csv if path.suffix.lower() == ".csv" else _rows_of_json
    number = 0
    try:
        for number, given in rows(path, text):
            yield Line(path, number, _entry(path, number, given))
    except UnicodeDecodeError as error:
        raise FileError(path, number + 1, "not in UTF-8, here or further on") from error


def _rows_of_csv(path: Path, text: Iterable[str]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    reader = csv.DictReader(text, restkey="more cells than names", strict=True)
    try:
        for row in reader:
            # An empty cell counts as a missing field.
            yield reader.reader.line_num, {name: cell for name, cell in row.items() if cell}
    except csv.Error as error:
        raise FileError(path, reader.reader.line_num, str(error)) from error


def _rows_of_json(path: Path, text: Iterable[str]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, line in enumerate(text, start=1):
        if not line.strip():
            continue
        try:
            row = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            raise FileError(path, number, f"not valid JSON: {error}") from error
        if not isinstance(row, dict):
            raise FileError(path, number, "not a JSON object")
        yield number, row


def _entry(path: Path, number: int, given: Mapping[str, Any]) -> Entry:
    kind = HostFollow if given.keys() & _NAMES[HostFollow].keys() else HostUser
    names = _NAMES[kind]
    if unknown := given.keys() - names.keys():
        raise FileError(path, number, f"{min(unknown)}: no name of a {kind.__name__}")
    values = {names[name]: value for name, value in given.items() if value is not None}
    try:
        entry: Entry = _TYPES[kind].validate_python(values)
    except ValidationError as error:
        first = error.errors()[0]
        raise FileError(path, number, f"{to_camel(str(first['loc'][0]))}: {first['msg']}") from error
    return entry


SUFFIXES = {".csv", ".jsonl", ".ndjson"}


class BatchError(Exception):
    """A line of each field that cannot be stored."""

    def __init__(self, errors: Iterable[FileError]) -> None:
        super().__init__("\n".join(map(str, errors)))


def import_files(files: Sequence[Path]) -> str:
    """The number of stored entries. SettingsError with a line for each file or entry that cannot be used."""
    try:
        stored = uvloop.run(_import(begin(), files))
    except (FileError, BatchError) as error:
        raise SettingsError(str(error)) from error
    return f"{stored[HostUser]} users and {stored[HostFollow]} follows are there as the files say."


async def _import(settings: Settings, files: Sequence[Path]) -> Counter[type]:
    for path in files:
        if path.suffix.lower() not in SUFFIXES or not path.is_file():
            raise SettingsError(f"{path} is not a file of type {', '.join(sorted(SUFFIXES))}")
    database = await open_database(settings)
    try:
        services = await make_services(database, settings.policy)
        return await _store_all(services, files)
    except TROUBLE as error:
        raise SettingsError(f"stopped, run it again to go on: {line_of(error)}") from error
    finally:
        await database.close()


async def _store_all(services: Services, files: Sequence[Path]) -> Counter[type]:
    """The number of stored entries, by kind."""
    stored: Counter[type] = Counter()
    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal) as progress:
        for path in files:
            with progress.open(path, "rt", encoding="utf-8-sig", newline="", description=path.name) as text:
                for batch in _batches(read_lines(path, text)):
                    stored[type(batch[0].entry)] += await _store(services, batch)
    return stored


def _batches(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Batches of one kind each, in order."""
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
