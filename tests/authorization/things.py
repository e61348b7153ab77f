"""The things that the tables name: each is between two users, and made through the API alone."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.api.moderation import moderator, report, reported, resolve
from tests.live.devices import cursor_of
from tests.world import Person, World

Ids = dict[str, str]
Recipe = Callable[[Person, Person], Awaitable[Ids]]
"""Makes the things that the first user has with the second; gives their ids by name."""


async def newcomer(world: World, name: str = "someone") -> Person:
    """A user of a name that is free."""
    return await world.person(f"{name}{len(world.people)}", avatar_url="https://example.com/a.png")


def text_between(me: Person, other: Person) -> str:
    """A text that only the two of them and moderators may ever read."""
    return f"Just between {me.name} and {other.name}."


def _with(nodes: list[Any], side: str, other: Person) -> str:
    [id] = [node["id"] for node in nodes if node[side]["id"] == other.id]
    return str(id)


async def _thread(me: Person, other: Person) -> Ids:
    await other.opens(me)
    await other.send(me, text_between(me, other))
    thread = (await me.user(other))["threadWithMe"]
    return {"thread": thread["id"], "message": thread["lastMessage"]["id"]}


async def _request(me: Person, other: Person) -> Ids:
    """From a user whose names have changed, and look like those of a user whom I follow."""
    twin = await newcomer(me.world)
    await twin.becomes(display_name=other.name)
    await other.becomes(names_changed_at=me.world.clock.now)
    await me.follows(twin)
    await other.request(me, text_between(me, other))
    return {"request": await me.request_id(other)}


async def _hidden(me: Person, other: Person) -> Ids:
    await other.request(me, text_between(me, other) + " See https://example.com.")
    nodes = await me.nodes("requests", folder="HIDDEN")
    return {"hidden": _with(nodes, "sender", other)}


async def _deleted(me: Person, other: Person) -> Ids:
    request = (await _request(me, other))["request"]
    return {"deleted": (await me.do("delete", id=request))["deletedId"]}


async def _cleared(me: Person, other: Person) -> Ids:
    id, now = (await _request(me, other))["request"], await cursor_of(me)
    return {"cleared": (await me.do("deleteRequests", requests={"ids": [id]}, asOf=now))["undoId"]}


async def _sent_request(me: Person, other: Person) -> Ids:
    await me.request(other, text_between(me, other))
    return {"sentRequest": _with(await me.nodes("sentRequests"), "recipient", other)}


async def _full(me: Person, other: Person) -> Ids:
    for number in range(3):
        await me.request(other, f"{number} {text_between(me, other)}")
    return {"full": other.id}


async def _report(me: Person, other: Person) -> Ids:
    judge = moderator(await newcomer(me.world, "judge"))
    await other.request(me, "Send me money.")
    await report(me, other.id, note=text_between(me, other))
    found = await reported(judge, other)
    await judge.do("claimReport", reportId=found["id"])
    [action] = await judge.nodes("auditLog", subject=other.id)
    return {"report": found["id"], "action": action["id"]}


async def _decision(me: Person, other: Person) -> Ids:
    judge = moderator(await newcomer(me.world, "judge"))
    await resolve(judge, other, me, "WARN")
    [warning, *_] = (await me.run("viewer"))["standing"]["warnings"]
    return {"decision": warning["decisionId"]}


async def _appealed(me: Person, other: Person) -> Ids:
    """Answered already, so that all of it is there; the same answer again changes nothing."""
    id = (await _decision(me, other))["decision"]
    await me.do("appealRestriction", decisionId=id, text=text_between(me, other))
    judge = moderator(await newcomer(me.world, "judge"))
    await judge.do("resolveAppeal", decisionId=id, uphold=True, answer="No.")
    return {"appealed": id}


async def _contact_code(me: Person, other: Person) -> Ids:
    given = {"label": text_between(me, other), "expiresAt": "2027-01-01T00:00:00Z"}
    made = await me.do("createContactCode", **given)
    return {"contactCode": made["contactCode"]["id"]}


RECIPES: dict[tuple[str, ...], Recipe] = {
    ("thread", "message"): _thread,
    ("request",): _request,
    ("hidden",): _hidden,
    ("deleted",): _deleted,
    ("cleared",): _cleared,
    ("sentRequest",): _sent_request,
    ("full",): _full,
    ("contactCode",): _contact_code,
    ("report", "action"): _report,
    ("decision",): _decision,
    ("appealed",): _appealed,
}
"""The makers, by the names of the things that they make."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that only these users may find in answers, and moderators where a report is concerned."""

    string: str
    readers: frozenset[int]
    is_of_report: bool


@dataclass
class Holder:
    """One user with all things, each with another peer."""

    person: Person
    ids: Ids = field(default_factory=dict)
    peers: dict[str, Person] = field(default_factory=dict)
    secrets: list[Secret] = field(default_factory=list)

    async def get(self, names: Iterable[str]) -> None:
        """Makes what has these names; others are no things."""
        wanted = set(names)
        for given, recipe in RECIPES.items():
            if wanted.intersection(given):
                peer = await newcomer(self.person.world, "peer")
                ids = await recipe(self.person, peer)
                self.ids |= ids
                self.peers |= dict.fromkeys(given, peer)
                self._keep({*ids.values()} - {peer.id}, peer, given)

    def _keep(self, ids: set[str], peer: Person, given: tuple[str, ...]) -> None:
        """A report has an id for moderators alone, and its note for its writer; a decision is the user's too.

        A contact code is its user's alone.
        """
        is_own, is_of_report = bool({"decision", "appealed"}.intersection(given)), "report" in given
        me, both = frozenset({self.person.key}), frozenset({self.person.key, peer.key})
        text = text_between(self.person, peer)
        readers, writers = (frozenset[int](), me) if is_of_report else (both, both)
        if "contactCode" in given:
            readers, writers = me, me
        if is_own:
            readers, writers, is_of_report = me, me, True
        self.secrets += [Secret(id, readers, is_of_report) for id in ids]
        self.secrets.append(Secret(text, writers, is_of_report))


GROUPS = {name: given[0] for given in RECIPES for name in given}
"""By each thing's name, the first thing that is made with it."""
