"""How long the machine runs."""

import pytest

SHORT = 20


def pytest_addoption(parser: pytest.Parser) -> None:
    """Known when this folder is named on the command line, as `make model` does."""
    parser.addoption(
        "--runs", type=int, default=SHORT, help="runs of the machine; by other ways each time if set"
    )
    parser.addoption(
        "--hasty", action="store_true", help="say which run was wrong, and look for no smaller one"
    )
    parser.addoption("--keep-figures", action="store_true", help="write them to docs/model.md")
