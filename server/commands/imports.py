"""Users and follows from files."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from itertools import groupby, islice
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, get_type_hints

import msgspec
import orjson
from rich.console import Console
from rich.progress import Progress
from strawberry.utils.str_converters import to_camel_case

from models.db.database import Database
from models.db.files import is_file
from resolvers.mutation import Done
from resolvers.provisioning import store_users
from resolvers.relations import store_follows
from rules.problems import InvalidInput, Refusal
from rules.provisioning import BATCH, HostFollow, HostUser
from schema.types.context import Services
from server.commands.databases import in_one_line, opened
from server.contexts import make_services
from server.settings import Settings, SettingsError

Entry: TypeAlias = HostUser | HostFollow
_Kind: TypeAlias = type[HostUser] | type[HostFollow]


class FileError(SettingsError):
    """One line for the operator: the file, the line, and the flaw."""

    def __init__(self, path: Path, line: int, what: str) -> None:
        # A name in the file may have line ends.
        super().__init__(f"{path}:{line}: {' '.join(what.split())}")


@dataclass(frozen=True, slots=True)
class Line:
    """An entry, and the line of the file on which it ends."""

    path: Path
    number: int
    entry: Entry


class _Field(NamedTuple):
    name: str
    type: Any
    is_needed: bool


def _fields(kind: _Kind) -> dict[str, _Field]:
    """By their names in files."""
    types = get_type_hints(kind)
    return {
        to_camel_case(field.name): _Field(field.name, types[field.name], field.default is MISSING)
        for field in fields(kind)
    }


_FIELDS = {kind: _fields(kind) for kind in (HostUser, HostFollow)}


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
        for name, columns in Counter(reader.fieldnames or ()).items():
            if columns > 1:
                raise FileError(path, 1, f"{name}: names {columns} columns")
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
    kind: _Kind = HostFollow if given.keys() & _FIELDS[HostFollow].keys() else HostUser
    if unknown := given.keys() - _FIELDS[kind].keys():
        raise FileError(path, number, f"{min(unknown)}: no name of a {kind.__name__}")
    values = {}
    for spelled, field in _FIELDS[kind].items():
        value = given.get(spelled)
        if value is None and field.is_needed:
            raise FileError(path, number, f"{spelled}: is missing")
        if value is None:
            continue
        try:
            # Cells have switches as text. A number is no date: a year would be seconds since 1970.
            values[field.name] = msgspec.convert(value, field.type, strict=field.type is not bool)
        except msgspec.ValidationError as error:
            raise FileError(path, number, f"{spelled}: {error}") from error
    return kind(**values)


SUFFIXES = {".csv", ".jsonl", ".ndjson"}


def import_files(files: Sequence[Path]) -> str:
    """The number of stored entries. SettingsError with a line for each file or entry that cannot be used."""
    with in_one_line():
        for path in files:
            if not is_file(path):
                raise SettingsError(f"{path} is no file")
            if path.suffix.lower() not in SUFFIXES:
                raise SettingsError(f"{path} is not a file of type {', '.join(sorted(SUFFIXES))}")

    async def store(database: Database, settings: Settings) -> Counter[type]:
        return await _store_all(await make_services(database, settings.policy), files)

    stored = opened(store, "stopped, run it again to go on")
    return f"{stored[HostUser]} users and {stored[HostFollow]} follows are there as the files say."


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
    """SettingsError with a line of each field that cannot be stored."""
    done = await _stored(services, [line.entry for line in batch])
    if isinstance(done.outcome, int):
        return done.outcome
    assert isinstance(done.outcome, InvalidInput)
    raise SettingsError("\n".join(str(_error(batch, field)) for field in done.outcome.fields))


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
