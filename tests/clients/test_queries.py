"""`queries/` as a package: its typed documents are those of the operations, and hold under `tsc --strict`."""

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from graphql import (
    DocumentNode,
    NonNullTypeNode,
    OperationDefinitionNode,
    TypeInfo,
    ValidationContext,
    is_non_null_type,
    parse,
)

from tests.printed import SCHEMA

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "queries"
TYPED = PACKAGE / "typed"
BIN = PACKAGE / "node_modules" / ".bin"

installed = pytest.mark.skipif(
    not shutil.which("node") or not (PACKAGE / "node_modules").exists(), reason="run npm ci in queries first"
)


def test_the_typed_documents_are_those_of_the_operations() -> None:
    """Without node: the build notes the sums of all that it is made of."""
    lines = (TYPED / "SOURCES.sha256").read_text().splitlines()
    noted = {(name, sum) for sum, name in (line.split() for line in lines)}
    names = [path.name for path in PACKAGE.glob("*.graphql")]
    sources = ["../schema.graphql", *names, "codegen.ts", "tsconfig.json", "package-lock.json"]
    made_of = {(name, hashlib.sha256((PACKAGE / name).read_bytes()).hexdigest()) for name in sources}
    changed = sorted({name for name, _ in noted ^ made_of})
    assert not changed, f"queries/typed is older than {', '.join(changed)}: run make typed and commit it"


def test_a_variable_that_its_type_lets_be_null_may_be_null() -> None:
    """Without node: TypeScript takes `orderBy: null` for `$orderBy: RequestOrder`, so the argument must too."""
    refused = {one for path in PACKAGE.glob("*.graphql") for one in _refused(parse(path.read_text()))}
    assert refused == set()


FACE = "avatarUrl displayName id isVerified username"
LISTS = {
    "inbox": "peer",
    "requests": "sender",
    "sentRequests": "recipient",
    "blockedUsers": "node",
    "people": "node",
}
"""The lists of people, and the field of each row that is one."""


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_people_shows_the_face_of_each(name: str) -> None:
    text = (PACKAGE / f"{name}.graphql").read_text()
    person = text.partition(f"{LISTS[name]} {{")[2]
    assert set(FACE.split()) <= set(person.partition("}")[0].split())


def _refused(document: DocumentNode) -> Iterator[str]:
    """Nullable variables where null is no value."""
    context = ValidationContext(SCHEMA, document, TypeInfo(SCHEMA), lambda error: None)
    for operation in document.definitions:
        if not isinstance(operation, OperationDefinitionNode):
            continue
        nullable = {
            one.variable.name.value
            for one in operation.variable_definitions or ()
            if not isinstance(one.type, NonNullTypeNode)
        }
        for usage in context.get_recursive_variable_usages(operation):
            if usage.node.name.value in nullable and is_non_null_type(usage.type):
                yield f"{operation.name and operation.name.value}: ${usage.node.name.value}"


@installed
def test_a_build_gives_the_committed_files(tmp_path: Path) -> None:
    copy = tmp_path / "queries"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("node_modules", "typed", "build"))
    (copy / "node_modules").symlink_to(PACKAGE / "node_modules")
    (copy / "typed").mkdir()
    shutil.copy(ROOT / "schema.graphql", tmp_path)
    run(["npm", "run", "build"], copy)
    made = {path.name: path.read_bytes() for path in (copy / "typed").iterdir()}
    assert made == {path.name: path.read_bytes() for path in TYPED.iterdir()}


USE = """
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { AcceptRequestsDocument, EventsDocument, InboxDocument } from 'doorstep-queries'

declare function run<R, V>(document: TypedDocumentNode<R, V>, variables: V): R

const page = run(InboxDocument, { first: 20 })
export const names: string[] = page.inbox?.edges.map(({ node }) => node.peer.displayName) ?? []
// @ts-expect-error: no such field
page.inbox?.rows
// @ts-expect-error: a number
run(InboxDocument, { first: '20' })

const asOf = page.inbox?.eventCursor ?? ''
run(AcceptRequestsDocument, { input: { asOf, requests: { ids: ['x'] } } })
run(AcceptRequestsDocument, { input: { asOf, requests: { filter: { all: true } } } })
// @ts-expect-error: ids or a filter
run(AcceptRequestsDocument, { input: { asOf, requests: { ids: ['x'], filter: { all: true } } } })
// @ts-expect-error: one of them
run(AcceptRequestsDocument, { input: { asOf, requests: {} } })

const item = run(EventsDocument, { after: asOf }).events
export const text: string | undefined = item?.__typename === 'MessageAdded' ? item.message.text : undefined
"""


@installed
@pytest.mark.parametrize("module", ["NodeNext", "ESNext"])
def test_a_strict_project_can_use_the_package(tmp_path: Path, module: str) -> None:
    project = installing(tmp_path)
    (project / "use.ts").write_text(USE)
    resolution = "NodeNext" if module == "NodeNext" else "Bundler"
    tsc = [f"{BIN}/tsc", "--strict", "--noEmit", "--target", "ES2022", "use.ts"]
    run([*tsc, "--module", module, "--moduleResolution", resolution], project)


HASHES = """
import { createHash } from 'node:crypto'
import { print } from 'graphql'
import * as documents from 'doorstep-queries'
const operations = Object.values(documents).filter(({ definitions }) => definitions[0].kind === 'OperationDefinition')
const hashes = operations.map((one) => createHash('sha256').update(print(one)).digest('hex'))
console.log(JSON.stringify(hashes))
"""


@installed
def test_each_document_is_a_trusted_one_by_its_hash(tmp_path: Path) -> None:
    project = installing(tmp_path)
    (project / "hashes.mjs").write_text(HASHES)
    hashes = json.loads(run(["node", "hashes.mjs"], project))
    assert sorted(hashes) == sorted(json.loads((PACKAGE / "persisted-documents.json").read_text()))


GIT = ["git", "-c", "user.name=x", "-c", "user.email=x@example.com"]
SDL = "type Query {\n  kept: String\n  gone(first: Int): String\n}\n"


@installed
@pytest.mark.parametrize(
    ("changes", "line", "passes"),
    [
        (("gone", "come"), "", False),
        (("gone", "come"), "`Query.gone` is `Query.come`.", True),
        (("first: Int", "first: Int!"), "`Query.gone` changed.", False),
        (("first: Int", "first: Int!"), "`Query.gone.first` is required.", True),
        (("kept", "more: String\n  kept"), "", True),
    ],
)
def test_a_breaking_change_must_be_named_in_the_changelog(
    tmp_path: Path, changes: tuple[str, str], line: str, passes: bool
) -> None:
    """The names of an older entry do not count."""
    (tmp_path / "queries").symlink_to(PACKAGE)
    (tmp_path / "schema.graphql").write_text(SDL)
    (tmp_path / "CHANGELOG.md").write_text(
        "- `Query.kept` and `Query.gone` and `Query.gone.first` are new.\n"
    )
    for command in (["init", "-q"], ["add", "schema.graphql", "CHANGELOG.md"], ["commit", "-qm", "x"]):
        run([*GIT, *command], tmp_path)
    (tmp_path / "schema.graphql").write_text(SDL.replace(*changes))
    with (tmp_path / "CHANGELOG.md").open("a") as changelog:
        changelog.write(f"- {line}\n")
    diff = [f"{BIN}/graphql-inspector", "diff", "git:HEAD:./schema.graphql"]
    command = [*diff, "schema.graphql", "--rule", "queries/changelog.js"]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, env=os.environ | {"BASE": "HEAD"}
    )
    assert (done.returncode == 0) is passes, done.stdout + done.stderr


def installing(folder: Path) -> Path:
    """A project that has the package."""
    modules = folder / "node_modules"
    modules.mkdir()
    (modules / "doorstep-queries").symlink_to(PACKAGE)
    for name in ("graphql", "@graphql-typed-document-node"):
        (modules / name).symlink_to(PACKAGE / "node_modules" / name)
    (folder / "package.json").write_text('{"type": "module"}')
    return folder


def run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=os.environ)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
