"""The host app at several processes at once, while its users write."""

import asyncio
from typing import Any

import pytest

from tests.api.provisioning import follow, said
from tests.races.arena import Arena, kinds, race
from tests.world import Person

HOSTS = 4
RECIPIENTS = 5


async def _count(arena: Arena, table: str, where: str) -> int:
    return len(await arena.worlds[0].rows(table, "1", where))


async def _do(person: Person, name: str, **given: Any) -> str:
    """The type of the answer; nothing at all once the user is erased."""
    answer = await person.post(name, input=given)
    if "errors" in answer:
        return str(answer["errors"][0]["extensions"]["code"])
    return str(answer["data"][name]["__typename"])


async def _ask(sender: Person, recipient: Person) -> str:
    return await _do(sender, "sendRequest", recipientId=recipient.id, text="Hello!")


@pytest.mark.shows("2.3")
async def test_the_same_new_users_from_all_sides_are_there_once(arena: Arena) -> None:
    async def one() -> None:
        names = [f"new{next(arena.numbers)}." for _ in range(20)]
        users = [said(name) for name in names]
        orders = [users, users[::-1], users[5:15], users[::-2]]
        stored = await race(*[arena.host().do("upsertUsers", users=order) for order in orders])
        assert kinds(stored) == ["UpsertUsersSuccess"] * HOSTS
        listed = ", ".join(f"'host-{name}'" for name in names)
        keys = f"SELECT id FROM users WHERE host_id IN ({listed})"
        assert await _count(arena, "users", f"host_id IN ({listed})") == len(names)
        assert await _count(arena, "user_streams", f"user_id IN ({keys})") == len(names)

    await arena.play(one)


async def test_a_username_goes_to_one_of_two(arena: Arena) -> None:
    async def one() -> None:
        number = next(arena.numbers)
        users = [said(f"{who}{number}", username=f"wanted{number}") for who in ("a", "b")]
        stored = await race(*[arena.host().do("upsertUsers", users=[user]) for user in users])
        assert kinds(stored) == ["InvalidInput", "UpsertUsersSuccess"]
        assert await _count(arena, "users", f"username = 'wanted{number}'") == 1

    await arena.play(one)


async def test_usernames_that_are_swapped_from_two_sides_stay_whole(arena: Arena) -> None:
    async def one() -> None:
        number = next(arena.numbers)
        one, other = f"one{number}", f"other{number}"
        as_they_are = [said(one), said(other)]
        swapped = [said(other, username=one), said(one, username=other)]
        await arena.host().do("upsertUsers", users=as_they_are)
        stored = await race(
            *[arena.host().do("upsertUsers", users=users) for users in (swapped, as_they_are)]
        )
        assert kinds(stored) == ["UpsertUsersSuccess"] * 2
        names = await arena.worlds[0].rows("users", "username", f"username IN ('{one}', '{other}')")
        assert names == sorted([(one,), (other,)])

    await arena.play(one)


@pytest.mark.shows("2.25", "2.26", "2.31")
@pytest.mark.parametrize("is_erased", [True, False])
async def test_once_gone_nothing_waits_and_nothing_arrives(arena: Arena, is_erased: bool) -> None:
    answered = {"RecipientUnavailable"} if is_erased else {"RecipientUnavailable", "SendRequestSuccess"}

    async def one() -> None:
        alice, *others = await arena.people("alice", *[f"r{number}." for number in range(RECIPIENTS)])
        if is_erased:
            goes = arena.host().do("eraseUser", subject=f"host-{alice.name}")
        else:
            goes = arena.host().do("upsertUsers", users=[said(alice.name, isActive=False)])
        asks = [
            _ask(sender, other) for sender, other in zip(arena.everywhere(alice, 9), others, strict=False)
        ]
        asked = [_ask(other, alice) for other in others]
        done, *answers = await race(goes, *asks, *asked)
        assert done["__typename"] in {"EraseUserSuccess", "UpsertUsersSuccess"}
        assert set(answers) <= {"SendRequestSuccess", "UNAUTHENTICATED", "RecipientUnavailable"}
        assert not any(await asyncio.gather(*[other.nodes("requests") for other in others]))
        after = await asyncio.gather(*[_ask(other, alice) for other in others])
        assert set(after) <= answered

    await arena.play(one)


@pytest.mark.shows("2.24", "14.3")
async def test_once_erased_no_one_follows(arena: Arena) -> None:
    async def one() -> None:
        alice, bob, carol = await arena.people("alice", "bob", "carol")
        acts: list[Any] = [
            arena.host().do("eraseUser", subject=f"host-{alice.name}"),
            arena.host().do("setFollows", add=[follow(bob.name, alice.name), follow(alice.name, carol.name)]),
            arena.host().do("setFollows", add=[follow(alice.name, bob.name), follow(carol.name, bob.name)]),
            carol.do("follow", userId=alice.id),
            _do(alice, "follow", userId=bob.id),
            _do(arena.elsewhere(alice), "follow", userId=carol.id),
            _do(arena.elsewhere(alice), "updateFilterWords", words=["private"]),
        ]
        *_, one, other, words = await race(*acts)
        assert {one, other} <= {"FollowSuccess", "UNAUTHENTICATED"}
        assert words in {"UpdateFilterWordsSuccess", "UNAUTHENTICATED"}
        assert await _count(arena, "follows", f"{alice.key} IN (follower_id, followee_id)") == 0
        assert await _count(arena, "follows", f"follower_id = {carol.key}") == 1
        assert await _count(arena, "filter_words", f"user_id = {alice.key}") == 0

    await arena.play(one)
