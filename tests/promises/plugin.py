"""A pytest plugin that holds docs/behaviour.md and the tests that show its promises together."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.promises.page import PAGE, Promise, read_promises

NARROWING_OPTIONS = ("ignore", "ignore_glob", "lf")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Promises(config), "promises")


class Promises:
    """The promises of the page, and those that the collected tests show."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        page = (config.rootpath / PAGE).read_text(encoding="utf-8")
        self._promises = {promise.number: promise for promise in read_promises(page)}
        self._shown: set[object] = set()
        self._whole = _asks_for_all(config)
        self._output: dict[str, Any] | None = getattr(config, "workeroutput", None)

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: Sequence[pytest.Item]) -> None:
        """Refuses unknown numbers in every test of the selection, before any is deselected."""
        wrong = [
            f"{item.nodeid} shows {number!r}, which {PAGE} does not promise"
            for item in items
            for number in _numbers(item)
            if number not in self._promises
        ]
        if wrong:
            raise pytest.UsageError("\n".join(wrong))

    def pytest_deselected(self) -> None:
        self._whole = False

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self._shown = {number for item in session.items for number in _numbers(item)}
        self._whole = self._whole and not session.testsfailed
        if self._output is not None:
            self._output["promises"] = (list(self._shown), self._whole)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Each worker of pytest-xdist collects the whole selection; who started them collects nothing."""
        shown, whole = getattr(node, "workeroutput", {}).get("promises", ((), False))
        self._shown |= set(shown)
        self._whole = self._whole and whole

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        if exitstatus == pytest.ExitCode.OK and self._unshown():
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        _list(terminalreporter, "promises that no test shows", self._unshown())
        _list(terminalreporter, "promises shown but still planned", self._early())

    def _unshown(self) -> list[Promise]:
        """Built promises without a test; none as long as only a part of the suite was collected."""
        if not self._whole:
            return []
        return [one for one in self._promises.values() if one.built and one.number not in self._shown]

    def _early(self) -> list[Promise]:
        return [one for one in self._promises.values() if not one.built and one.number in self._shown]


def _numbers(item: pytest.Item) -> Iterator[object]:
    for mark in item.iter_markers("shows"):
        yield from mark.args


def _asks_for_all(config: pytest.Config) -> bool:
    """Whether the command line leaves no test of testpaths out (deselection is seen later)."""
    if any(config.getoption(option, default=None) for option in NARROWING_OPTIONS):
        return False
    asked = {Path(config.invocation_params.dir, argument).resolve() for argument in config.args}
    wanted = [(config.rootpath / path).resolve() for path in config.getini("testpaths")]
    return all(any(path.is_relative_to(one) for one in asked) for path in wanted)


def _list(reporter: pytest.TerminalReporter, title: str, promises: Sequence[Promise]) -> None:
    if not promises:
        return
    reporter.section(title)
    for promise in promises:
        reporter.line(f"{promise.number} {promise.text}")
