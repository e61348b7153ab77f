"""GraphQL operations of a Strawberry or graphql-core schema, compiled once to Python.

The answers are those of graphql-core; docs/execution.md says what is compiled and what is handed over.
"""

from execution.executors import CompiledExecutor
from execution.operations import Compiled, compile_operation
from execution.variables import Variables

__all__ = ["Compiled", "CompiledExecutor", "Variables", "compile_operation"]
