"""A life in which every kind of event comes to a user once."""

from tests.api.moderation import moderator, report, reported, resolve
from tests.authorization.things import newcomer
from tests.live.acts import act
from tests.world import Person

_LIFE = """
    ann requests me
    ann requests me
    me requests ben
    ben accepts me
    cat requests me
    me accepts cat
    cat sends me
    me reads cat
    me keeps-unread cat
    me sees-requests cat
    me mutes cat
    me deletes cat
    me undoes cat
    dan requests me
    me deletes dan
    me undoes dan
    eve requests me
    me hides eve
    me moves eve
    me wants-receipts fay
    fay wants-receipts me
    fay requests me
    me accepts fay
    me sends fay
    fay reads me
    gus requests me
    ann bans gus
    me blocks hal
    me unblocks hal
    me follows hal
    me blocks ida
    me pauses hal
    me resumes hal
"""
_OTHERS = ("ann", "ben", "cat", "dan", "eve", "fay", "gus", "hal", "ida")


async def live(me: Person) -> None:
    """At the end comes an own report that is closed, and a warning whose appeal is answered."""
    others = {name: await newcomer(me.world, name) for name in _OTHERS}
    names = {name: person.name for name, person in others.items()} | {"me": me.name}
    for line in _LIFE.strip().splitlines():
        await act(me.world, " ".join(names.get(word, word) for word in line.split()))
    await _closed_report(me, others["cat"], moderator(others["ann"]))
    await resolve(moderator(others["ann"]), others["ann"], me, "WARN")
    [warning, *_] = (await me.run("viewer"))["standing"]["warnings"]
    await me.do("appealRestriction", decisionId=warning["decisionId"], text="No.")
    given = {"decisionId": warning["decisionId"], "uphold": True, "answer": "It stays."}
    await moderator(others["ben"]).do("resolveAppeal", **given)


async def _closed_report(me: Person, other: Person, judge: Person) -> None:
    """Of the other's message."""
    thread = await me.run("thread", id=await me.thread_id(other), first=10)
    nodes = [edge["node"] for edge in thread["messages"]["edges"]]
    await report(me, next(node["id"] for node in nodes if not node["isMine"]))
    await judge.do("resolveReport", reportId=(await reported(judge, other))["id"], resolution="DISMISS")
