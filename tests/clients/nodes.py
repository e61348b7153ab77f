"""Node, the packages of the matrix and of the module, and players that run in it."""

import shutil
import subprocess
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


def said_until(word: str, player: "subprocess.Popen[str]") -> str:
    assert player.stdout
    said = ""
    while not said.endswith(f"{word}\n") and (line := player.stdout.readline()):
        said += line
    return said


def go_on(player: "subprocess.Popen[str]") -> None:
    if player.poll() is None and player.stdin:
        player.stdin.write("\n")
        player.stdin.flush()
