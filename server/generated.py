"""Files that clients take from schema and operations: `python -m server.generated` writes it into `queries/`."""

import json
from pathlib import Path

from graphql import GraphQLSchema, is_abstract_type, parse, print_ast

from server.app import make_schema
from server.documents import hash_of
from server.graphiql import QUERIES


def possible_types(schema: GraphQLSchema) -> dict[str, list[str]]:
    """The members of each interface and union, as the caches of Apollo and urql take them."""
    return {
        name: sorted(member.name for member in schema.get_possible_types(kind))
        for name, kind in sorted(schema.type_map.items())
        if is_abstract_type(kind)
    }


def files() -> dict[Path, str]:
    """The text of each file."""
    schema = make_schema(introspection=True)._schema
    texts = [print_ast(parse(path.read_text(encoding="utf-8"))) for path in QUERIES.glob("*.graphql")]
    return {
        QUERIES / "possibleTypes.json": _json(possible_types(schema)),
        QUERIES / "persisted-documents.json": _json({hash_of(text): text for text in texts}),
    }


def _json(value: object) -> str:
    return json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for path, text in files().items():
        path.write_text(text, encoding="utf-8")
