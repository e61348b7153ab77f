"""GraphQL operations of a Strawberry or graphql-core schema, compiled once to Python.

The answers are those of graphql-core; docs/execution.md says what is compiled and what is left to it.
"""

from execution.acceptance import is_surely_valid
from execution.columns import column, pure
from execution.executors import Compilations, CompiledExecutor
from execution.lists import Columns, getter_of, reader_of
from execution.operations import Compiled, Operation, compile_operation, fragments_of
from execution.resolvers import Announced

__all__ = [
    "Announced",
    "Columns",
    "Compilations",
    "Compiled",
    "CompiledExecutor",
    "Operation",
    "column",
    "compile_operation",
    "fragments_of",
    "getter_of",
    "is_surely_valid",
    "pure",
    "reader_of",
]
