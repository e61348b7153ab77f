"""Turns a document's text into a plan: parse, limit, choose the operation, price it, validate.

Drafts, plans and refusals are kept.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    OperationType,
    get_operation_ast,
    parse,
    specified_rules,
    validate,
)
from graphql.execution.values import VariableValues
from msgspec import Struct
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from execution import Operation as Executable
from execution import compile_operation, fragments_of, is_surely_valid
from schema.types.errors import ClientError
from server.costs import Limits, price_of, require_within
from server.prices import Tariff, variables_in

RULES = (*specified_rules, MaybeNullValidationRule, OneOfInputValidationRule)
MAX_ERRORS = 5

Made = TypeVar("Made", bound="Draft | Refusal")


@dataclass(frozen=True, slots=True)
class Draft:
    """An operation, chosen from its document and priced before the slowest step, the validation.

    `kind` and `name` are the operation's own: a query, mutation or subscription; None if it has no name.
    """

    document: DocumentNode
    operation: OperationDefinitionNode
    kind: OperationType
    name: str | None
    price: Tariff


@dataclass(frozen=True, slots=True)
class Plan(Draft):
    """An operation that may run.

    `executable`: what runs it. `shown_by`: a subscription's variables below its root field, which decide
    what an item shows.
    """

    executable: Executable
    shown_by: tuple[str, ...] = ()


class Call(Struct, frozen=True):
    """A plan with the variables of one request and its context."""

    plan: Plan
    variables: VariableValues
    context: Any


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an operation never ran. The errors hold no syntax tree, so keeping them is cheap.

    `draft`: that of an operation which costs too much with some variables; this is told before the errors.
    """

    errors: list[GraphQLError]
    draft: Draft | None = None


Executables: TypeAlias = Callable[
    [GraphQLSchema, OperationDefinitionNode, dict[str, FragmentDefinitionNode]], Executable
]


class Planner:
    """Makes plans, and keeps the latest up to `capacity` tokens (a token takes some 400 bytes, 1,900 compiled)."""

    def __init__(
        self,
        schema: GraphQLSchema,
        limits: Limits,
        introspection: bool = False,
        executable: Executables = compile_operation,
        capacity: int = 25_000,
    ) -> None:
        self.schema = schema
        self.limits = limits
        self.introspection = introspection
        self.executable = executable
        self.rules = RULES if introspection else (*RULES, NoSchemaIntrospectionCustomRule)
        self.capacity = capacity
        self._kept: OrderedDict[tuple[str, str | None], tuple[Draft | Refusal, int]] = OrderedDict()
        self._weight = 0

    def kept(self, text: str, name: str | None) -> Draft | Refusal | None:
        """The draft, plan or refusal that is kept; None if the text must be parsed."""
        key = text, name
        found = self._kept.get(key)
        if found is None:
            return None
        self._kept.move_to_end(key)
        return found[0]

    def draft(self, text: str, name: str | None) -> Draft | Refusal:
        """The draft of a text and operation name, from the cache or parsed now."""
        return self.kept(text, name) or self._keep((text, name), self._read(text, name))

    def plan(self, text: str, name: str | None, draft: Draft | Refusal | None = None) -> Plan | Refusal:
        """The plan or the refusal of a text and operation name: the same object for as long as it is kept.

        `draft`: that of the text, if it is known.
        """
        draft = draft or self.draft(text, name)
        if isinstance(draft, Plan | Refusal):
            return draft
        return self._keep((text, name), self._validated(draft))

    def _keep(self, key: tuple[str, str | None], made: Made) -> Made:
        if len(key[0]) > self.limits.source:
            return made
        self._forget(key)
        draft = made if isinstance(made, Draft) else made.draft
        weight = len(key[0]) // 50 + (draft.document.token_count if draft else 10)
        self._kept[key] = made, weight
        self._weight += weight
        while self._weight > self.capacity:
            self._forget(next(iter(self._kept)))
        return made

    def _forget(self, key: tuple[str, str | None]) -> None:
        _, weight = self._kept.pop(key, (None, 0))
        self._weight -= weight

    def _read(self, text: str, name: str | None) -> Draft | Refusal:
        try:
            document = parse(text, max_tokens=self.limits.tokens, max_source_length=self.limits.source)
            require_within(self.limits, document)
            operation = _choose(document, name)
        except GraphQLSyntaxError as error:
            return Refusal([_bare(error, "GRAPHQL_PARSE_FAILED")])
        except ClientError as error:
            return Refusal([error.with_traceback(None)])
        price = price_of(self.schema, document, operation)
        tariff = Tariff(price, self.schema, operation.variable_definitions or ())
        called = operation.name.value if operation.name else None
        return Draft(document, operation, operation.operation, called, tariff)

    def _validated(self, draft: Draft) -> Plan | Refusal:
        document, operation = draft.document, draft.operation
        if errors := self._errors_of(document):
            told = [_bare(error, "GRAPHQL_VALIDATION_FAILED") for error in errors]
            return Refusal(told, draft if draft.price.names else None)
        executable = self.executable(self.schema, operation, fragments_of(document))
        shown_by = _shown_by(document, operation)
        return Plan(document, operation, draft.kind, draft.name, draft.price, executable, shown_by)

    def _errors_of(self, document: DocumentNode) -> list[GraphQLError]:
        if is_surely_valid(self.schema, document, self.rules):
            return []
        hides = not self.introspection
        return validate(self.schema, document, self.rules, max_errors=MAX_ERRORS, hide_suggestions=hides)


def _shown_by(document: DocumentNode, operation: OperationDefinitionNode) -> tuple[str, ...]:
    if operation.operation is not OperationType.SUBSCRIPTION:
        return ()
    found: set[str] = set()
    for node in (*document.definitions, *operation.selection_set.selections):
        if isinstance(node, FieldNode):
            for below in filter(None, (node.selection_set, *(node.directives or ()))):
                found.update(variables_in(below))
        elif node is not operation:
            found.update(variables_in(node))
    return tuple(sorted(found))


def _choose(document: DocumentNode, name: str | None) -> OperationDefinitionNode:
    if found := get_operation_ast(document, name):
        return found
    why = "The document has no operation of this name."
    if name is None:
        has_several = any(isinstance(node, OperationDefinitionNode) for node in document.definitions)
        why = "Name one of the operations." if has_several else "The document has no operation."
    raise ClientError("OPERATION_RESOLUTION_FAILURE", why)


def _bare(error: GraphQLError, code: str) -> GraphQLError:
    return GraphQLError(
        error.message, source=error.source, positions=error.positions, extensions={"code": code}
    )
