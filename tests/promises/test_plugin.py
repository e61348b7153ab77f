"""The plugin, run by pytest on small suites of their own."""

import pytest

pytest_plugins = ["pytester"]

PAGE = """
## 4. Sending
- **4.1** A built one.
- **4.2** Another built one.
- **4.3** A later one. *(planned)*
"""
INI = """
[pytest]
testpaths = tests
addopts = -p tests.promises.plugin
markers = shows(*promises): the promises that this test shows
"""
BOTH = 'import pytest\n@pytest.mark.shows("4.1", "4.2")\ndef test_both(): pass\n'
ONE = 'import pytest\n@pytest.mark.shows("4.1")\ndef test_one(): pass\n'


@pytest.fixture
def suite(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # each run would import them all again
    pytester.makefile(".ini", pytest=INI)
    pytester.mkdir("docs").joinpath("behaviour.md").write_text(PAGE, encoding="utf-8")
    pytester.mkdir("tests")
    return pytester


def run(suite: pytest.Pytester, test: str, *args: str) -> pytest.RunResult:
    suite.path.joinpath("tests", "test_it.py").write_text(test, encoding="utf-8")
    return suite.runpytest_inprocess(*args)


def test_suite_that_shows_all_that_is_built_passes(suite: pytest.Pytester) -> None:
    result = run(suite, BOTH)

    assert result.ret == pytest.ExitCode.OK
    result.stdout.no_fnmatch_line("*promises*that*")


def test_built_promise_without_a_test_fails_the_run(suite: pytest.Pytester) -> None:
    result = run(suite, ONE)

    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["*promises that no test shows*", "4.2 Another built one."])
    result.stdout.no_fnmatch_line("4.1 *")
    result.stdout.no_fnmatch_line("4.3 *")


@pytest.mark.parametrize("args", [["tests"], ["."], ["--collect-only"]])
def test_whole_suite_by_another_name_is_held_to_the_page(suite: pytest.Pytester, args: list[str]) -> None:
    assert run(suite, ONE, *args).ret == pytest.ExitCode.TESTS_FAILED


@pytest.mark.parametrize(
    "args",
    [
        ["tests/test_it.py"],
        ["-k", "one"],
        ["-m", "shows"],
        ["--deselect", "tests/test_it.py::test_other"],
        ["--ignore", "tests/test_other.py"],
        ["--ignore-glob", "*other.py"],
    ],
)
def test_part_of_the_suite_need_not_show_all(suite: pytest.Pytester, args: list[str]) -> None:
    result = run(suite, ONE + "def test_other(): pass\n", *args)

    assert result.ret == pytest.ExitCode.OK
    result.stdout.no_fnmatch_line("*promises that no test shows*")


@pytest.mark.parametrize(
    ("test", "args", "status"),
    [
        (BOTH, [], pytest.ExitCode.OK),
        (ONE, [], pytest.ExitCode.TESTS_FAILED),
        (ONE + "def test_other(): pass\n", ["-k", "one"], pytest.ExitCode.OK),
    ],
    ids=["all", "one", "part"],
)
def test_workers_are_held_to_the_page_as_one_run(
    suite: pytest.Pytester, test: str, args: list[str], status: pytest.ExitCode
) -> None:
    result = run(suite, test, "-p", "xdist.plugin", "-n", "2", *args)

    assert result.ret == status
    unshown = [line for line in result.outlines if line == "4.2 Another built one."]
    assert len(unshown) == (status == pytest.ExitCode.TESTS_FAILED)


def test_last_failed_need_not_show_all(suite: pytest.Pytester) -> None:
    run(suite, ONE)

    assert suite.runpytest_inprocess("--lf").ret == pytest.ExitCode.OK


@pytest.mark.parametrize("number", ['"4.9"', "4.1", '"4"', '"4.01"'])
@pytest.mark.parametrize("args", [[], ["-k", "nothing"], ["tests/test_it.py"]])
def test_unknown_number_fails_collection(suite: pytest.Pytester, number: str, args: list[str]) -> None:
    result = run(suite, ONE.replace('"4.1"', number), *args)

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    line = (
        f"ERROR: tests/test_it.py::test_one shows {number.replace(chr(34), chr(39))}, which docs/behaviour.md"
    )
    assert [one for one in result.errlines if one] == [f"{line} does not promise"]


def test_planned_promise_that_is_shown_is_listed(suite: pytest.Pytester) -> None:
    result = run(suite, BOTH.replace('"4.1"', '"4.1", "4.3"'))

    assert result.ret == pytest.ExitCode.OK
    result.stdout.fnmatch_lines(["*promises shown but still planned*", "4.3 A later one."])


def test_marks_of_module_and_class_count(suite: pytest.Pytester) -> None:
    test = 'import pytest\npytestmark = pytest.mark.shows("4.1")\n@pytest.mark.shows("4.2")\nclass TestIt:\n'

    assert run(suite, test + "    def test_both(self): pass\n").ret == pytest.ExitCode.OK


def test_suite_that_does_not_import_is_told_of_that_alone(suite: pytest.Pytester) -> None:
    result = run(suite, "import nothing_of_this_name\n")

    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.no_fnmatch_line("*promises that no test shows*")


def test_page_with_an_item_without_number_is_refused(suite: pytest.Pytester) -> None:
    suite.path.joinpath("docs", "behaviour.md").write_text("- A promise.\n", encoding="utf-8")

    result = run(suite, BOTH)

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(
        ["ERROR: docs/behaviour.md has an item that is no numbered promise: - A promise."]
    )
