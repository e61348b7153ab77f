"""What the tests of clients need: node, and the packages of the matrix and of the module."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest

SUITE = Path(__file__).parent / "matrix"
NEEDED = SUITE, Path(__file__).parents[2] / "web" / "client"
Test = TypeVar("Test", bound=Callable[..., Any])


def in_node(test: Test) -> Test:
    """Skip it, with the reason, where something is missing."""
    test = pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")(test)
    for folder in NEEDED:
        reason = f"run npm ci in {folder.name} first"
        test = pytest.mark.skipif(not (folder / "node_modules").exists(), reason=reason)(test)
    return test
