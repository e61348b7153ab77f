"""CompiledExecutor in a plain Strawberry schema, and the cases that it leaves to graphql-core."""

from collections.abc import Sequence
from typing import Annotated, Any

import strawberry
from graphql import DocumentNode, Executor, FieldNode, execute, execute_root_selection_set, parse
from graphql.execution.values import VariableValues
from strawberry.extensions import ParserCache
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from execution import Compilations, Compiled, CompiledExecutor, Operation, compile_operation, fragments_of
from tests.execution.comparisons import AtOnce, Case, is_compiled
from tests.execution.nasty import SCHEMA

S = SCHEMA._schema


@strawberry.type
class Query:
    @strawberry.field
    def doubled(self, info: strawberry.Info, number: int = 4) -> int:
        return 2 * number + (info.context or 0)


def operation_of(text: str) -> Operation:
    document = parse(text)
    return compile_operation(S, Case.of(S, text).operation, fragments_of(document))


async def test_a_schema_runs_compiled_with_one_more_argument() -> None:
    cache = ParserCache()
    schema = strawberry.Schema(
        query=Query, execution_context_class=CompiledExecutor, extensions=[lambda: cache]
    )

    for number in (1, 2, 3):
        result = await schema.execute("query ($n: Int!) { doubled(number: $n) }", {"n": number})
        assert (result.data, result.errors) == ({"doubled": 2 * number}, None)

    assert any(seen.schema is schema._schema for seen in CompiledExecutor.compilations.compiled())


def test_an_operation_of_two_documents_has_the_fragments_of_each() -> None:
    core = strawberry.Schema(query=Query)._schema
    one, two = (parse(f"{{ ...F }} fragment F on Query {{ {key}: doubled(number: 1) }}") for key in "ab")
    mixed = DocumentNode(definitions=(one.definitions[0], two.definitions[1]))

    for document, key in [(one, "a"), (mixed, "b")] * 2:
        executor = AtOnce.build(core, document)
        assert isinstance(executor, Executor)
        assert execute_root_selection_set(executor).data == {key: 2}  # type: ignore[union-attr]


def test_variants_are_bounded() -> None:
    flags = [f"b{index}" for index in range(6)]
    fields = " ".join(f"{flag}: level @skip(if: ${flag})" for flag in flags)
    operation = operation_of(f"query ({', '.join(f'${flag}: Boolean!' for flag in flags)}) {{ {fields} }}")
    assert isinstance(operation, Compiled)

    made = 0
    for choice in range(2 ** len(flags)):
        values = operation.coerce({flag: bool(choice >> index & 1) for index, flag in enumerate(flags)})
        assert not isinstance(values, list)
        made += operation.prepare(values) is not None
    assert made == 16


def test_an_operation_is_wanted_when_it_is_seen_again() -> None:
    operation = operation_of("{ level }")
    values = operation.coerce({})
    assert not isinstance(values, list)

    assert [operation.wants(values), operation.wants(values)] == [False, True]
    operation.prepare(values)
    assert not operation.wants(values)


def test_too_large_an_operation_goes_to_graphql_core() -> None:
    fields = " ".join(f"p{index}: plain {{ {'number ' * 3} maybe flag }}" for index in range(700))

    assert not is_compiled(Case(S, *_parsed(f"{{ {fields} }}"), {}))


def _parsed(text: str) -> tuple[Any, Any]:
    document = parse(text)
    return document, document.definitions[0]


class Counting(CompiledExecutor):
    """Replaces a step of the execution."""

    compilations = Compilations(sights=1)
    fields = 0

    def execute_field(self, *args: Any) -> Any:
        Counting.fields += 1
        return super().execute_field(*args)


def test_an_executor_with_steps_of_its_own_is_left_alone() -> None:
    schema = strawberry.Schema(query=Query)._schema
    document = parse("{ doubled other: doubled(number: 5) }")

    result: Any = execute(schema, document, executor_class=Counting)

    assert result.data == {"doubled": 8, "other": 10}
    assert Counting.fields == 2


def test_infos_are_whole() -> None:
    seen: list[Any] = []

    @strawberry.type
    class Asked:
        @strawberry.field
        def field(self, info: strawberry.Info, n: int) -> int:
            nodes: list[FieldNode] = info._raw_info.field_nodes
            name = info.operation.name
            selected = [one.name for one in info.selected_fields]  # type: ignore[union-attr]
            seen.append(
                (info.path.as_list(), info.variable_values, info.field_name, len(nodes), name, selected)
            )
            return n

    schema = strawberry.Schema(query=Asked)._schema
    text = "query Named($n: Int!) { other: field(n: $n) ...F } fragment F on Asked { other: field(n: $n) }"
    case = Case.of(schema, text, {"n": 3})
    for cls in (StrawberryGraphQLCoreExecutionContext, AtOnce):
        executor = case.executor(cls, None)
        assert isinstance(executor, Executor)
        execute_root_selection_set(executor)
    assert is_compiled(case)
    assert seen[0][0] == ["other"]
    assert seen[0] == seen[1]


def test_what_is_read_of_nodes_is_made_once_a_selection() -> None:
    made: list[int] = []

    def count(nodes: Sequence[FieldNode]) -> int:
        made.append(len(nodes))
        return len(nodes)

    @strawberry.type
    class Row:
        @strawberry.field
        def nodes(self, info: strawberry.Info) -> int:
            return info.of_nodes(count)  # type: ignore[attr-defined,no-any-return]

    @strawberry.type
    class Rows:
        @strawberry.field
        def rows(self) -> list[Row]:
            return [Row(), Row()]

    schema = strawberry.Schema(query=Rows)._schema
    case = Case.of(
        schema, "{ rows { nodes twice: nodes } ...F } fragment F on Rows { rows { twice: nodes } }"
    )
    operation = compile_operation(schema, case.operation, fragments_of(case.document))
    variables = VariableValues({}, {})
    operation.prepare(variables)

    for _ in range(2):
        result: Any = operation.run(Rows(), None, variables)
        assert result.data == {"rows": [{"nodes": 1, "twice": 2}] * 2}

    assert made == [1, 2]


def test_a_resolver_knows_what_its_fields_will_be_given() -> None:
    seen: list[Any] = []

    @strawberry.type
    class Leaf:
        @strawberry.field
        def size(self, of: int = 7) -> int:
            return of

    @strawberry.type
    class Stone:
        size: int = 3

    @strawberry.type
    class Garden:
        @strawberry.field
        def found(self, info: strawberry.Info) -> Annotated[Leaf | Stone, strawberry.union("Found")]:
            seen.extend(info.given(name, "size") for name in ("Leaf", "Stone", "Garden"))  # type: ignore[attr-defined]
            return Leaf()

    case = Case.of(
        strawberry.Schema(query=Garden)._schema,
        """query ($n: Int!) { found { ...F ... on Leaf { given: size(of: $n) left: size(of: 1) @skip(if: true) } } }
        fragment F on Found { ... on Leaf { size } ... on Stone { stone: size } }""",
        {"n": 5},
    )
    operation = compile_operation(case.schema, case.operation, fragments_of(case.document))
    variables: Any = operation.coerce({"n": 5})
    operation.prepare(variables)
    result: Any = operation.run(Garden(), None, variables)
    assert result.data == {"found": {"size": 7, "given": 5}}
    assert seen == [[{"of": 7}, {"of": 5}], [{}], []]
