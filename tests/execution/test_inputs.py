"""Values of input types equal those of Strawberry."""

import random
from collections.abc import Callable
from enum import Enum
from typing import Annotated, Any

import pytest
import strawberry
from graphql import Undefined, build_schema, parse
from graphql.utilities import coerce_input_value
from strawberry.relay import GlobalID
from strawberry.types.arguments import convert_argument
from strawberry.types.base import StrawberryList, StrawberryOptional

from execution import Announced, compile_operation, fragments_of
from execution.inputs import usual
from execution.parameters import Inputs, Unusual


@strawberry.enum
class Colour(Enum):
    RED = "red"


@strawberry.input
class Inner:
    number: int = 5
    colour: Colour | None = None
    made: list[int] = strawberry.field(default_factory=lambda: [7])


@strawberry.input
class Outer:
    text_of: str | None
    numbers: list[int] | None = strawberry.UNSET
    inners: list[Inner | None] = strawberry.field(default_factory=list)
    inner: Annotated["Inner", strawberry.lazy("tests.execution.test_inputs")] | None = None
    named: str = strawberry.field(name="otherName", default="n")


@strawberry.input
class Tree:
    below: list["Tree"] = strawberry.field(default_factory=list)


@strawberry.input
class Choice:
    maybe: strawberry.Maybe[int]


@strawberry.input
class Identified:
    id: GlobalID


@strawberry.type
class Query:
    @strawberry.field
    def take(self, outer: Outer, tree: Tree, choice: Choice, identified: Identified) -> int:
        return 1


@strawberry.type
class Mutation:
    @strawberry.mutation
    async def put(self, outer: Outer | None = None) -> str:
        return repr(outer)

    @strawberry.mutation
    def put_at_once(self, inners: list[Inner]) -> str:
        return repr(inners)


SCHEMA = strawberry.Schema(query=Query, mutation=Mutation)


def drawn(chance: random.Random) -> Any:
    """A value of Outer, as graphql-core gives it."""

    def some(**makes: Callable[[], Any]) -> dict[str, Any]:
        return {name: make() for name, make in makes.items() if chance.random() < 0.6}

    def inner() -> Any:
        return chance.choice(
            [
                None,
                some(
                    number=lambda: chance.randrange(9),
                    colour=lambda: chance.choice([None, Colour.RED]),
                    made=list,
                ),
            ]
        )

    return some(
        textOf=lambda: chance.choice([None, "text"]),
        numbers=lambda: chance.choice([None, [], [1, 2]]),
        inners=lambda: [inner() for _ in range(chance.randrange(3))],
        inner=inner,
        otherName=lambda: "other",
    )


@pytest.mark.parametrize("seed", range(200))
def test_values_are_those_of_strawberry(seed: int) -> None:
    converter = SCHEMA.schema_converter
    for type_ in (Outer, StrawberryOptional(Outer), StrawberryList(StrawberryOptional(Outer))):
        value = drawn(random.Random(seed))
        given = [value, None] if isinstance(type_, StrawberryList) else value
        made = Inputs(SCHEMA).of(type_)(given)
        assert made == convert_argument(given, type_, converter.scalar_registry, SCHEMA.config)


COERCED = build_schema(
    """input Small { id: ID! text: String = "t" flag: Boolean count: Int within: Small many: [Int] share: Float }
       input One @oneOf { text: String flag: Boolean }
       type Query { of(a: Int, b: Int!, c: ID, d: Boolean!, e: String, f: Small, g: Small!, h: One, i: [Int]): Int }"""
)
SENT: list[Any] = [
    *(
        None,
        True,
        0,
        2**31,
        -(2**31),
        1.0,
        1.5,
        "",
        "text",
        [],
        [1],
        {},
        {"flag": True},
        {"id": None},
        {"id": 7},
    ),
    *({"id": "7", "more": 1}, {"id": "7", "text": None}, {"id": "7", "many": [1], "within": {"id": "8"}}),
    *(
        {"id": "7", "text": "t", "flag": True, "count": 1},
        {"id": "7", "count": 2**31},
        {"id": "7", "share": 1},
    ),
]


@pytest.mark.parametrize("name", "abcdefghi")
def test_usual_values_are_those_of_graphql_core(name: str) -> None:
    assert COERCED.query_type
    type_ = COERCED.query_type.fields["of"].args[name].type
    for value in SENT:
        made, right = usual(type_)(value), coerce_input_value(value, type_)
        assert made is Undefined or repr(made) == repr(right), value


def test_most_values_are_usual() -> None:
    assert COERCED.query_type
    types = {name: one.type for name, one in COERCED.query_type.fields["of"].args.items()}
    given = {"a": None, "b": 7, "c": "id", "d": False, "e": "text", "f": {"id": "7", "text": "t", "count": 1}}
    assert {name: usual(types[name])(value) for name, value in given.items()} == given


def test_a_default_list_is_no_ones_own() -> None:
    convert = Inputs(SCHEMA).of(StrawberryList(int))
    default = [1]
    convert(default).append(2)
    assert default == [1]


@pytest.mark.parametrize("type_", [Tree, Choice, Identified])
def test_what_has_rules_of_its_own_is_left_to_strawberry(type_: type) -> None:
    with pytest.raises(Unusual):
        Inputs(SCHEMA).of(type_)


async def test_a_field_is_announced_once_by_its_key_before_it_runs() -> None:
    document = parse(
        """mutation { a: put(outer: { textOf: "x" }) b: putAtOnce(inners: [{}])
             put putAtOnce(inners: [{ number: 3 }]) }"""
    )
    schema = strawberry.Schema(query=Query, mutation=Mutation)._schema
    told: list[str] = []
    assert schema.mutation_type
    for field in schema.mutation_type.fields.values():
        assert field.resolve
        field.resolve = Announced(field.resolve, told.append)
    node: Any = document.definitions[0]
    operation = compile_operation(schema, node, fragments_of(document))
    variables = operation.coerce({})
    assert not isinstance(variables, list)
    answers = []
    for _ in range(2):
        answer: Any = operation.run(None, None, variables)
        answers.append((await answer).data)
        assert operation.prepare(variables)
    assert answers[0] == answers[1]
    assert told == 2 * ["a", "b", "put", "putAtOnce"]
