"""Acts of people, one line each: `alice requests bob`."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from schema.types.ids import Kind
from tests.api.moderation import moderator, reported, resolve
from tests.api.provisioning import host, said
from tests.live.devices import cursor_of, log_end
from tests.world import Person, World


async def act(world: World, line: str) -> Any:
    """The mutation's success; a problem fails the test."""
    result = await tried(world, line)
    mutation = MUTATIONS.get(line.split()[1])
    assert mutation is None or result["__typename"].lower() == f"{mutation}success".lower(), (line, result)
    return result


async def tried(world: World, line: str) -> Any:
    """The mutation's result, a success or a problem."""
    who, verb, whom = line.split()
    me, peer = world.people[who], world.people[whom]
    return await (_asked(verb, me, peer) if verb in _CALLS else _VERBS[verb][0](me, peer))


async def _asked(verb: str, me: Person, peer: Person) -> Any:
    mutation, given = _CALLS[verb]
    things = {name: await _THINGS[value](me, peer) for name, value in given.items() if str(value) in _THINGS}
    return await me.do(mutation, **given | things)


async def thread_id_of(me: Person, peer: Person) -> str:
    """Also of a thread that I deleted or cannot see."""
    return me.world.services.sealer.seal(Kind.THREAD, await _thread_key(me, peer))


async def _thread_key(me: Person, peer: Person) -> int:
    low, high = sorted((me.key, peer.key))
    [(key,)] = await me.world.rows("threads", "id", f"low_id = {low} AND high_id = {high}")
    return int(key)


async def _id_of_peer(_: Person, peer: Person) -> str:
    return peer.id


async def _now(me: Person, _: Person) -> str:
    return await cursor_of(me)


async def _tomorrow(me: Person, _: Person) -> str:
    return (me.world.clock.now + timedelta(days=1)).isoformat()


async def _text(world: World) -> str:
    return f"message {len(await world.rows('messages', 'id')) + 1}"


async def _request(me: Person, peer: Person) -> Any:
    return await me.request(peer, await _text(me.world))


async def _link(me: Person, peer: Person) -> Any:
    return await me.request(peer, "look at example.com")


async def _knock(me: Person, peer: Person) -> Any:
    """With a code that the peer makes for it."""
    code = (await _asked("makes-code", peer, me))["plainCode"]
    return await me.do("sendRequest", recipientId=peer.id, text=await _text(me.world), code=code)


async def _revoke_code(me: Person, _: Person) -> Any:
    [one, *_] = (await me.run("viewer"))["contactCodes"]
    return await me.do("revokeContactCode", contactCodeId=one["id"])


async def _send(me: Person, peer: Person) -> Any:
    return await me.send(peer, await _text(me.world))


async def _miss(me: Person, peer: Person) -> None:
    missed = await me.request(peer, await _text(me.world))
    assert missed["__typename"] == "RecipientUnavailable", missed


async def _accept(me: Person, peer: Person) -> Any:
    return await me.accept(peer)


async def _undo_sweep(me: Person, _: Person) -> Any:
    """The last delete of many."""
    mine = f"user_id = {me.key} AND undo_until IS NOT NULL"
    [(seq,)] = await me.world.rows("memberships", "MAX(undo_seq)", mine)
    cursor = replace(await log_end(me), seq=seq)
    return await me.do("undoDelete", id=me.world.services.sealer.seal_undo(cursor))


async def _look(me: Person, peer: Person) -> None:
    thread_id = await thread_id_of(me, peer)
    for name, variables in (("requests", {}), ("inbox", {}), ("thread", {"id": thread_id})):
        await me.run(name, **variables)
    await me.run("node", id=thread_id)


async def _read(me: Person, peer: Person) -> Any:
    """Up to the last message that I did not delete before it came."""
    seen = f"thread_id = {await _thread_key(me, peer)} AND (sender_id = {me.key} OR NOT sunk)"
    [(key,)] = await me.world.rows("messages", "MAX(id)", seen)
    up_to = me.world.services.sealer.seal(Kind.MESSAGE, key)
    return await me.do("markRead", threadId=await thread_id_of(me, peer), upTo=up_to)


async def _hide(me: Person, peer: Person) -> None:
    await _set_side(me, peer, "folder = 4")


async def _move(me: Person, peer: Person) -> Any:
    [(key,)] = await me.world.rows("memberships", "id", f"user_id = {me.key} AND peer_id = {peer.key}")
    return await me.do("moveRequest", requestId=me.world.services.sealer.seal(Kind.REQUEST, key))


async def _set_side(me: Person, peer: Person, change: str) -> None:
    where = f"user_id = {me.key} AND peer_id = {peer.key}"
    await me.world.database.execute(f"UPDATE memberships SET {change} WHERE {where}", ())


async def _ban(me: Person, peer: Person) -> Any:
    """I moderate, and report the peer myself."""
    return await resolve(moderator(me), me, peer, "BAN")


async def _claim(me: Person, peer: Person) -> Any:
    judy = moderator(me)
    return await judy.do("claimReport", reportId=(await reported(judy, peer))["id"])


async def _lift(me: Person, peer: Person) -> Any:
    return await moderator(me).do("liftRestriction", userId=peer.id)


async def _erase(_: Person, peer: Person) -> Any:
    return await host(peer.world).do("eraseUser", subject=f"host-{peer.name}")


async def _said(peer: Person, **more: Any) -> Any:
    return await host(peer.world).do("upsertUsers", users=[said(peer.name, **more)])


async def _introduce(_: Person, peer: Person) -> Any:
    """To everybody else: they follow the peer from now on."""
    others = [name for name in peer.world.people if name != peer.name]
    pairs = [{"follower": f"host-{name}", "followee": f"host-{peer.name}"} for name in others]
    return await host(peer.world).do("setFollows", add=pairs, remove=[])


async def _vouch(_: Person, peer: Person) -> Any:
    return await _said(peer, isVerified=True)


async def _doubt(_: Person, peer: Person) -> Any:
    return await _said(peer, phoneVerified=False)


ALL = {"filter": {"all": True}}
ROUGHLY = {"never": True, "alsoBlock": True, "alsoReport": "SPAM"}

_THINGS: dict[str, Callable[[Person, Person], Awaitable[str]]] = {
    "$thread": thread_id_of,
    "$peer": _id_of_peer,
    "$now": _now,
    "$tomorrow": _tomorrow,
}
_CALLS: dict[str, tuple[str, dict[str, Any]]] = {
    "makes-code": ("createContactCode", {"label": "a card", "uses": 2}),
    "deletes": ("delete", {"id": "$thread"}),
    "shuns": ("delete", {"id": "$thread", "never": True}),
    "undoes": ("undoDelete", {"id": "$thread"}),
    "accepts-all": ("acceptRequests", {"asOf": "$now", "requests": ALL}),
    "sweeps": ("deleteRequests", {"asOf": "$now", "requests": ALL}),
    "shuns-all": ("deleteRequests", {"asOf": "$now", "requests": ALL, "never": True}),
    "purges": ("deleteRequests", {"asOf": "$now", "requests": ALL, **ROUGHLY}),
    "blocks": ("block", {"userId": "$peer"}),
    "unblocks": ("unblock", {"userId": "$peer"}),
    "follows": ("follow", {"userId": "$peer"}),
    "unfollows": ("unfollow", {"userId": "$peer"}),
    "reports": ("report", {"subjectId": "$peer", "reason": "SPAM", "alsoBlock": True}),
    "reads-all": ("markThreadsRead", {"upTo": "$now"}),
    "keeps-unread": ("markUnread", {"threadId": "$thread"}),
    "sees-requests": ("markRequestsSeen", {"upTo": "$now"}),
    "wants-receipts": ("updateReadReceipts", {"enabled": True}),
    "filters": ("updateFilterWords", {"words": ["one", "three"]}),
    "hides-strangers": ("updateRequestPolicy", {"strangers": "HIDDEN"}),
    "pauses": ("pauseRequests", {"until": "$tomorrow"}),
    "resumes": ("pauseRequests", {"until": None}),
    "mutes": ("mute", {"threadId": "$thread", "muted": True}),
    "unmutes": ("mute", {"threadId": "$thread", "muted": False}),
    "closes-to": ("updateDmAudience", {"audience": "NO_ONE"}),
}
"""By the verb the mutation and its input."""

_VERBS: dict[str, tuple[Callable[[Person, Person], Awaitable[Any]], str | None]] = {
    "requests": (_request, "sendRequest"),
    "links": (_link, "sendRequest"),
    "knocks-at": (_knock, "sendRequest"),
    "revokes-code": (_revoke_code, "revokeContactCode"),
    "sends": (_send, "sendMessage"),
    "misses": (_miss, None),
    "accepts": (_accept, "accept"),
    "undoes-sweep": (_undo_sweep, "undoDelete"),
    "looks": (_look, None),
    "reads": (_read, "markRead"),
    "hides": (_hide, None),
    "moves": (_move, "moveRequest"),
    "bans": (_ban, "resolveReport"),
    "claims-report-of": (_claim, "claimReport"),
    "lifts-ban-of": (_lift, "liftRestriction"),
    "erases": (_erase, "eraseUser"),
    "introduces": (_introduce, "setFollows"),
    "vouches-for": (_vouch, "upsertUsers"),
    "doubts": (_doubt, "upsertUsers"),
}
"""`links`: requests with a link; `knocks-at`: requests with a contact code, which the peer makes first; `misses`:
requests an unavailable user; `shuns`: deletes with never; `sweeps`: deletes all requests; `purges`: so, with never,
block and report; `reports` also blocks; `hides` writes what no mutation writes.

Acts of the host app: `erases`, `introduces` to all others, `vouches-for` with a verified
mark, `doubts` the phone. Each has the mutation that its result is of: `looks` and `hides` are none, the result of
`misses` is a problem.
"""

MUTATIONS = {verb: mutation for verb, (mutation, _) in _CALLS.items()} | {
    verb: mutation for verb, (_, mutation) in _VERBS.items() if mutation
}
