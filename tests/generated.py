"""Files that clients take from schema and operations: `python -m tests.generated` writes it into `queries/`."""

import json
from collections.abc import Iterator
from pathlib import Path

from graphql import (
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_object_type,
    parse,
    print_ast,
)

from server.app import make_schema
from server.assets import QUERIES
from server.documents import hash_of

PAGES = ("Connection", "Edge", "PageInfo")


def possible_types(schema: GraphQLSchema) -> dict[str, list[str]]:
    """The members of each interface and union, as the caches of Apollo and urql take them."""
    return {
        name: sorted(member.name for member in schema.get_possible_types(kind))
        for name, kind in sorted(schema.type_map.items())
        if is_abstract_type(kind)
    }


def parts(schema: GraphQLSchema) -> list[str]:
    """The objects without an id that others hold, but for pages of lists: a cache keeps them in their parents.

    Also the items of subscriptions: a cache has one place for those of a field, and one kind follows another there.
    """
    holders = [
        kind for kind in schema.type_map.values() if is_object_type(kind) and kind != schema.mutation_type
    ]
    held = {kind for holder in holders for kind in _objects(schema, holder) if "id" not in kind.fields}
    names = {kind.name for kind in held - {schema.query_type}}
    return sorted(name for name in names if not name.endswith(PAGES) and not name.startswith("__"))


def _objects(schema: GraphQLSchema, holder: GraphQLObjectType) -> Iterator[GraphQLObjectType]:
    for field in holder.fields.values():
        kind = get_named_type(field.type)
        if is_abstract_type(kind):
            yield from schema.get_possible_types(kind)
        elif is_object_type(kind):
            yield kind


def files() -> dict[Path, str]:
    """The text of each file."""
    schema = make_schema(introspection=True)._schema
    texts = [print_ast(parse(path.read_text(encoding="utf-8"))) for path in QUERIES.glob("*.graphql")]
    return {
        QUERIES / "parts.json": _json(parts(schema)),
        QUERIES / "possibleTypes.json": _json(possible_types(schema)),
        QUERIES / "persisted-documents.json": _json({hash_of(text): text for text in texts}),
    }


def _json(value: object) -> str:
    return json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for path, text in files().items():
        path.write_text(text, encoding="utf-8")
