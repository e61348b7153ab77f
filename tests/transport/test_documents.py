"""Documents by hash, over every transport; and a service where only trusted ones may run."""

import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from graphql import parse, print_ast

from server.app import assemble
from server.assets import QUERIES
from server.costs import Limits
from server.documents import MISMATCH, MOST, UNTRUSTED, Documents, Mode, canonical
from server.documents import NOT_FOUND as UNKNOWN_HASH
from server.rates import Rates
from server.settings import Settings
from server.transport.wire import Runner
from tests.databases import PATIENCE
from tests.services import listening
from tests.transport.servers import PROTOCOL, SECRET

PING = "{ __typename }"
VIEWER = (QUERIES / "viewer.graphql").read_text()
NOT_FOUND = ("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def persisted(hash: object, version: object = 1) -> dict[str, Any]:
    return {"extensions": {"persistedQuery": {"version": version, "sha256Hash": hash}}}


@asynccontextmanager
async def served(folder: Path, **chosen: Any) -> AsyncIterator[str]:
    """The whole service on a file of its own, outside a demo."""
    settings = Settings(
        database_url=f"sqlite:///{folder / 'doorstep.db'}", jwt_secret=SECRET, port=0, **chosen
    )
    async with listening(Runner(await assemble(settings))) as url:
        yield f"{url}/graphql"


@pytest.fixture(scope="module", params=["open", "trusted"])
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
async def url(tmp_path_factory: pytest.TempPathFactory, mode: str) -> AsyncIterator[str]:
    async with served(tmp_path_factory.mktemp("documents"), documents=mode) as url:
        yield url


@pytest.fixture(scope="module")
async def unchosen(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """A service whose operator chose no mode."""
    async with served(tmp_path_factory.mktemp("documents")) as url:
        yield url


async def post(url: str, **body: Any) -> tuple[int, Any]:
    headers = {"Accept": "application/graphql-response+json"}
    async with aiohttp.ClientSession() as client, client.post(url, json=body, headers=headers) as answer:
        return answer.status, await answer.json()


async def code(url: str, **body: Any) -> tuple[str, str]:
    _, answer = await post(url, **body)
    [error] = answer["errors"]
    return error["extensions"]["code"], error["message"]


def own(text: str) -> Mapping[str, Any]:
    return {"documentId": sha(text)}


@pytest.mark.parametrize(
    "named",
    [
        own(VIEWER),
        {"documentId": f"sha256:{sha(VIEWER)}"},
        persisted(sha(VIEWER)),
        own(print_ast(parse(VIEWER))),
        {"query": VIEWER},
        {"query": VIEWER, **persisted(sha(VIEWER))},
        {"query": VIEWER.replace("viewer {", "viewer { __typename ", 1)},
        {"query": "# a comment\n" + print_ast(parse(VIEWER)).replace("\n", " ")},
    ],
)
async def test_an_own_operation_runs_however_it_is_named(url: str, named: dict[str, Any]) -> None:
    _, answer = await post(url, **named)
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["UNAUTHENTICATED"], "it ran"


async def test_a_get_names_it_too(url: str) -> None:
    async with aiohttp.ClientSession() as client:
        extensions = json.dumps(persisted(sha(VIEWER))["extensions"])
        for query in ({"documentId": sha(VIEWER)}, {"extensions": extensions}):
            async with client.get(url, params=query) as answer:
                [error] = (await answer.json())["errors"]
                assert error["extensions"]["code"] == "UNAUTHENTICATED"


async def test_a_mutation_by_hash_is_not_read_by_get(url: str) -> None:
    text = (QUERIES / "block.graphql").read_text()
    async with aiohttp.ClientSession() as client, client.get(url, params={"documentId": sha(text)}) as answer:
        assert (answer.status, answer.headers["Allow"]) == (405, "POST")


async def test_a_socket_names_it_too(url: str) -> None:
    async with aiohttp.ClientSession() as client, client.ws_connect(url, protocols=[PROTOCOL]) as ws:
        await ws.send_json({"type": "connection_init"})
        await ws.receive_json(timeout=PATIENCE)
        for id, payload in (("a", own(VIEWER)), ("b", persisted("f" * 64)), ("c", persisted(sha(VIEWER)))):
            await ws.send_json({"type": "subscribe", "id": id, "payload": payload})
            message = await ws.receive_json(timeout=PATIENCE)
            errors = message["payload"] if message["type"] == "error" else message["payload"]["errors"]
            wanted = NOT_FOUND[0] if id == "b" else "UNAUTHENTICATED"
            assert [error["extensions"]["code"] for error in errors] == [wanted]
            if message["type"] == "next":
                await ws.receive_json(timeout=PATIENCE)


@pytest.mark.shows("15.20")
async def test_an_unknown_hash_makes_clients_send_the_text(url: str, mode: str) -> None:
    hash = sha(PING)
    assert await code(url, **persisted(hash)) == NOT_FOUND
    _, answer = await post(url, query=PING, **persisted(hash))
    if mode == "open":
        assert answer == {"data": {"__typename": "Query"}}
        assert (await post(url, **persisted(hash)))[1] == answer
        assert (await post(url, documentId=hash))[1] == answer
    else:
        [error] = answer["errors"]
        assert error["extensions"]["code"] == "UNTRUSTED_DOCUMENT"
        assert "DOORSTEP_DOCUMENTS=open" in error["message"]
        assert "docs/documents.md" in error["message"]
        assert await code(url, **persisted(hash)) == NOT_FOUND


@pytest.mark.shows("15.19")
@pytest.mark.parametrize(
    "text",
    [
        PING,
        "query { viewer { id } }",
        "{ __schema { types { name } } }",
        VIEWER.replace("dmAudience", "dmAudience again: dmAudience"),
        VIEWER.replace("viewer {", "viewer { n: __typename", 1),
        VIEWER + PING,
        "{",
        "",
    ],
)
async def test_only_what_is_registered_is_trusted(unchosen: str, text: str) -> None:
    status, answer = await post(unchosen, query=text)
    assert status == 400
    if text:
        assert [error["extensions"]["code"] for error in answer["errors"]] == ["UNTRUSTED_DOCUMENT"]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (persisted(sha(PING), version=2), "persistedQuery.version must be 1."),
        (persisted(sha(PING), version="1"), "persistedQuery.version must be 1."),
        (persisted(None), "persistedQuery.sha256Hash must be a hash."),
        (persisted(""), "persistedQuery.sha256Hash must be a hash."),
        (persisted(7), "sha256Hash is of a wrong type."),
        (persisted("f" * 129), "The document's hash is too long."),
        ({"documentId": "f" * 129}, "The document's hash is too long."),
        ({"documentId": 7}, "documentId is of a wrong type."),
        ({"documentId": ""}, "query must be a document, or documentId its hash."),
        ({"extensions": []}, "extensions is of a wrong type."),
        ({"extensions": {"persistedQuery": "x"}}, "persistedQuery is of a wrong type."),
        ({"extensions": {"persistedQuery": {}}}, "persistedQuery.version must be 1."),
        ({"extensions": {}}, "query must be a document, or documentId its hash."),
        ({"query": 7, **persisted(sha(PING))}, "query is of a wrong type."),
        ({}, "query must be a document, or documentId its hash."),
    ],
)
async def test_what_is_malformed_is_a_bad_request(url: str, body: dict[str, Any], message: str) -> None:
    assert await code(url, **body) == ("BAD_REQUEST", message)


@pytest.mark.parametrize("hash", ["0", "g" * 64, "F" * 64, "\x00", "é" * 100, "../../etc/passwd"])
async def test_a_hash_that_is_none_is_not_found(url: str, hash: str) -> None:
    assert await code(url, **persisted(hash)) == NOT_FOUND


def test_a_text_with_the_hash_of_another_is_refused() -> None:
    documents = Documents({}, "open", texts=[VIEWER])
    for hash in (sha("else"), sha(VIEWER)):
        assert documents.text_of(PING, hash) is MISMATCH
    assert Documents({}, "trusted", texts=[VIEWER]).text_of(PING, sha(VIEWER)) is UNTRUSTED


@pytest.mark.parametrize("mode", ["open", "trusted"])
def test_documents_that_are_not_read_yet_are_found(mode: Mode) -> None:
    printed = print_ast(parse(VIEWER))
    for form in (VIEWER, printed, "else"):
        documents = Documents({}, mode, texts=[PING, VIEWER])
        assert documents.text_of("", sha(form)) == (UNKNOWN_HASH if form == "else" else VIEWER)
        assert documents.text_of(printed, sha(printed)) == printed


@pytest.mark.parametrize("mode", ["open", "trusted"])
def test_a_registered_name_may_come_with_the_text_that_a_cache_made(mode: Mode) -> None:
    documents = Documents({"a name": VIEWER}, mode)
    sent = VIEWER.replace("viewer {", "viewer { __typename ", 1)
    assert documents.text_of(sent, "a name") == sent


def test_what_is_not_trusted_counts_before_it_is_parsed() -> None:
    documents = Documents({}, "trusted", Limits(source=2_000), [VIEWER])
    assert documents.new(VIEWER) == len(VIEWER)
    documents.text_of(VIEWER, "")
    assert documents.new(VIEWER) == 0
    assert documents.new("{ a }" * 10_000) == 2_000
    assert Documents({}, "open").new(VIEWER) == 0


async def test_documents_that_are_not_trusted_are_limited(tmp_path: Path) -> None:
    async with served(tmp_path, rates=Rates(refused=3)) as url:
        codes = [(await code(url, query=f"{{ a{number} }}"))[0] for number in range(5)]
    assert codes == ["UNTRUSTED_DOCUMENT"] * 3 + ["RATE_LIMITED"] * 2


async def test_an_unknown_hash_is_no_refused_document(tmp_path: Path) -> None:
    async with served(tmp_path, documents="open", rates=Rates(refused=1)) as url:
        for number in range(4):
            assert await code(url, **persisted(sha(str(number)))) == NOT_FOUND
        assert (await post(url, query=PING))[0] == 200


def test_what_clients_register_is_bounded() -> None:
    documents = Documents({}, "open")
    for number in range(10 * MOST):
        text = f"{{ a{number}: __typename }}"
        assert documents.text_of(text, sha(text)) == text
    assert len(documents._sent) == MOST
    assert documents.text_of("", sha(text)) == text


def test_what_is_too_long_is_not_kept() -> None:
    documents = Documents({}, "open", Limits(source=20))
    text = "{ a: __typename, b: __typename }"
    assert documents.text_of(text, sha(text)) == text
    assert not documents._sent


def test_variants_of_a_trusted_document_are_kept_to_a_bound() -> None:
    documents = Documents({}, "trusted", texts=[VIEWER])
    for number in range(MOST + 10):
        assert isinstance(documents.text_of(VIEWER + " " * number, ""), str)
    assert len(documents._found) == MOST


def test_only_typenames_and_space_make_no_difference() -> None:
    same = ["{a{b}}", "query { a { __typename b } __typename }", "{ a { b __typename } } # c"]
    other = [
        "{ a { b c } }",
        "{ a { c: b } }",
        "query N { a { b } }",
        "{ a { n: __typename b } }",
        "{ a(x: 1) { b } }",
    ]
    assert len({canonical(text, Limits()) for text in same}) == 1
    assert canonical(same[0], Limits()) not in {canonical(text, Limits()) for text in other}
    assert canonical("{ a { __typename } }", Limits()) == canonical("{a{__typename}}", Limits())
    assert canonical("{" * 10_000, Limits()) is None
