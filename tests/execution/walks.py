"""Random operations of a schema: fragments, aliases, repeated fields, directives, literals and variables."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputType,
    GraphQLObjectType,
    GraphQLSchema,
    OperationType,
    get_named_type,
    is_abstract_type,
    is_composite_type,
    is_enum_type,
    is_input_object_type,
    is_interface_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
    is_required_argument,
    is_required_input_field,
)

Scalars = Mapping[str, Any]
"""By the name of a scalar: a function that draws a value of it."""

SCALARS: Scalars = {
    "Int": lambda random: random.choice([0, 1, 3, 7, -2, 2**31 - 1]),
    "Float": lambda random: random.choice([0.5, 2]),
    "String": lambda random: random.choice(["", "text", 'quo"ted\n']),
    "Boolean": lambda random: random.choice([True, False]),
    "ID": lambda random: random.choice(["QTox", "id", 5]),
}


@dataclass
class Walk:
    """Makes one operation; it may be invalid where fields of one key differ."""

    schema: GraphQLSchema
    random: Random
    scalars: Scalars = field(default_factory=lambda: SCALARS)
    variables: dict[str, Any] = field(default_factory=dict)
    declared: dict[str, str] = field(default_factory=dict)
    fragments: dict[str, tuple[str, str]] = field(default_factory=dict)

    def operation(self, kind: OperationType) -> str:
        root = self.schema.get_root_type(kind)
        assert root is not None
        if kind is OperationType.SUBSCRIPTION:
            body = self._field(root, self.random.choice(list(root.fields)), 4, plain=True)
        else:
            body = self._selections(root, 5)
        declared = ", ".join(f"${name}: {type_}" for name, type_ in self.declared.items())
        head = f"{kind.value} Walk{f'({declared})' if declared else ''}"
        fragments = [
            f"fragment {name} on {type_} {{ {text} }}" for name, (type_, text) in self.fragments.items()
        ]
        return "\n".join([f"{head} {{ {body} }}", *fragments])

    def _selections(self, type_: Any, depth: int) -> str:
        chosen = [self._selection(type_, depth) for _ in range(self.random.randint(1, 4))]
        if self.random.random() < 0.2:
            chosen += self.random.sample(chosen, 1)
        return " ".join(chosen)

    def _selection(self, type_: Any, depth: int) -> str:
        roll = self.random.random()
        if roll < 0.12 and depth > 1:
            return self._spread(type_, depth)
        if (roll < 0.3 or (is_abstract_type(type_) and roll < 0.8)) and depth > 1:
            on = self._condition(type_)
            text = self._selections(on, depth - 1)
            return f"... {f'on {on.name}' if on is not type_ or roll < 0.2 else ''}{self._directive()} {{ {text} }}"
        names = [] if type_ is None or not hasattr(type_, "fields") else list(type_.fields)
        names = [
            name
            for name in names
            if depth > 1 or not is_composite_type(get_named_type(type_.fields[name].type))
        ]
        if not names or roll > 0.95:
            return "__typename" + self._directive()
        return self._field(type_, self.random.choice(names), depth)

    def _condition(self, type_: Any) -> Any:
        near = [type_]
        if is_abstract_type(type_):
            near += self.schema.get_possible_types(type_)
        if is_object_type(type_) or is_interface_type(type_):
            near += type_.interfaces
        return self.random.choice(near)

    def _spread(self, type_: Any, depth: int) -> str:
        on = self._condition(type_)
        known = [name for name, (of, _) in self.fragments.items() if of == on.name]
        if known and self.random.random() < 0.4:
            return f"...{self.random.choice(known)}{self._directive()}"
        text = self._selections(on, depth - 1)
        name = f"F{len(self.fragments)}"
        self.fragments[name] = (on.name, text)
        return f"...{name}{self._directive()}"

    def _directive(self) -> str:
        if self.random.random() > 0.15:
            return ""
        name = self.random.choice(["skip", "include"])
        if self.random.random() < 0.3:
            return f" @{name}(if: {self.random.choice(['true', 'false'])})"
        variable = f"b{self.random.randrange(3)}"
        if variable not in self.declared:
            self.declared[variable] = "Boolean!"
            self.variables[variable] = self.random.random() < 0.5
        return f" @{name}(if: ${variable})"

    def _field(self, parent: GraphQLObjectType, name: str, depth: int, plain: bool = False) -> str:
        definition: GraphQLField = parent.fields[name]
        alias = "" if plain or self.random.random() < 0.7 else f"{name}{self.random.randrange(2)}: "
        named = get_named_type(definition.type)
        below = f" {{ {self._selections(named, depth - 1)} }}" if is_composite_type(named) else ""
        return f"{alias}{name}{self._arguments(definition)}{'' if plain else self._directive()}{below}"

    def _arguments(self, definition: GraphQLField) -> str:
        given = [
            f"{name}: {self._argument(argument.type)}"
            for name, argument in definition.args.items()
            if is_required_argument(argument) or self.random.random() < 0.3
        ]
        return f"({', '.join(given)})" if given else ""

    def _argument(self, type_: GraphQLInputType) -> str:
        value = self._value(type_, 3)
        if self.random.random() < 0.5:
            return self._literal(type_, value)
        name = f"v{len(self.declared)}"
        self.declared[name] = str(type_)
        if is_non_null_type(type_) or self.random.random() < 0.8:
            self.variables[name] = value
        return f"${name}"

    def _value(self, type_: Any, depth: int) -> Any:
        if is_non_null_type(type_):
            return self._value(type_.of_type, depth)
        if self.random.random() < 0.1 and depth < 3:
            return self._required(type_, depth)
        if is_list_type(type_):
            return [self._value(type_.of_type, depth) for _ in range(self.random.randrange(3))]
        return self._required(type_, depth)

    def _required(self, type_: Any, depth: int) -> Any:
        if is_list_type(type_):
            return []
        if is_enum_type(type_):
            return self.random.choice(list(type_.values))
        if is_input_object_type(type_):
            return self._object(type_, depth)
        return self.scalars[type_.name](self.random)

    def _object(self, type_: Any, depth: int) -> dict[str, Any]:
        if type_.is_one_of:
            name = self.random.choice(list(type_.fields))
            return {name: self._required(get_named_type(type_.fields[name].type), depth)}
        return {
            name: self._value(one.type, depth - 1)
            for name, one in type_.fields.items()
            if is_required_input_field(one) or (depth > 0 and self.random.random() < 0.5)
        }

    def _literal(self, type_: Any, value: Any) -> str:
        if is_non_null_type(type_):
            return self._literal(type_.of_type, value)
        if value is None:
            return "null"
        if is_list_type(type_) and isinstance(value, list):
            return f"[{', '.join(self._literal(type_.of_type, one) for one in value)}]"
        if is_input_object_type(type_):
            pairs = (f"{name}: {self._literal(type_.fields[name].type, one)}" for name, one in value.items())
            return f"{{{', '.join(pairs)}}}"
        return str(value) if isinstance(type_, GraphQLEnumType) else json.dumps(value)
