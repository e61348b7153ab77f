"""Manifests of trusted documents: what is read of them, and the one line that refuses anything else."""

import json
from pathlib import Path

import pytest

from server.documents import ManifestError, read_manifests
from tests.transport.test_documents import post, served


def files(folder: Path, *contents: str) -> Path:
    for number, content in enumerate(contents):
        (folder / f"{number}.json").write_text(content)
    return folder


async def test_a_manifest_registers_documents(tmp_path: Path) -> None:
    text = "query Mine { viewer { id } }"
    manifest = {"any name": text, "5e1f": "query Other { viewer { dmAudience } }"}
    folder = tmp_path / "manifests"
    folder.mkdir()
    async with served(tmp_path, manifests=files(folder, json.dumps(manifest))) as url:
        for body in ({"documentId": "any name"}, {"query": text}, {"documentId": "5e1f"}):
            _, answer = await post(url, **body)
            assert [error["extensions"]["code"] for error in answer["errors"]] == ["UNAUTHENTICATED"]


def test_each_form_of_a_manifest(tmp_path: Path) -> None:
    apollo = {"format": "apollo-persisted-query-manifest", "operations": [{"id": "b", "body": "{ b }"}]}
    assert read_manifests(files(tmp_path, '{"a": "{ a }"}', json.dumps(apollo))) == {
        "a": "{ a }",
        "b": "{ b }",
    }
    assert read_manifests(tmp_path / "0.json") == {"a": "{ a }"}


@pytest.mark.parametrize(
    "contents",
    [
        [""],
        ["[]"],
        ["null"],
        ["{}"],
        ['{"a": 1}'],
        ['{"a": "no document"}'],
        ['{"": "{ a }"}'],
        ['{"operations": [{"id": "a"}]}'],
        ["[" * 100_000],
        ['{"a": "{ a }"}', '{"a": "{ b }"}'],
        [],
    ],
)
def test_a_manifest_that_is_none_is_one_line(tmp_path: Path, contents: list[str]) -> None:
    with pytest.raises(ManifestError) as found:
        read_manifests(files(tmp_path, *contents))
    assert "\n" not in str(found.value)


def test_a_manifest_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ManifestError):
        read_manifests(tmp_path / "none.json")
