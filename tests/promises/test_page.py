"""The page itself: numbered without a gap, section by section, with the words that others cite."""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from graphql import GraphQLObjectType

from rules.policy import Policy
from tests.printed import SCHEMA
from tests.promises.page import OF_THE_SERVICE, PAGE, Promise, read_promises

SETTINGS = {field.name for field in fields(Policy)}


@pytest.fixture(scope="module")
def page(pytestconfig: pytest.Config) -> str:
    return (pytestconfig.rootpath / PAGE).read_text(encoding="utf-8")


def test_numbers_run_without_a_gap_in_their_sections(page: str) -> None:
    assert [promise.number for promise in read_promises(page)] == list(_numbers_by_place(page))


def test_no_promise_is_there_twice(page: str) -> None:
    texts = [promise.text for promise in read_promises(page)]

    assert len(texts) == len(set(texts))


def test_sections_are_the_sixteen_of_the_page(page: str) -> None:
    assert re.findall(r"^## (\d+)\.", page, re.MULTILINE) == [str(section) for section in range(1, 17)]


def test_token_promise_keeps_the_number_that_code_cites(page: str) -> None:
    by_number = {promise.number: promise for promise in read_promises(page)}

    assert "UNAUTHENTICATED" in by_number["2.6"].text


@pytest.mark.parametrize("path", ["events", "execution", "models", "resolvers", "rules", "schema", "server"])
def test_code_cites_promises_that_exist(page: str, path: str, pytestconfig: pytest.Config) -> None:
    numbers = {promise.number for promise in read_promises(page)}

    assert set(_cited(pytestconfig.rootpath / path)) <= numbers


def test_every_setting_is_on_the_page(page: str) -> None:
    assert {name for promise in read_promises(page) for name in _settings(promise)} >= SETTINGS


@pytest.mark.parametrize("root", [SCHEMA.query_type, SCHEMA.mutation_type, SCHEMA.subscription_type], ids=str)
@pytest.mark.parametrize("path", [PAGE, "CHANGELOG.md"])
def test_every_root_field_is_on_the_page(
    root: GraphQLObjectType, path: str, pytestconfig: pytest.Config
) -> None:
    text = (pytestconfig.rootpath / path).read_text(encoding="utf-8")

    assert [name for name in root.fields if not re.search(rf"\b{name}\b", text)] == []


def test_built_promises_name_settings_that_exist(page: str) -> None:
    assert {
        name for promise in read_promises(page) if promise.built for name in _settings(promise)
    } <= SETTINGS | OF_THE_SERVICE


def test_promise_without_suffix_is_built() -> None:
    assert read_promises("- **4.7** A cap. *(planned)*\n- **4.8** A key.") == [
        Promise("4.7", "A cap.", built=False),
        Promise("4.8", "A key.", built=True),
    ]


@pytest.mark.parametrize(
    "line", ["- A cap.", "- **4** A cap.", "- **4.7**", "- **4.7.** A cap.", "- 4.7 A cap."]
)
def test_item_without_a_number_is_refused(line: str) -> None:
    with pytest.raises(pytest.UsageError, match="no numbered promise"):
        read_promises(line)


def _numbers_by_place(page: str) -> Iterator[str]:
    section = place = 0
    for line in page.splitlines():
        if line.startswith("## "):
            section, place = section + 1, 0
        elif line.startswith("- "):
            place += 1
            yield f"{section}.{place}"


def _settings(promise: Promise) -> list[str]:
    return re.findall(r"\(`([a-z_]+)`[,)]", promise.text)


def _cited(folder: Path) -> Iterator[str]:
    for file in folder.rglob("*.py"):
        for group in re.findall(
            r"behaviour(?:\.md)? ((?:\d+\.\d+(?:, | and )?)+)", file.read_text(encoding="utf-8")
        ):
            yield from re.findall(r"\d+\.\d+", group)
