"""The printed schema: committed, described to the last argument, and shaped as clients' tools ask."""

import inspect
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from graphql import (
    FragmentDefinitionNode,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLUnionType,
    parse,
    print_ast,
    validate,
)
from strawberry.types.base import StrawberryObjectDefinition

from schema.types.node import FromRow, RowField
from schema.types.scalars import URL
from server.app import make_schema
from tests.generated import files
from tests.printed import PRINTED, SCHEMA

ROOT = Path(__file__).resolve().parent.parent.parent
TYPES = {name: kind for name, kind in SCHEMA.type_map.items() if not name.startswith("__")}
OPERATIONS = sorted((ROOT / "queries").glob("*.graphql"))


def test_what_clients_take_from_the_schema_is_up_to_date() -> None:
    for path, text in files().items():
        assert path.read_text(encoding="utf-8") == text, "run `make sdl`"


def test_the_committed_schema_is_the_served_one() -> None:
    assert make_schema(introspection=False).as_str() + "\n" == PRINTED, "run `make sdl`"


def undescribed() -> list[str]:
    missing = [name for name, kind in TYPES.items() if not kind.description]
    for name, kind in TYPES.items():
        if isinstance(kind, GraphQLEnumType):
            missing += [f"{name}.{value}" for value, of in kind.values.items() if not of.description]
        if isinstance(kind, GraphQLInputObjectType):
            missing += [f"{name}.{field}" for field, of in kind.fields.items() if not of.description]
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            for field, of in kind.fields.items():
                missing += [] if of.description else [f"{name}.{field}"]
                missing += [f"{name}.{field}({arg})" for arg, a in of.args.items() if not a.description]
    return [name for name in missing if name not in {"Boolean", "Float", "ID", "Int", "String"}]


def test_everything_is_described() -> None:
    assert undescribed() == []


@pytest.mark.parametrize("root", ["Query", "Mutation", "Subscription"])
def test_root_fields_are_nullable(root: str) -> None:
    kind = TYPES[root]
    assert isinstance(kind, GraphQLObjectType)
    strict = [name for name, of in kind.fields.items() if isinstance(of.type, GraphQLNonNull)]
    assert strict == []


def test_every_mutation_takes_its_input_and_gives_its_result() -> None:
    mutation = TYPES["Mutation"]
    assert isinstance(mutation, GraphQLObjectType)
    for name, of in mutation.fields.items():
        title = name[0].upper() + name[1:]
        assert {arg: str(a.type) for arg, a in of.args.items()} == {"input": f"{title}Input!"}
        result = of.type
        assert isinstance(result, GraphQLUnionType)
        assert result.name == f"{title}Result"
        success, *problems = result.types
        assert success.name == f"{title}Success"
        assert {"query", "eventCursor"} <= set(success.fields)
        assert all(TYPES["Problem"] in problem.interfaces for problem in problems)


def choices() -> Iterator[tuple[GraphQLObjectType, GraphQLObjectType]]:
    """Any two types of which one selection can ask fields: members of a union, or types of an interface."""
    for kind in TYPES.values():
        if isinstance(kind, GraphQLUnionType | GraphQLInterfaceType):
            yield from combinations(SCHEMA.get_possible_types(kind), 2)


def shape(field: GraphQLField) -> str:
    """The arguments in order with their types, then the field's own type."""
    return f"{[f'{name}: {argument.type}' for name, argument in field.args.items()]}: {field.type}"


def test_a_name_has_one_shape_in_all_members_of_a_union_or_interface() -> None:
    """Nullability and arguments count. Else a query needs an alias, and a store of records by name breaks."""
    clashes = {
        f"{one}.{name}{shape(one.fields[name])}, {other}.{name}{shape(other.fields[name])}"
        for one, other in choices()
        for name in one.fields.keys() & other.fields.keys()
        if shape(one.fields[name]) != shape(other.fields[name])
    }
    assert clashes == set()


@pytest.mark.parametrize("path", OPERATIONS, ids=lambda path: path.stem)
def test_every_operation_is_valid_and_bears_its_file_name(path: Path) -> None:
    document = parse(path.read_text())
    assert validate(SCHEMA, document) == []
    operation, *fragments = document.definitions
    assert all(isinstance(fragment, FragmentDefinitionNode) for fragment in fragments)
    name: str = operation.name.value  # type: ignore[attr-defined]
    assert name[0].lower() + name[1:] == path.stem


def test_every_root_field_has_an_operation() -> None:
    used = {path.stem for path in OPERATIONS}
    fields = {f for root in ("Query", "Mutation", "Subscription") for f in TYPES[root].fields}  # type: ignore[attr-defined]
    assert fields == used - {"ownReports", "filterWords"}, "these read a part of the viewer"


def test_the_operation_on_all_events_asks_for_each_item() -> None:
    union, event = TYPES["EventItem"], TYPES["Event"]
    assert isinstance(union, GraphQLUnionType)
    assert isinstance(event, GraphQLInterfaceType)
    more = {kind.name for kind in union.types if kind.fields.keys() - event.fields.keys()}
    text = (ROOT / "queries" / "events.graphql").read_text()
    assert more <= set(re.findall(r"\.\.\. on (\w+)", text))


SHOWN = {"inbox": "ThreadNow", "requests": "RequestNow"}
"""A list, and the fields that `events` reads of its nodes."""


@pytest.mark.parametrize("name", SHOWN)
def test_events_bring_all_that_a_list_shows(name: str) -> None:
    text = {path.stem: path.read_text() for path in OPERATIONS}
    [listing] = parse(text[name]).definitions
    items: dict[str, Any] = {of.name.value: of for of in parse(text["events"]).definitions}  # type: ignore[attr-defined]
    assert selected(items[SHOWN[name]]) == selected(listing, name, "edges", "node")


def selected(node: Any, *path: str) -> set[str]:
    """The selections at the end of a path of fields."""
    for name in path:
        [node] = [one for one in node.selection_set.selections if one.name.value == name]
    return {print_ast(one) for one in node.selection_set.selections}


def fields_of_rows() -> Iterator[tuple[type, RowField]]:
    """Each of them, with the class that has it."""
    for kind in make_schema(introspection=False)._schema.type_map.values():
        if isinstance(definition := kind.extensions.get("strawberry-definition"), StrawberryObjectDefinition):
            yield from ((definition.origin, one) for one in definition.fields if isinstance(one, RowField))


def row_of(cls: type) -> Any:
    """The class of the rows of which a type is made."""
    bases = [base for one in cls.__mro__ for base in getattr(one, "__orig_bases__", ())]
    return next(get_args(base)[0] for base in bases if get_origin(base) is FromRow)


def in_row(row: type, name: str) -> Any:
    """The type of an attribute or a property at a path."""
    first, _, rest = name.partition(".")
    found = inspect.getattr_static(row, first, None)
    type_ = (
        get_type_hints(found.fget)["return"] if isinstance(found, property) else get_type_hints(row)[first]
    )
    return in_row(type_, rest) if rest else type_


def test_a_field_of_a_row_has_the_type_of_the_row() -> None:
    seen = 0
    for cls, field in fields_of_rows():
        name, of = field.in_row
        found = in_row(row_of(cls), name or field.python_name)
        assert field.type_annotation
        shown = field.type_annotation.annotation
        if of:
            assert shown in (of, of | None)
            shown = row_of(of) if shown is of else row_of(of) | None
        assert (str | None if shown == URL | None else shown) == found, f"{cls.__name__}.{field.python_name}"
        seen += 1
    assert seen > 30
