"""Requests by search, filter and order; what is seen and counted is what a sweep takes."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from rules.policy import Policy
from tests.api.sending import invalid
from tests.world import Person, World

COUNT = "query ($filter: RequestFilter!, $asOf: EventCursor!) { requestCount(filter: $filter, asOf: $asOf) }"
NAMES = ("ann", "ben", "cat", "dan", "eve")


@pytest.fixture
def policy() -> Policy:
    return replace(Policy(), bucket_size=1_000, new_pairs_a_day=1_000)


async def listed(person: Person, **asked: Any) -> list[str]:
    return [node["sender"]["username"] for node in await person.nodes("requests", **asked)]


async def cursor(person: Person) -> str:
    return str((await person.run("requests"))["eventCursor"])


async def count(person: Person, filter: dict[str, Any], as_of: str | None = None) -> Any:
    return await person.run("requestCount", filter=filter, asOf=as_of or await cursor(person))


@pytest.fixture
async def wave(world: World) -> Person:
    """Requests of five: ann is found by all conditions, ben by those of his account, cat by her text."""
    me, friend, *senders = await world.cast("me", "friend", *NAMES)
    ann, ben, *_ = senders
    await me.follows(friend)
    for sender in (ann, ben):
        await friend.follows(sender)
        await sender.follows(me)
        await sender.becomes(is_verified=True)
    await ann.becomes(display_name="Zoë Müller")
    texts = ("Look at example.com, ÜBER cool", "hello", "über cool", "hello", "hello")
    for sender, text in zip(senders, texts, strict=True):
        await sender.request(me, text)
    [hidden] = await me.nodes("requests", folder="HIDDEN")
    await me.do("moveRequest", requestId=hidden["id"])
    assert await listed(me) == ["eve", "dan", "cat", "ben", "ann"]
    assert (await me.nodes("requests"))[-1]["hiddenReasons"] == []
    return me


FILTERS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["eve", "dan", "cat", "ben", "ann"]),
    ({"all": True}, ["eve", "dan", "cat", "ben", "ann"]),
    ({"mutualFollows": True}, ["ben", "ann"]),
    ({"mutualFollows": False}, ["eve", "dan", "cat"]),
    ({"followsMe": True}, ["ben", "ann"]),
    ({"followsMe": False}, ["eve", "dan", "cat"]),
    ({"verified": True}, ["ben", "ann"]),
    ({"verified": False}, ["eve", "dan", "cat"]),
    ({"hasLink": True}, ["ann"]),
    ({"hasLink": False}, ["eve", "dan", "cat", "ben"]),
    ({"text": "ÜBER COOL"}, ["cat", "ann"]),
    ({"text": "%"}, []),
    ({"text": "_ello"}, []),
    ({"text": "ell"}, ["eve", "dan", "ben"]),
    ({"search": "mull"}, ["ann"]),
    ({"search": "@D"}, ["dan"]),
    ({"search": "nobody"}, []),
    ({"notFollowedByMe": True, "verified": True, "text": "cool"}, ["ann"]),
    ({"hiddenReason": "LINK"}, []),
    ({"folder": "REQUESTS", "followsMe": False, "text": "hello"}, ["eve", "dan"]),
]


@pytest.mark.shows("5.42", "5.43")
@pytest.mark.parametrize(("filter", "found"), FILTERS, ids=[str(filter) for filter, _ in FILTERS])
async def test_what_is_seen_is_counted_and_swept(
    world: World, wave: Person, filter: dict[str, Any], found: list[str]
) -> None:
    assert await listed(wave, filter=filter) == found
    assert await listed(wave, filter=filter, folder=None, orderBy=None) == found
    assert await listed(wave, filter=filter, orderBy="OLDEST") == found[::-1]
    assert sorted(await listed(wave, filter=filter, orderBy="MUTUAL_FOLLOWS")) == sorted(found)
    if not filter:
        return
    as_of = await cursor(wave)
    assert await count(wave, filter, as_of) == len(found)
    [*others] = [name for name in NAMES if name not in found]
    late = await world.person("ann2")
    await late.request(wave, "hello, ÜBER cool")
    assert await count(wave, filter, as_of) == len(found)
    swept = await wave.do("deleteRequests", asOf=as_of, requests={"filter": filter})
    assert (swept["count"], swept["remaining"]) == (len(found), 0)
    assert sorted(await listed(wave)) == sorted([*others, "ann2"])
    assert await count(wave, filter, as_of) == 0


@pytest.mark.shows("5.42")
async def test_a_search_is_that_of_the_filter(wave: Person) -> None:
    assert await listed(wave, search="mül") == ["ann"]
    for blank in ("", " ", "\u200b\n"):
        assert await listed(wave, search=blank) == await listed(wave)
    assert await listed(wave, search="b", filter={"verified": True}) == ["ben"]
    assert await listed(wave, search="b", filter={"verified": False}) == []


@pytest.mark.shows("5.42")
@pytest.mark.parametrize("order", ["NEWEST", "OLDEST", "MUTUAL_FOLLOWS"])
async def test_pages_follow_each_other(world: World, order: str) -> None:
    me, *friends = await world.cast("me", "f1", "f2", "f3")
    for friend in friends:
        await me.follows(friend)
    expected = []
    for number in range(9):
        sender = await world.person(f"s{number}")
        for friend in friends[: number % 4]:
            await friend.follows(sender)
        await sender.request(me)
        expected.append((-(number % 4), -number))
    if order != "MUTUAL_FOLLOWS":
        expected = [(0, number if order == "OLDEST" else -number) for number in range(9)]
    names = [f"s{abs(number)}" for _, number in sorted(expected)]
    for filter in (None, {"verified": False}):
        found, after = [], None
        for has_more in (True, True, False):
            page = await me.run("requests", first=4, after=after, orderBy=order, filter=filter)
            assert page["pageInfo"]["hasNextPage"] is has_more
            found += [edge["node"]["sender"]["username"] for edge in page["edges"]]
            after = page["edges"][-1]["cursor"]
        assert found == names
    for other in {"NEWEST", "OLDEST", "MUTUAL_FOLLOWS"} - {order}:
        answer = await me.post("requests", first=4, after=after, orderBy=other)
        assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.shows("5.42")
async def test_each_folder_has_its_own(world: World, wave: Person) -> None:
    fay, gus = await world.cast("fay", "gus")
    await wave.do("updateFilterWords", words=["crypto"])
    await fay.request(wave, "crypto")
    await gus.request(wave, "crypto, and example.com")
    assert await listed(wave, folder="HIDDEN", filter={"text": "crypto"}) == ["gus", "fay"]
    assert await listed(wave, folder="HIDDEN", filter={"hasLink": True}) == ["gus"]
    assert await listed(wave, folder="HIDDEN", filter={"hiddenReason": "OWN_WORD"}, orderBy="OLDEST") == [
        "fay",
        "gus",
    ]
    assert await listed(wave, filter={"text": "crypto"}) == []
    world.clock.advance(days=91)
    assert await listed(wave, filter={"verified": True}) == []
    assert await listed(wave, folder="ARCHIVED", filter={"verified": True}) == ["ben", "ann"]
    assert await listed(wave, folder="ARCHIVED", orderBy="OLDEST") == [
        "ann",
        "ben",
        "cat",
        "dan",
        "eve",
        "fay",
        "gus",
    ]
    assert (await listed(wave, folder="ARCHIVED", orderBy="MUTUAL_FOLLOWS"))[:3] == ["ben", "ann", "gus"]
    assert await count(wave, {"folder": "ARCHIVED", "verified": True}) == 2
    assert await count(wave, {"folder": "REQUESTS"}) == 0


FOLDERS: dict[str | None, list[str]] = {
    "REQUESTS": ["r2", "r1"],
    "HIDDEN": ["h2", "h1"],
    "ARCHIVED": ["b2", "a2", "b1", "a1"],
    None: ["h2", "r2", "h1", "r1", "b2", "a2", "b1", "a1"],
}
"""The senders of the requests in each; those of ARCHIVED were in both of the others."""


@pytest.mark.shows("5.43")
@pytest.mark.parametrize("name", ["deleteRequests", "acceptRequests"])
@pytest.mark.parametrize("folder", FOLDERS)
async def test_a_sweep_of_each_folder_takes_what_was_counted(
    world: World, name: str, folder: str | None
) -> None:
    """With requests that arrive in every folder, and one that grows, between the count and the sweep."""
    me, *_ = await world.cast("me", "a1", "b1", "a2", "b2")
    await me.do("updateFilterWords", words=["crypto"])
    texts = {"a": "hello", "b": "crypto", "r": "hello", "h": "crypto"}

    async def asks(*names: str) -> None:
        for one in names:
            await world.people[one].request(me, texts[one[0]])

    await asks("a1", "b1", "a2", "b2")
    world.clock.advance(days=91)
    await world.cast("r1", "h1", "r2", "h2", "r3", "h3", "b3")
    await asks("r1", "h1", "r2", "h2", "r3", "b3")
    as_of = await cursor(me)
    filter = {"folder": folder} if folder else {"all": True}
    expected = FOLDERS[folder] + [
        one for one, of in (("r3", "REQUESTS"), ("b3", "HIDDEN")) if folder in (of, None)
    ]
    assert await count(me, filter, as_of) == len(expected)
    await asks("h3", "r3", "b3", "a2")
    found = [one for one in expected if one not in ("r3", "b3", "a2")]
    assert await count(me, filter, as_of) == len(found)
    before = {one: await listed(me, folder=one) for one in ("REQUESTS", "HIDDEN", "ARCHIVED")}
    done = await me.do(name, asOf=as_of, requests={"filter": filter})
    assert (done["count"], done["remaining"]) == (len(found), 0)
    for one, there in before.items():
        assert await listed(me, folder=one) == [sender for sender in there if sender not in found]


@pytest.mark.shows("5.45")
async def test_what_a_moved_request_had_is_hidden_no_more(world: World, wave: Person) -> None:
    [node] = await wave.nodes("requests", filter={"hasLink": True})
    assert (node["folder"], node["hiddenReasons"]) == ("REQUESTS", [])
    await wave.do("delete", id=node["id"])
    await wave.do("undoDelete", id=node["id"])
    [node] = await wave.nodes("requests", filter={"hasLink": True})
    assert (node["folder"], node["hiddenReasons"]) == ("REQUESTS", [])
    assert await count(wave, {"hiddenReason": "LINK"}) == 0


@pytest.mark.shows("5.44")
@pytest.mark.parametrize(
    ("filter", "flaw"),
    [
        ({}, ("EMPTY",)),
        ({"all": False, "notFollowedByMe": False}, ("EMPTY",)),
        ({"text": ""}, ("EMPTY",)),
        ({"text": "x" * 101}, ("TOO_LONG", 100)),
        ({"text": "a\0"}, ("BAD_CHARACTER",)),
        ({"search": "x" * 101}, ("TOO_LONG", 100)),
        ({"search": "\u200b"}, ("UNMATCHABLE",)),
        ({"search": ""}, ("EMPTY",)),
    ],
)
async def test_a_filter_that_cannot_be(world: World, wave: Person, filter: dict[str, Any], flaw: Any) -> None:
    as_of = await cursor(wave)
    async with world.unchanged():
        for name in ("deleteRequests", "acceptRequests"):
            assert await wave.do(name, asOf=as_of, requests={"filter": filter}) == invalid(
                "requests.filter", *flaw
            )
        answer = await wave.ask(COUNT, filter=filter, asOf=as_of)
        assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
        if flaw != ("EMPTY",) or "text" in filter:
            answer = await wave.post("requests", filter=filter)
            assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.shows("5.44")
async def test_what_is_no_filter_order_or_cursor(world: World, wave: Person) -> None:
    other = await world.person("other")
    wrong: list[dict[str, Any]] = [
        {"filter": {"colour": "red"}},
        {"filter": {"verified": "yes"}},
        {"filter": {"olderThan": "yesterday"}},
        {"filter": {"folder": "HIDDEN"}},
        {"filter": {"search": "a"}, "search": "b"},
        {"search": "x" * 101},
        {"search": "a\0"},
        {"orderBy": "BEST"},
    ]
    for asked in wrong:
        answer = await wave.post("requests", **asked)
        assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT", asked
    ahead = wave.world.services.sealer
    for as_of in ("a" * 32, await cursor(other)):
        answer = await wave.ask(COUNT, filter={"all": True}, asOf=as_of)
        assert answer["data"] == {"requestCount": None}
        assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    assert ahead


async def test_an_anonymous_one_counts_none(world: World) -> None:
    answer = await world.anonymous("requestCount", filter={"all": True}, asOf="a" * 32)
    assert answer["data"] == {"requestCount": None}
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


@pytest.mark.shows("5.43")
async def test_sweeps_of_many_calls_take_what_was_counted(world: World) -> None:
    """Requests arrive, grow and leave between two pages."""
    me = await world.person("me")
    senders = await world.cast(*[f"s{number}" for number in range(30)])
    for one, other in pairwise([*senders, senders[0]]):
        await one.request(me, "first")
        assert other
    as_of, filter = await cursor(me), {"text": "FIRST"}
    assert await count(me, filter, as_of) == 30
    await senders[0].request(me, "second")
    assert await count(me, filter, as_of) == 29
    world.clock.advance(seconds=1)
    await (await world.person("late")).request(me, "first")
    done = await me.do("deleteRequests", asOf=as_of, requests={"filter": filter})
    assert (done["count"], done["remaining"]) == (29, 0)
    assert await listed(me) == ["late", "s0"]
