"""The service's own limits, as its users meet them."""

from dataclasses import replace
from typing import Any

import pytest

from server.admission import ALSO_REPORT, CODE, SENDS
from server.admission import REPORT as REPORTING
from server.app import make_schema
from server.rates import Rates
from tests.services import UNBOUND
from tests.world import Person, World


def many(name: str, count: int) -> str:
    """A document with so many of one mutation, each with the same input."""
    kind = f"{name[0].upper()}{name[1:]}Input!"
    fields = " ".join(f"m{number}: {name}(input: $input) {{ __typename }}" for number in range(count))
    return f"mutation($input: {kind}) {{ {fields} }}"


@pytest.fixture
def rates() -> Rates:
    """The defaults."""
    return Rates()


def is_limited(answer: dict[str, Any]) -> bool:
    """Whether it was refused as a whole."""
    codes = [error["extensions"]["code"] for error in answer.get("errors", ())]
    assert codes in ([], ["RATE_LIMITED"]), answer
    assert ("data" in answer) is not bool(codes)
    return bool(codes)


@pytest.mark.shows("15.6", "15.11")
async def test_sixty_mutations_at_once_twenty_in_a_document(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    given = {"userId": bob.id}
    assert not any([is_limited(await alice.ask(many("block", 20), input=given)) for _ in range(3)])
    async with world.unchanged():
        assert is_limited(await alice.ask(many("block", 20), input=given))
    assert not is_limited(await bob.ask(many("block", 20), input={"userId": alice.id}))


@pytest.mark.shows("15.7", "15.11")
async def test_ten_reports(world: World) -> None:
    """Each alias is one; what does not fit reports nothing."""
    alice, bob = await world.cast("alice", "bob")
    given = {"subjectId": bob.id, "reason": "SPAM"}
    async with world.unchanged():
        assert is_limited(await alice.ask(many("report", 11), input=given))
    assert not any([is_limited(await alice.ask(many("report", 1), input=given)) for _ in range(10)])
    async with world.unchanged():
        refused = await alice.ask(many("report", 1), input=given)
    assert is_limited(refused)
    assert 300 < refused["errors"][0]["extensions"]["retryAfterSeconds"] <= 360
    assert not is_limited(await alice.post("block", input={"userId": bob.id}))
    assert not is_limited(await bob.ask(many("report", 1), input={**given, "subjectId": alice.id}))


@pytest.mark.shows("15.7")
async def test_reports_of_a_sweep_count_as_well(world: World) -> None:
    alice = await world.person("alice")
    as_of = (await alice.run("requests"))["eventCursor"]
    sweep = {"asOf": as_of, "requests": {"filter": {"all": True}}}
    literal = """mutation($asOf: EventCursor!, $why: ReportReason) {
        deleteRequests(input: { asOf: $asOf, requests: { filter: { all: true } }, alsoReport: $why }) {
            __typename } }"""
    for _ in range(5):
        assert not is_limited(await alice.post("deleteRequests", input={**sweep, "alsoReport": "SPAM"}))
        assert not is_limited(await alice.ask(literal, asOf=as_of, why="SPAM"))
    assert is_limited(await alice.post("deleteRequests", input={**sweep, "alsoReport": "SPAM"}))
    assert is_limited(await alice.ask(literal, asOf=as_of, why="SPAM"))
    for given in ({}, {"alsoReport": None}):
        assert not is_limited(await alice.post("deleteRequests", input={**sweep, **given}))
    assert not is_limited(await alice.ask(literal, asOf=as_of))
    assert not is_limited(await alice.ask(literal, asOf=as_of, why=None))


class TestSends:
    """They have the bucket, and a limit for all that it does not stop: refusals, repeats, what is no send."""

    @pytest.fixture
    def rates(self) -> Rates:
        return replace(UNBOUND, sends=1, sends_burst=25, mutations=1, mutations_burst=5)

    async def test_refused_sends_have_an_end_too(self, world: World) -> None:
        alice, bob = await world.cast("alice", "bob")
        sent = [await self.send(alice, bob) for _ in range(25)]
        kinds = [answer["data"]["sendRequest"]["__typename"] for answer in sent]
        assert kinds == ["SendRequestSuccess"] * 3 + ["PendingLimitReached"] * 22
        async with world.unchanged():
            assert is_limited(await self.send(alice, bob))
        assert not is_limited(await alice.post("block", input={"userId": bob.id}))

    async def test_repeats_of_a_key_have_an_end_too(self, world: World) -> None:
        alice, bob = await world.cast("alice", "bob")
        answers = [await self.send(alice, bob, clientKey="once") for _ in range(26)]
        assert [is_limited(answer) for answer in answers] == [False] * 25 + [True]

    async def test_other_mutations_take_nothing_from_sends(self, world: World) -> None:
        alice, bob, carol = await world.cast("alice", "bob", "carol")
        answers = [await alice.post("block", input={"userId": carol.id}) for _ in range(6)]
        assert [is_limited(answer) for answer in answers] == [False] * 5 + [True]
        assert not is_limited(await self.send(alice, bob))

    @staticmethod
    async def send(sender: Person, other: Person, **more: Any) -> dict[str, Any]:
        return await sender.post("sendRequest", input={"recipientId": other.id, "text": "Hello!", **more})


class TestTwoWorlds:
    """An act of a recipient changes no limit of a sender."""

    @pytest.fixture
    def rates(self) -> Rates:
        return replace(UNBOUND, sends=1, sends_burst=5)

    @pytest.mark.parametrize("is_blocked", [False, True])
    async def test_a_block_is_not_felt(self, world: World, is_blocked: bool) -> None:
        alice, bob = await world.cast("alice", "bob")
        await alice.opens(bob)
        if is_blocked:
            await bob.do("block", userId=alice.id)
        thread_id = await alice.thread_id(bob)
        answers = [
            await alice.post("sendMessage", input={"threadId": thread_id, "text": "Hi"}) for _ in range(5)
        ]
        assert [is_limited(answer) for answer in answers] == [False] * 4 + [True]


@pytest.mark.shows("15.28")
async def test_ten_sends_with_a_code_whether_or_not_it_is_good(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    code = (await bob.do("createContactCode", label="x", uses=20))["plainCode"]
    text = many("sendRequest", 1)
    for sender, carried in ((alice, code), (carol, "made up")):
        given = {"recipientId": bob.id, "text": "Hi", "code": carried}
        assert not any([is_limited(await sender.ask(text, input=given)) for _ in range(10)])
        async with world.unchanged():
            refused = await sender.ask(text, input=given)
        assert is_limited(refused)
        assert 300 < refused["errors"][0]["extensions"]["retryAfterSeconds"] <= 360
        assert not is_limited(await sender.ask(text, input={**given, "code": None}))


@pytest.mark.shows("15.10")
async def test_the_host_app_keeps_many_users_in_step(world: World) -> None:
    trent = Person(world, "trent", 0, roles=("service",))
    await world.person("alice")
    given = {"users": [{"subject": "host-alice", "username": "alice", "displayName": "Alice"}]}
    assert not any([is_limited(await trent.post("upsertUsers", input=given)) for _ in range(130)])
    alice = replace(trent, name="alice", roles=("moderator",))
    answers = [await alice.post("upsertUsers", input=given) for _ in range(130)]
    assert any(is_limited(answer) for answer in answers)


def test_the_fields_that_are_counted_apart_are_of_the_schema() -> None:
    schema = make_schema(introspection=False)._schema
    fields = schema.mutation_type.fields if schema.mutation_type else {}
    assert {*SENDS, REPORTING} <= fields.keys()
    for given, mutations in ((ALSO_REPORT, {"deleteRequests"}), (CODE, {"sendRequest"})):
        assert mutations == {
            name
            for name, field in fields.items()
            for argument in field.args.values()
            if given in argument.type.of_type.fields
        }
