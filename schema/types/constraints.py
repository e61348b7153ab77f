"""The bounds of arguments and input fields, for tools: the numbers are those of the checks."""

from copy import copy
from typing import Any, Self

import strawberry
from graphql import GraphQLArgument, GraphQLInputField
from strawberry import UNSET
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.schema_directive import Location

from rules.policy import Policy


class Setting(int):
    """A bound that is a setting: its default, until `fill` puts that of the process in its place."""

    name: str

    def __new__(cls, name: str) -> Self:
        setting = super().__new__(cls, getattr(Policy(), name))
        setting.name = name
        return setting


@strawberry.schema_directive(
    name="constraint",
    locations=[Location.ARGUMENT_DEFINITION, Location.INPUT_FIELD_DEFINITION],
    description="Bounds of a value, all inclusive. Lengths are code points, of a message's text and a filter word "
    "after trimming; of a list they are those of each entry. The service checks them whether or not a client does.",
)
class Constraint:
    """Named as by graphql-constraint-directive."""

    min_length: int | None = UNSET
    max_length: int | None = UNSET
    min: int | None = UNSET
    max: int | None = UNSET
    max_items: int | None = UNSET

    def filled(self, policy: Policy) -> Self:
        """With the policy's number for each setting."""
        bounds = {
            name: getattr(policy, bound.name) if isinstance(bound, Setting) else bound
            for name, bound in vars(self).items()
        }
        return type(self)(**bounds)


_DEFINITION = GraphQLCoreConverter.DEFINITION_BACKREF


def fill(part: Any, policy: Policy) -> None:
    """Give an argument or input field of one schema the policy's bounds; its definition is shared by all schemas."""
    if isinstance(part, GraphQLArgument | GraphQLInputField) and _DEFINITION in part.extensions:
        definition = copy(part.extensions[_DEFINITION])
        definition.directives = [_filled(one, policy) for one in definition.directives]
        part.extensions[_DEFINITION] = definition


def _filled(directive: object, policy: Policy) -> object:
    return directive.filled(policy) if isinstance(directive, Constraint) else directive
