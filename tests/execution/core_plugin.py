"""A pytest plugin that runs graphql-core's own tests compiled; docs/execution.md says how."""

from typing import Any

import pytest
from graphql import Executor

from execution import Compilations

COMPILATIONS = Compilations(sights=1)
counts = {"compiled": 0, "graphql-core": 0}
_execute = Executor.execute_operation


def execute_operation(self: Executor[Any], serially: bool | None = None) -> Any:
    """Execute an operation as soon as it is seen."""
    operation = None if serially else COMPILATIONS.prepared(self)
    counts["compiled" if operation else "graphql-core"] += 1
    if operation is None:
        return _execute(self, serially)
    return operation.run(self.root_value, self.context_value, self.variable_values, self)


def pytest_configure() -> None:
    Executor.execute_operation = execute_operation  # type: ignore[method-assign]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.write_line(f"operations executed: {counts}")
