"""What a file says of users and follows: CSV with a first line of names, or JSON lines."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeAlias

import orjson
from pydantic import TypeAdapter, ValidationError
from pydantic.alias_generators import to_camel

from rules.hosting import HostFollow, HostUser

Entry: TypeAlias = HostUser | HostFollow
_Kind: TypeAlias = type[HostUser] | type[HostFollow]


class FileError(Exception):
    """One line for the operator: the file, the line, and what is wrong there."""

    def __init__(self, path: Path, line: int, what: str) -> None:
        super().__init__(f"{path}:{line}: {what}")


@dataclass(frozen=True, slots=True)
class Line:
    """An entry, and the line of the file that it ends on."""

    path: Path
    number: int
    entry: Entry


_TYPES: dict[_Kind, TypeAdapter[Any]] = {kind: TypeAdapter(kind) for kind in (HostUser, HostFollow)}
_NAMES = {kind: {to_camel(field.name): field.name for field in fields(kind)} for kind in _TYPES}


def read_lines(path: Path, text: Iterable[str]) -> Iterator[Line]:
    """Lazily, in the order of the file; FileError at the first that is no entry."""
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
            # An empty cell says nothing.
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
            raise FileError(path, number, f"no JSON: {error}") from error
        if not isinstance(row, dict):
            raise FileError(path, number, "no JSON object")
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
