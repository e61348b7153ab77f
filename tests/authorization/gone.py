"""Ids that name nothing for a viewer: never given, another's, or of a thing that was deleted, sunk or withdrawn."""

from dataclasses import dataclass

from schema.types.ids import Kind
from tests.authorization.roles import Asker
from tests.authorization.things import newcomer
from tests.live.acts import act, thread_id_of
from tests.world import Person

KINDS = {
    "aUser": {Kind.USER},
    "aThread": {Kind.THREAD},
    "aMessage": {Kind.MESSAGE},
    "aRequest": {Kind.REQUEST},
    "aThreadOrRequest": {Kind.THREAD, Kind.REQUEST, Kind.SENT_REQUEST},
    "aDeletedId": {Kind.THREAD, Kind.REQUEST, Kind.SENT_REQUEST},
    "aReport": {Kind.REPORT},
    "aContactCode": {Kind.CONTACT_CODE},
    "aDecision": {Kind.MODERATION_ACTION},
    "anId": set(Kind),
}
"""The kinds of id that an argument takes, by its name in the table."""
_FORGED = ("", "nonsense", "a" * 32, "a" * 64, "é" * 32)
_OTHERS = ("ann", "ben", "cat", "dan", "eve")
_LIFE = """
    ann requests me
    me accepts ann
    ann sends me
    me deletes ann
    ben requests me
    me deletes ben
    cat requests me
    ann bans cat
    me blocks dan
    dan requests me
    eve requests me
    me accepts eve
    me blocks eve
    eve sends me
    me unblocks eve
"""


@dataclass(frozen=True)
class Gone:
    """For an asking user: ids of things that never were theirs, and that were once."""

    asker: Asker
    never: list[str]
    once: list[str]

    def things(self, name: str) -> list[str]:
        """Of a kind that the argument takes. A deleted thing is not gone for a user who can bring it back."""
        ids = self.never if name == "aDeletedId" else self.never + self.once
        return [id for id in ids if self._kind(id) in KINDS[name]]

    def strings(self, name: str) -> list[str]:
        """Forged ones, and real ones of other kinds."""
        real = [(id, self._kind(id)) for id in self.asker.ids.values()]
        return [*_FORGED, *(id for id, kind in real if kind is not None and kind not in KINDS[name])]

    def _kind(self, id: str) -> int | None:
        opened = self.asker.world.services.sealer.open(id)
        return opened[0] if opened else None


async def what_is_gone(asker: Asker) -> Gone:
    """After a life of which nothing is left to see."""
    assert asker.speaker
    me, seal = asker.speaker, asker.world.services.sealer.seal
    others = {name: await newcomer(me.world, name) for name in _OTHERS}
    names = {name: person.name for name, person in others.items()} | {"me": me.name}
    for line in _LIFE.strip().splitlines():
        await act(me.world, " ".join(names.get(word, word) for word in line.split()))
    unknown = [seal(kind, key) for kind in Kind for key in (10**6, 2**63 - 1)]
    between = [id for other in others.values() for id in await _between(me, other)]
    return Gone(asker, [*unknown, *asker.must_not_see()], between)


async def _between(me: Person, other: Person) -> list[str]:
    """All that has an id; of a thread that can be seen what was sunk in it."""
    thread_id = await thread_id_of(me, other)
    _, key = me.world.services.sealer.open(thread_id) or (Kind.THREAD, 0)
    seal, rows = me.world.services.sealer.seal, me.world.rows
    sides = await rows("memberships", "id, folder", f"user_id = {me.key} AND thread_id = {key}")
    if any(folder for _, folder in sides):
        return [
            seal(Kind.MESSAGE, sunk)
            for (sunk,) in await rows("messages", "id", f"thread_id = {key} AND sunk")
        ]
    messages = await rows("messages", "id", f"thread_id = {key}")
    requests = [seal(kind, side) for side, _ in sides for kind in (Kind.REQUEST, Kind.SENT_REQUEST)]
    return [thread_id, *requests, *(seal(Kind.MESSAGE, message) for (message,) in messages)]
