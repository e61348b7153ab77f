"""The nine who ask, each with things of their own beside the owner's."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from msgspec.structs import replace

from schema.types.ids import Kind
from tests.api.moderation import moderator, restrict
from tests.api.sending import nobody
from tests.authorization.lives import live
from tests.authorization.things import Holder, Ids, Secret, newcomer
from tests.live.devices import cursor_of, log_end
from tests.world import Person, World

ROLES = (
    "owner",
    "peer",
    "stranger",
    "blocked",
    "restricted",
    "under age",
    "anonymous",
    "moderator",
    "service",
)
_WITHOUT_LOG = {"anonymous", "service"}
_HOSTS = """id, host_id, username, display_name, avatar_url, is_verified, birth_date, region, phone_verified,
    is_active, account_created_at"""


@dataclass(frozen=True)
class Asker:
    """The asking user, None if anonymous; `ids` by the tables' names, `secrets` are texts of one user of the cast."""

    world: World
    speaker: Person | None
    ids: Ids
    secrets: list[Secret]

    def must_not_see(self) -> set[str]:
        """Texts that may be in no answer."""
        key, roles = (self.speaker.key, self.speaker.roles) if self.speaker else (0, ())
        return {
            secret.string
            for secret in self.secrets
            if key not in secret.readers and not (secret.is_of_report and "moderator" in roles)
            if not ("service" in roles and self._is_thread(secret.string))
        }

    def _is_thread(self, string: str) -> bool:
        """The host app gets the ids of threads with its pushes."""
        opened = self.world.services.sealer.open(string)
        return opened is not None and opened[0] == Kind.THREAD

    async def what_is_others(self) -> list[Any]:
        """Rows that no mutation of theirs may change: the host app's facts, and the settings of others."""
        if self.speaker is None or self.speaker.roles == ("service",):
            return []
        key, contents = self.speaker.key, self.world.contents
        return [
            await contents("users", _HOSTS),
            await contents(
                "users", "id, audience, read_receipts, request_policy, paused_until", f"id <> {key}"
            ),
            await contents("filter_words", where=f"user_id <> {key}"),
        ]


async def new_owner(world: World, things: Iterable[str]) -> Holder:
    """With these things."""
    owner = Holder(await newcomer(world, "owner"))
    await owner.get(things)
    return owner


async def new_asker(owner: Holder, role: str, things: Collection[str], peer_of: str) -> Asker:
    """In this role, with the own things; `peer_of`: the owner's peer of each thing."""
    someone = await newcomer(owner.person.world)
    me = {"owner": owner.person, "peer": owner.peers.get(peer_of)}.get(role) or await newcomer(someone.world)
    mine = Holder(me)
    await mine.get(name[2:3].lower() + name[3:] for name in things if name.startswith("my"))
    if "begin" in things and role not in _WITHOUT_LOG:
        await live(me)
    await _settle(role, me, [owner.person, someone, *mine.peers.values()])
    users = {"owner": owner.person, "someone": someone, "me": me, "nobody": nobody(me.world)}
    begin = me.world.services.sealer.seal_event_cursor(replace(await log_end(me), seq=0))
    names = {"ownerName": owner.person.name, "someoneName": someone.name}
    names["someoneSubject"] = f"host-{someone.name}"
    names |= {"begin": begin, "now": await cursor_of(me)}
    if "thread" in mine.peers:
        names["myPeerName"] = mine.peers["thread"].name
    own = {f"my{name[0].upper()}{name[1:]}": id for name, id in mine.ids.items()}
    ids = owner.ids | own | names | {name: user.id for name, user in users.items()}
    owner.secrets.extend(mine.secrets)
    seal = me.world.services.sealer.seal
    ids |= {"viewer": seal(Kind.VIEWER, me.key), "ownerViewer": seal(Kind.VIEWER, owner.person.key)}
    return Asker(me.world, _speaker(role, me), ids, owner.secrets)


async def _settle(role: str, me: Person, others: Sequence[Person]) -> None:
    """The facts that the role adds to a user who has all their things by now."""
    if role == "blocked":
        for other in {other.key: other for other in others}.values():
            await other.do("block", userId=me.id)
    if role == "restricted":
        judge = moderator(await newcomer(me.world, "judge"))
        await restrict(judge, await newcomer(me.world), me, days=30)
    if role == "under age":
        await me.becomes(birth_date=date(2015, 1, 1))


def _speaker(role: str, me: Person) -> Person | None:
    """Anonymous and the host's service name what another has."""
    if role == "moderator":
        return moderator(me)
    if role == "service":
        return Person(me.world, "the app", 0, ("service",))
    return None if role == "anonymous" else me
