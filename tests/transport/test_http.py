"""HTTP: accepted and refused requests, and the form of answers."""

import asyncio
from typing import Any
from urllib.parse import quote

import pytest

from tests.databases import PATIENCE
from tests.transport.answers import JSON, OK, code_of, still_answers
from tests.transport.servers import Server, Starter, make_token


@pytest.mark.parametrize(
    ("parameters", "code"),
    [
        ({"query": "query a{__typename} query b{__typename}"}, "OPERATION_RESOLUTION_FAILURE"),
        ({"query": "{__typename}", "operationName": "x"}, "OPERATION_RESOLUTION_FAILURE"),
        ({"query": "{__typename}", "operationName": ""}, "OPERATION_RESOLUTION_FAILURE"),
        ({"query": "subscription{count}"}, "BAD_REQUEST"),
        ({"query": "{"}, "GRAPHQL_PARSE_FAILED"),
        ({"query": "{nothing}"}, "GRAPHQL_VALIDATION_FAILED"),
        ({"query": "query($n:Int!){add(number:$n)}"}, "BAD_USER_INPUT"),
        ({"query": "query($n:Int!){add(number:$n)}", "variables": {"n": "1"}}, "BAD_USER_INPUT"),
        ({"query": "query($n:Int!){add(number:$n)}", "variables": {"n": 2**31}}, "BAD_USER_INPUT"),
        ({"query": "query($n:Int!){add(number:$n)}", "variables": {"n": 2**70}}, "BAD_USER_INPUT"),
        ({"query": "query($w:Wish!){wish(wish:$w)}", "variables": {"w": {"txt": 1}}}, "BAD_USER_INPUT"),
        ({"query": "query($w:Wish!){wish(wish:$w)}", "variables": {"w": [[[[]]]]}}, "BAD_USER_INPUT"),
    ],
)
async def test_an_operation_that_never_ran_has_no_data(
    server: Server, logged: list[Any], parameters: dict[str, Any], code: str
) -> None:
    for accept, status in (("application/json", 200), ("application/graphql-response+json", 400)):
        async with server.client.post(server.url, json=parameters, headers={"Accept": accept}) as answer:
            result = await answer.json()
            assert answer.status == status
            assert answer.headers["Content-Type"] == f"{accept}; charset=utf-8"
            assert result.keys() == {"errors"}
            assert {error["extensions"]["code"] for error in result["errors"]} == {code}

    await still_answers(server, logged)


async def test_without_introspection_values_get_no_suggestions(start: Starter) -> None:
    server = await start(introspection=False)

    result = await server.post("query($w:Wish!){wish(wish:$w)}", variables={"w": {"txt": 1}})

    assert "Did you mean" not in str(result)


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("application/*", "application/json"),
        ("application/graphql-response+json, application/json", "application/graphql-response+json"),
        ("application/json, application/graphql-response+json", "application/graphql-response+json"),
        ("application/graphql-response+json;q=0.5, application/json", "application/json"),
        ("application/graphql-response+json, application/json;q=0.9", "application/graphql-response+json"),
        ("application/json;q=0, */*", "application/graphql-response+json"),
        ("text/html, */*;q=0.1", "application/json"),
        ("APPLICATION/JSON", "application/json"),
        (
            "application/json;q=x, application/graphql-response+json;q=0.1",
            "application/graphql-response+json",
        ),
    ],
)
async def test_the_answer_is_of_the_media_type_asked_for(server: Server, accept: str, media: str) -> None:
    async with server.client.post(server.url, data=OK, headers={**JSON, "Accept": accept}) as answer:
        assert (answer.status, answer.content_type) == (200, media)


async def test_get_runs_queries_and_nothing_else(server: Server) -> None:
    async with server.client.get(
        f"{server.url}?query={quote('{__typename}')}&variables={quote('{}')}"
    ) as answer:
        assert await answer.json() == {"data": {"__typename": "Query"}}
    async with server.client.get(f"{server.url}?query={quote('mutation{save}')}") as answer:
        assert (answer.status, await code_of(answer), answer.headers["Allow"]) == (
            405,
            "METHOD_NOT_ALLOWED",
            "POST",
        )
    for query in ("", "?query=", "?query=%ff", "?query={a}&variables=x", "?query={a}&variables=[]"):
        async with server.client.get(f"{server.url}{query}") as answer:
            assert answer.status in {200, 400}
            assert await code_of(answer) in {"BAD_REQUEST", "GRAPHQL_PARSE_FAILED"}
    assert not server.seen.saving.is_set()


@pytest.mark.parametrize(
    ("path", "status", "message"),
    [
        ("/graphql", 400, "Send a GraphQL document by POST, or a query in ?query=."),
        ("/", 404, "There is no page at this address. GraphQL is at /graphql."),
        ("/graphiql", 404, "There is no page at this address. GraphQL is at /graphql."),
    ],
)
async def test_a_browser_is_told_what_is_where(server: Server, path: str, status: int, message: str) -> None:
    headers = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    async with server.client.get(server.url.replace("/graphql", path), headers=headers) as answer:
        assert answer.status == status
        assert (await answer.json())["errors"][0]["message"] == message


async def test_bugs_are_masked_and_logged_with_their_id(server: Server, logged: list[Any]) -> None:
    results = [await server.post("{breaks}"), await server.post("{breaksLate}")]

    assert [result["data"] for result in results] == [{"breaks": None}, None]
    for result, line in zip(results, (line for line in logged if line["log_level"] == "error"), strict=True):
        error = result["errors"][0]
        assert error["message"] == "The service had an internal error."
        assert error["extensions"] == {"code": "INTERNAL_SERVER_ERROR", "errorId": line["error_id"]}
        assert error["path"]
        assert "secret" in str(line["exc_info"])
        assert "secret" not in str(result)


async def test_a_busy_database_is_no_bug(server: Server, logged: list[Any]) -> None:
    result = await server.post("{isBusy}")
    async with server.client.post(
        server.url, json={"query": "{me}"}, headers={"Authorization": make_token(sub="busy")}
    ) as answer:
        assert (answer.status, await code_of(answer), answer.headers["Retry-After"]) == (
            503,
            "OVERLOADED",
            "1",
        )

    assert result["errors"][0]["extensions"] == {"code": "OVERLOADED"}
    assert not [line for line in logged if "exc_info" in line]


async def test_errors_meant_for_clients_pass_as_they_are(server: Server, logged: list[Any]) -> None:
    result = await server.post("{refuses me}")

    assert result["data"] is None
    assert [error["extensions"]["code"] for error in result["errors"]] == [
        "BAD_USER_INPUT",
        "UNAUTHENTICATED",
    ]
    assert all(line["log_level"] == "info" for line in logged)


async def test_an_argument_found_wrong_late_is_the_clients(server: Server, logged: list[Any]) -> None:
    result = await server.post("query($n:Int=1){add(number:$n)}", variables={"n": None})

    assert [error["extensions"]["code"] for error in result["errors"]] == ["BAD_USER_INPUT"]
    await still_answers(server, logged)


async def test_each_operation_has_a_context_of_its_own(server: Server) -> None:
    token = make_token()
    for _ in range(2):
        assert await server.post("{me}", token) == {"data": {"me": "alice"}}

    assert len(server.seen.contexts) == 2


async def test_a_client_that_leaves_does_not_cut_a_mutation(server: Server) -> None:
    request = asyncio.create_task(server.post("mutation{save}"))
    await asyncio.wait_for(server.seen.saving.wait(), PATIENCE)
    request.cancel()
    await asyncio.gather(request, return_exceptions=True)

    server.seen.may_save.set()
    await asyncio.wait_for(server.seen.saved.wait(), PATIENCE)


async def test_answers_carry_headers_that_protect(server: Server) -> None:
    async with server.client.post(server.url, data=OK, headers=JSON) as answer:
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "Server" not in answer.headers
        assert "Access-Control-Allow-Origin" not in answer.headers


SENT_BY_CLIENTS = {
    "content-type",
    "apollographql-client-name",
    "apollographql-client-version",
    "apollo-require-preflight",
    "x-apollo-operation-name",
    "graphql-preflight",
    "last-event-id",
    "traceparent",
}


async def test_pages_of_listed_origins_may_ask(start: Starter) -> None:
    server = await start(origins=frozenset({"https://app.example"}))
    for origin, allowed in (("https://app.example", "https://app.example"), ("https://evil.example", None)):
        headers = {"Origin": origin, "Access-Control-Request-Method": "POST"}
        async with server.client.options(server.url, headers=headers) as answer:
            assert answer.status == 204
            assert answer.headers.get("Access-Control-Allow-Origin") == allowed
            named = answer.headers.get("Access-Control-Allow-Headers", "").split(", ")
            assert ({"authorization", *SENT_BY_CLIENTS} <= set(named)) == (allowed is not None)
            assert answer.headers.get("Access-Control-Max-Age") == ("7200" if allowed else None)
            assert answer.headers["Vary"] == "Origin"
        async with server.client.post(server.url, data=OK, headers={**JSON, "Origin": origin}) as answer:
            exposed = answer.headers.get("Access-Control-Expose-Headers", "")
            assert ("Retry-After" in exposed) == (allowed is not None)


async def test_a_listed_page_may_send_credentials_and_any_header(start: Starter) -> None:
    server = await start(origins=frozenset({"https://app.example"}))
    asked = "authorization,content-type,x-of-its-own"
    for origin, allowed in (("https://app.example", "true"), ("https://evil.example", None)):
        headers = {"Origin": origin, "Access-Control-Request-Headers": asked}
        async with server.client.options(server.url, headers=headers) as answer:
            assert answer.headers.get("Access-Control-Allow-Headers") == (asked if allowed else None)
            assert answer.headers.get("Access-Control-Allow-Credentials") == allowed
        async with server.client.post(server.url, data=OK, headers={**JSON, "Origin": origin}) as answer:
            assert answer.headers.get("Access-Control-Allow-Credentials") == allowed


@pytest.mark.shows("15.30")
async def test_several_operations_of_one_post_are_answered_in_order(server: Server) -> None:
    asked = [
        {"query": "{ __typename }"},
        {"query": "{ nope }"},
        {"query": "query A { a: __typename }", "operationName": "A"},
    ]
    async with server.client.post(server.url, json=asked, headers=JSON) as answer:
        assert answer.status == 200
        first, second, third = await answer.json()
    assert first["data"] == {"__typename": "Query"}
    assert second["errors"][0]["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"
    assert third["data"] == {"a": "Query"}
    for accept, status in (("text/event-stream", 406), ("text/event-stream, application/json;q=0.1", 200)):
        async with server.client.post(server.url, json=asked, headers={"Accept": accept}) as answer:
            assert (answer.status, answer.content_type) == (status, "application/json")
    for wrong in ([], [asked[0]] * 11, [asked], [{"query": ""}]):
        async with server.client.post(server.url, json=wrong, headers=JSON) as answer:
            assert answer.status == 400


async def test_an_empty_operation_name_of_an_address_is_none(server: Server) -> None:
    async with server.client.get(
        server.url, params={"query": "{ __typename }", "operationName": ""}
    ) as answer:
        assert (await answer.json())["data"] == {"__typename": "Query"}


REFUSALS = {
    401: {"Authorization": "Bearer x"},
    415: {"Content-Type": "text/plain"},
    417: {"Expect": "nothing"},
}


@pytest.mark.parametrize(("status", "headers"), REFUSALS.items())
@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("application/graphql-response+json", "application/graphql-response+json"),
        ("application/graphql-response+json,application/json;q=0.9", "application/graphql-response+json"),
        ("application/json", "application/json"),
        ("*/*", "application/json"),
        ("text/event-stream", "application/json"),
    ],
)
async def test_a_refusal_has_the_media_type_that_was_asked_for(
    server: Server, status: int, headers: dict[str, str], accept: str, media: str
) -> None:
    given = {**JSON, "Accept": accept, **headers}
    async with server.client.post(server.url, data=OK, headers=given) as answer:
        assert (answer.status, answer.content_type) == (status, media)
        assert (await answer.json(content_type=None))["errors"]


@pytest.mark.parametrize(("size", "status"), [(300_000, 413), (10, 400)])
async def test_so_has_one_of_the_body_and_the_database(server: Server, size: int, status: int) -> None:
    given = {**JSON, "Accept": "application/graphql-response+json"}
    async with server.client.post(server.url, data=b"x" * size, headers=given) as answer:
        assert (answer.status, answer.content_type) == (status, given["Accept"])
    given["Authorization"] = make_token(sub="busy")
    async with server.client.post(server.url, data=OK, headers=given) as answer:
        assert (answer.status, answer.content_type) == (503, given["Accept"])
    async with server.client.get(f"{server.url}/nowhere", headers=given) as answer:
        assert (answer.status, answer.content_type) == (404, given["Accept"])


async def test_one_line_a_request_without_what_it_says(server: Server, logged: list[Any]) -> None:
    await server.post('query Name{echo(text:"private")}', make_token())

    (line,) = logged
    assert line.keys() == {"event", "log_level", "method", "path", "status", "ms", "operation", "closed"}
    assert (line["method"], line["path"], line["status"], line["operation"]) == (
        "POST",
        "/graphql",
        200,
        "Name",
    )
