"""`upsertUsers`: the host's fields and no others, all or nothing, the same again nothing."""

from dataclasses import replace
from typing import Any

import pytest

from models.db.connection import statement_log
from resolvers.provisioning import store_users
from rules.provisioning import BATCH, HostUser
from tests.api.provisioning import host, person, refused, said, store, unfit
from tests.api.sending import UNAVAILABLE, left_of
from tests.world import World

PROFILE = "username, display_name, avatar_url, is_verified, birth_date, region, phone_verified, is_active"


@pytest.mark.shows("2.3")
async def test_new_users_sign_in_and_write(world: World) -> None:
    await store(world, said("alice"), said("bob", avatarUrl="https://cdn.example/b.png", region="DE"))
    alice, bob = await person(world, "alice"), await person(world, "bob")
    assert left_of(await alice.request(bob)) == ("PENDING", 2)
    assert (await bob.nodes("requests"))[0]["sender"]["username"] == "alice"
    assert await world.rows("users", PROFILE, "username = 'bob'") == [
        ("bob", "Bob", "https://cdn.example/b.png", False, "1990-01-01", "DE", True, True)
    ]


@pytest.mark.shows("2.3")
async def test_the_rest_is_as_if_it_had_been_said(world: World) -> None:
    await store(world, said("bob", avatarUrl="https://cdn.example/b.png", region="DE", isVerified=True))
    await store(world, {"subject": "host-bob", "username": "robert", "displayName": "Robert"})
    assert await world.rows("users", PROFILE) == [("robert", "Robert", None, False, None, None, False, True)]


@pytest.mark.parametrize("username", ["bob", "bobby tables", "bobby"])
async def test_the_words_of_a_name_are_stored_and_nothing_else(world: World, username: str) -> None:
    await store(world, said("bob", username=username, displayName="Bobby Tables"))
    assert await world.rows("user_names", "start") == [("bobby tables",), ("tables",)]


@pytest.mark.shows("2.3")
async def test_the_same_again_changes_nothing(world: World) -> None:
    users = [said("alice"), said("bob", isVerified=True), said("carol", isActive=False)]
    await store(world, *users)
    before = await world.rows("users")
    async with world.unchanged():
        await store(world, *users)
        await store(world, *reversed(users))
    assert await world.rows("users") == before


@pytest.mark.shows("2.1", "2.3")
async def test_an_account_is_created_once(world: World) -> None:
    await store(world, said("alice", createdAt="2025-01-28T12:00:00+02:00"), said("bob", createdAt=None))
    await store(world, said("dave", createdAt="2999-01-01T00:00:00Z"))
    created = await world.rows("users", "username, account_created_at")
    await store(world, said("alice", displayName="A"), said("bob", createdAt="2020-01-01T00:00:00Z"))
    assert await world.rows("users", "username, account_created_at") == created
    at = dict(created)
    assert at["alice"] == 1738058400_000_000
    assert at["bob"] <= world.clock.now.timestamp() * 1_000_000
    assert at["dave"] <= world.clock.now.timestamp() * 1_000_000


@pytest.mark.shows("2.5", "2.10")
async def test_what_a_user_chose_stays(world: World) -> None:
    await store(world, said("alice"))
    alice = await person(world, "alice")
    await alice.do("updateDmAudience", audience="FRIENDS")
    await alice.do("updateReadReceipts", enabled=True)
    await alice.do("updateFilterWords", words=["crypto"])
    await alice.do("updateRequestPolicy", strangers="HIDDEN")
    before = await alice.run("viewer")
    await store(world, said("alice", displayName="Alice", isVerified=True, region="DE"))
    after = await alice.run("viewer")
    for name in ("dmAudience", "readReceipts", "filterWords", "requestPolicy"):
        assert after[name] == before[name]
    schema = await alice.ask('{ __type(name: "HostUser") { inputFields { name } } }')
    names = {field["name"] for field in schema["data"]["__type"]["inputFields"]}
    assert not names & {
        "dmAudience",
        "audience",
        "readReceipts",
        "filterWords",
        "requestPolicy",
        "requestPause",
    }
    assert len(names) == len(HostUser.__dataclass_fields__)


@pytest.mark.shows("2.29")
async def test_every_entry_that_cannot_be_kept_is_named(world: World) -> None:
    await store(world, said("alice"), said("bob"), said("carol"))
    users = [
        said("dave"),
        said("erin", displayName="E\n", region=""),
        said("frank", username="ALICE"),
        said("dave", username="d"),
        said("grace", username="Dave"),
        said("heidi", username="\u202egrace", avatarUrl="a\0b"),
        said("carol", username="heidi"),
        said("judy", username="carol"),
        said("bob", username="DELETED"),
    ]
    assert await refused(world, *users) == unfit(
        "BAD_CHARACTER",
        "users[1].displayName",
        "users[1].region",
        "users[2].username",
        "users[3].subject",
        "users[4].username",
        "users[5].username",
        "users[5].avatarUrl",
        "users[8].username",
    )


AMISS = "\n\r\t\x01\x1b\x7f\x85\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
WRONG: dict[tuple[Any, ...], list[tuple[str, str]]] = {
    ("EMPTY",): [
        *((field, "") for field in ("subject", "username", "displayName", "avatarUrl", "region")),
        *(("username", "\u200b"), ("displayName", "\u200b\u2060"), ("displayName", "\u3164")),
    ],
    ("TOO_LONG", 255): [("subject", "x" * 256)],
    ("TOO_LONG", 100): [("username", "x" * 101), ("displayName", "x" * 101)],
    ("TOO_LONG", 2_048): [("avatarUrl", "https://cdn.example/" + "a" * 2_048)],
    ("TOO_LONG", 16): [("region", "x" * 17)],
    ("BAD_CHARACTER",): [
        *((field, "a\0b") for field in ("subject", "username", "displayName")),
        *(("username", " alice"), ("displayName", "Alice "), ("region", "KR ")),
        *((field, f"Al{char}ice") for field in ("username", "displayName", "region") for char in AMISS),
    ],
    ("TAKEN",): [
        *(("username", name) for name in ("deleted", "Deleted", "DELETED", "ｄｅｌｅｔｅｄ")),
        *(("username", f"dele{char}ted") for char in "\u200b\u034f\u3164\u115f"),
    ],
    ("BAD_FORMAT",): [
        *(("avatarUrl", text) for text in ("javascript:alert(1)", "//cdn.example/a.png", "https://")),
        ("avatarUrl", "https://cdn.example/a b"),
    ],
}


@pytest.mark.shows("2.27", "2.28")
@pytest.mark.parametrize(
    ("flaw", "field", "value"),
    [(flaw, *one) for flaw, wrong in WRONG.items() for one in wrong],
    ids=lambda value: ascii(value)[:20],
)
async def test_what_cannot_be_kept_is_named(
    world: World, flaw: tuple[Any, ...], field: str, value: str
) -> None:
    reason, *bound = flaw
    expected = unfit(reason, f"users[1].{field}", bound=bound[0] if bound else None)
    assert await refused(world, said("alice"), said("bob", **{field: value})) == expected


GOOD = [
    "O'Brien-Smith Jr.",
    "رامي\u200e",
    "می\u200cنا",
    "👩\u200d🚀",
    "🏴\U000e0067\U000e0062\U000e007f",
    "Zoe\u0308",
    "Deleted",
]


@pytest.mark.parametrize("name", GOOD, ids=ascii)
async def test_names_that_people_have_are_kept(world: World, name: str) -> None:
    await store(world, said("bob", displayName=name))
    assert await world.rows("users", "display_name") == [(name,)]


@pytest.mark.shows("2.30")
async def test_regions_are_kept_in_one_case(world: World) -> None:
    await store(world, said("bob", region="kr"))
    async with world.unchanged():
        await store(world, said("bob", region="KR"))
    assert await world.rows("users", "region") == [("KR",)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("avatarUrl", 1),
        ("birthDate", "1990-02-30"),
        ("birthDate", 7),
        ("createdAt", "2026-01-01T00:00:00"),
        ("username", None),
    ],
)
async def test_what_is_of_no_such_type_is_malformed(world: World, field: str, value: Any) -> None:
    given = {"users": [said("bob", **{field: value})]}
    answer = await host(world).post("upsertUsers", input=given)
    assert "data" not in answer or answer["data"] is None
    assert answer["errors"][0]["extensions"]["code"] != "INTERNAL_SERVER_ERROR", answer
    assert await world.rows("users") == []


@pytest.mark.shows("2.8")
async def test_a_call_takes_500(world: World) -> None:
    users = [said(f"user{number}") for number in range(BATCH + 1)]
    assert await refused(world, *users) == unfit("TOO_MANY", "users", bound=BATCH)
    await store(world, *users[:BATCH])
    await store(
        world, *[user | {"isVerified": True, "username": f"new-{user['username']}"} for user in users[:BATCH]]
    )
    assert len(await world.rows("users", "id", "is_verified AND username LIKE 'new-%'")) == BATCH
    assert len(await world.rows("user_streams", "user_id")) == BATCH
    await store(world)


@pytest.mark.shows("2.3", "2.19")
async def test_it_applies_to_the_next_send(world: World) -> None:
    await store(world, said("alice"), said("bob"))
    alice, bob = await person(world, "alice"), await person(world, "bob")
    await store(world, said("alice", phoneVerified=False))
    assert (await alice.request(bob))["code"] == "PHONE_VERIFICATION_REQUIRED"
    await store(world, said("alice", birthDate="2015-01-01"))
    assert (await alice.request(bob))["code"] == "AGE_RESTRICTED"
    await store(world, said("alice"), said("bob", isVerified=True))
    assert await alice.request(bob) == UNAVAILABLE
    await store(world, said("bob", isActive=False))
    assert await alice.request(bob) == UNAVAILABLE
    await store(world, said("bob"))
    assert left_of(await alice.request(bob)) == ("PENDING", 2)


FENCED = [
    {"isVerified": True},
    {"birthDate": "1991-01-01"},
    {"region": "DE"},
    {"phoneVerified": False},
    {"isActive": False},
]


@pytest.mark.parametrize("change", FENCED, ids=str)
async def test_a_send_decided_before_is_decided_again(world: World, change: dict[str, Any]) -> None:
    await store(world, said("alice"), said("bob"))
    before = dict(await world.rows("user_streams", "user_id, fence"))
    await store(world, said("alice", **change), said("bob", displayName="Robert"))
    moved = {key for key, fence in await world.rows("user_streams", "user_id, fence") if fence > before[key]}
    assert moved == {(await person(world, "alice")).key}


@pytest.mark.shows("13.1")
async def test_a_user_is_told_what_changed_for_it(world: World) -> None:
    await store(world, said("alice"), said("bob"))
    alice = await person(world, "alice")
    async with alice.listen("events") as stream:
        await store(world, said("alice", phoneVerified=False), said("bob", phoneVerified=False))
        told = await stream.item()
        assert told["__typename"] == "StandingChanged"
        assert [one["code"] for one in told["viewer"]["standing"]["obstacles"]] == [
            "PHONE_VERIFICATION_REQUIRED"
        ]
        await store(world, said("alice", isVerified=True))
        told = await stream.items(2)
        assert told[0]["viewer"]["standing"]["canSend"] is True
        assert told[1]["viewer"]["dmAudience"] == "PEOPLE_I_FOLLOW"
        await store(
            world, said("alice", isVerified=True, displayName="A", birthDate="1980-01-01", region="DE")
        )
        assert await stream.is_quiet()


@pytest.mark.shows("2.6", "2.20")
async def test_who_is_deactivated_is_shown_out_at_once(world: World) -> None:
    await store(world, said("alice"), said("bob"))
    alice, bob = await person(world, "alice"), await person(world, "bob")
    async with alice.listen("messageAdded") as stream:
        await store(world, said("alice", isActive=False))
        await stream.ws.receive(timeout=5)
        assert stream.ws.close_code == 4403
    answer = await alice.post("viewer")
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    assert (await bob.user(alice))["username"] == "alice"
    await store(world, said("alice"))
    assert (await alice.run("viewer"))["user"]["username"] == "alice"


async def test_500_take_as_many_statements_as_one(world: World) -> None:
    counts = []
    for first, number in ((0, 1), (1, BATCH)):
        given = [HostUser(f"u{place}", f"name{place}", "U") for place in range(first, first + number)]
        for users in (
            given,
            [replace(user, is_active=False, username=f"x{user.username}") for user in given],
        ):
            log: list[str] = []
            token = statement_log.set(log)
            done = await store_users(world.services, users)
            statement_log.reset(token)
            assert done.outcome == number
            counts.append(len(log))
    assert counts[:2] == counts[2:]
