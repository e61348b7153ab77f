"""What people do to each other, one line each: `alice requests bob`."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from schema.types.ids import Kind
from tests.api.hosting import host, said
from tests.api.moderating import moderator, reported, resolve
from tests.live.watching import cursor_of, log_end
from tests.world import Person, World


async def act(world: World, line: str) -> Any:
    """The mutation's success; a problem fails the test."""
    result = await tried(world, line)
    mutation = MUTATIONS.get(line.split()[1])
    assert mutation is None or result["__typename"].lower() == f"{mutation}success".lower(), (line, result)
    return result


async def tried(world: World, line: str) -> Any:
    """The mutation's result, be it a problem."""
    who, verb, whom = line.split()
    return await _VERBS[verb](world.people[who], world.people[whom])


async def thread_id_of(me: Person, peer: Person) -> str:
    """Also of a thread that I deleted or cannot see."""
    return me.world.services.sealer.seal(Kind.THREAD, await _thread_key(me, peer))


async def _thread_key(me: Person, peer: Person) -> int:
    low, high = sorted((me.key, peer.key))
    [(key,)] = await me.world.rows("threads", "id", f"low_id = {low} AND high_id = {high}")
    return int(key)


async def _text(world: World) -> str:
    return f"message {len(await world.rows('messages', 'id')) + 1}"


async def _request(me: Person, peer: Person) -> Any:
    return await me.request(peer, await _text(me.world))


async def _link(me: Person, peer: Person) -> Any:
    return await me.request(peer, "look at example.com")


async def _make_code(me: Person, _: Person) -> Any:
    return await me.do("createContactCode", label="a card", uses=2)


async def _knock(me: Person, peer: Person) -> Any:
    """With a code that the peer makes for it."""
    code = (await _make_code(peer, me))["plainCode"]
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


async def _delete(me: Person, peer: Person) -> Any:
    return await me.do("delete", id=await thread_id_of(me, peer))


async def _shun(me: Person, peer: Person) -> Any:
    return await me.do("delete", id=await thread_id_of(me, peer), never=True)


async def _undo(me: Person, peer: Person) -> Any:
    return await me.do("undoDelete", id=await thread_id_of(me, peer))


async def _accept_all(me: Person, _: Person) -> Any:
    return await me.do("acceptRequests", asOf=await cursor_of(me), requests={"filter": {"all": True}})


async def _sweep(me: Person, _: Person, **more: Any) -> Any:
    return await me.do("deleteRequests", asOf=await cursor_of(me), requests={"filter": {"all": True}}, **more)


async def _purge(me: Person, peer: Person) -> Any:
    return await _sweep(me, peer, never=True, alsoBlock=True, alsoReport="SPAM")


async def _shun_all(me: Person, peer: Person) -> Any:
    return await _sweep(me, peer, never=True)


async def _undo_sweep(me: Person, _: Person) -> Any:
    """The last delete of many."""
    mine = f"user_id = {me.key} AND undo_until IS NOT NULL"
    [(seq,)] = await me.world.rows("memberships", "MAX(undo_seq)", mine)
    cursor = replace(await log_end(me), seq=seq)
    return await me.do("undoDelete", id=me.world.services.sealer.seal_undo(cursor))


async def _block(me: Person, peer: Person) -> Any:
    return await me.do("block", userId=peer.id)


async def _unblock(me: Person, peer: Person) -> Any:
    return await me.do("unblock", userId=peer.id)


async def _follow(me: Person, peer: Person) -> Any:
    return await me.do("follow", userId=peer.id)


async def _report(me: Person, peer: Person) -> Any:
    return await me.do("report", subjectId=peer.id, reason="SPAM", alsoBlock=True)


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


async def _read_all(me: Person, _: Person) -> Any:
    return await me.do("markThreadsRead", upTo=await cursor_of(me))


async def _mark_unread(me: Person, peer: Person) -> Any:
    return await me.do("markUnread", threadId=await thread_id_of(me, peer))


async def _see_requests(me: Person, _: Person) -> Any:
    return await me.do("markRequestsSeen", upTo=await cursor_of(me))


async def _want_receipts(me: Person, _: Person) -> Any:
    return await me.do("updateReadReceipts", enabled=True)


async def _hide(me: Person, peer: Person) -> None:
    await _set_side(me, peer, "folder = 4")


async def _filter(me: Person, _: Person) -> Any:
    return await me.do("updateFilterWords", words=["one", "three"])


async def _hide_strangers(me: Person, _: Person) -> Any:
    return await me.do("updateRequestPolicy", strangers="HIDDEN")


async def _pause(me: Person, _: Person) -> Any:
    return await me.do("pauseRequests", until=(me.world.clock.now + timedelta(days=1)).isoformat())


async def _resume(me: Person, _: Person) -> Any:
    return await me.do("pauseRequests", until=None)


async def _mute(me: Person, peer: Person) -> Any:
    return await me.do("mute", threadId=await thread_id_of(me, peer), muted=True)


async def _unmute(me: Person, peer: Person) -> Any:
    return await me.do("mute", threadId=await thread_id_of(me, peer), muted=False)


async def _move(me: Person, peer: Person) -> Any:
    [(key,)] = await me.world.rows("memberships", "id", f"user_id = {me.key} AND peer_id = {peer.key}")
    return await me.do("moveRequest", requestId=me.world.services.sealer.seal(Kind.REQUEST, key))


async def _unfollow(me: Person, peer: Person) -> Any:
    return await me.do("unfollow", userId=peer.id)


async def _close_up(me: Person, _: Person) -> Any:
    return await me.do("updateDmAudience", audience="NO_ONE")


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


_VERBS: dict[str, Callable[[Person, Person], Awaitable[Any]]] = {
    "requests": _request,
    "links": _link,
    "makes-code": _make_code,
    "knocks-at": _knock,
    "revokes-code": _revoke_code,
    "sends": _send,
    "misses": _miss,
    "accepts": _accept,
    "deletes": _delete,
    "shuns": _shun,
    "undoes": _undo,
    "accepts-all": _accept_all,
    "sweeps": _sweep,
    "shuns-all": _shun_all,
    "purges": _purge,
    "undoes-sweep": _undo_sweep,
    "blocks": _block,
    "unblocks": _unblock,
    "follows": _follow,
    "reports": _report,
    "looks": _look,
    "reads": _read,
    "reads-all": _read_all,
    "keeps-unread": _mark_unread,
    "sees-requests": _see_requests,
    "wants-receipts": _want_receipts,
    "filters": _filter,
    "hides-strangers": _hide_strangers,
    "pauses": _pause,
    "resumes": _resume,
    "hides": _hide,
    "mutes": _mute,
    "unmutes": _unmute,
    "moves": _move,
    "unfollows": _unfollow,
    "closes-to": _close_up,
    "bans": _ban,
    "claims-report-of": _claim,
    "lifts-ban-of": _lift,
    "erases": _erase,
    "introduces": _introduce,
    "vouches-for": _vouch,
    "doubts": _doubt,
}
"""`links`: requests with a link; `knocks-at`: requests with a contact code, which the peer makes first; `misses`:
requests one who is unavailable; `shuns`: deletes with never; `sweeps`: deletes all requests; `purges`: so, with never,
block and report; `reports` also blocks; `hides` writes what no mutation writes.

What only the host can do, somebody asks it for: `erases`, `introduces` to all others, `vouches-for` with a verified
mark, `doubts` the phone.
"""

MUTATIONS = {
    "requests": "sendRequest",
    "links": "sendRequest",
    "makes-code": "createContactCode",
    "knocks-at": "sendRequest",
    "revokes-code": "revokeContactCode",
    "sends": "sendMessage",
    "accepts": "accept",
    "deletes": "delete",
    "shuns": "delete",
    "undoes": "undoDelete",
    "accepts-all": "acceptRequests",
    "sweeps": "deleteRequests",
    "shuns-all": "deleteRequests",
    "purges": "deleteRequests",
    "undoes-sweep": "undoDelete",
    "blocks": "block",
    "unblocks": "unblock",
    "follows": "follow",
    "unfollows": "unfollow",
    "reports": "report",
    "reads": "markRead",
    "reads-all": "markThreadsRead",
    "keeps-unread": "markUnread",
    "sees-requests": "markRequestsSeen",
    "wants-receipts": "updateReadReceipts",
    "filters": "updateFilterWords",
    "hides-strangers": "updateRequestPolicy",
    "pauses": "pauseRequests",
    "resumes": "pauseRequests",
    "closes-to": "updateDmAudience",
    "mutes": "mute",
    "unmutes": "mute",
    "moves": "moveRequest",
    "bans": "resolveReport",
    "claims-report-of": "claimReport",
    "lifts-ban-of": "liftRestriction",
    "erases": "eraseUser",
    "introduces": "setFollows",
    "vouches-for": "upsertUsers",
    "doubts": "upsertUsers",
}
"""What a verb's result is of; `looks` and `hides` are no mutations, `misses` is a problem."""
