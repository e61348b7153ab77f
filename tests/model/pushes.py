"""Section 16 of the behaviour, plainly: the events for which a phone rings when the host app takes them."""

from typing import Any

from tests.model.draws import Draw
from tests.model.facts import INBOX, REQUESTS, SENT, Happened, Plain
from tests.model.service import HOST
from tests.model.stage import TICK, Ends, Stage, agree
from tests.model.threads import is_archived, is_in, is_muted
from tests.model.views import Screen, badge


def due(plain: Plain, me: str) -> list[Screen]:
    """The events that ring now, in order, of all that happened; none for a user who is not active."""
    if not plain.users[me].is_active:
        return []
    return [
        {
            "kind": one.kind,
            "senderSubject": None if not one.peer or plain.users[one.peer].is_erased else one.peer,
            "notify": one.notify,
            "badge": badge(plain, me),
        }
        for one in plain.happened.get(me, [])
        if one.kind == "ACCOUNT_DECIDED" or rings(plain, me, one)
    ]


def rings(plain: Plain, me: str, one: Happened) -> bool:
    """No event of a thread that is muted, blocked or gone, and none that is read or seen by now.

    An accept is read with any message that is no older, or by an answer.
    """
    side = plain.side(me, one.peer)
    if plain.blocks(me, one.peer) or is_muted(plain, side):
        return False
    read = plain.thread(me, one.peer).messages[: side.read]
    if one.message is None:
        return side.place in (INBOX, SENT) and not (read and read[-1].at >= one.at)
    is_new = is_in(one.message, plain.visible(me, one.peer)) and not is_in(one.message, read)
    if one.kind == "MESSAGE_ADDED":
        return is_new and side.place in (INBOX, SENT)
    seen_at = plain.users[me].requests_seen_at
    is_unseen = seen_at is None or one.at > seen_at
    return is_new and is_unseen and side.place == REQUESTS and not is_archived(plain, me, one.peer)


def take(stage: Stage, ends: Ends, draw: Draw) -> None:
    """The host app takes all that waits, batch by batch."""
    stage.concerned = [*ends]
    stage.pass_time(TICK)
    found: dict[str, list[Screen]] = {name: [] for name in stage.plain.users}
    while pushes := _batch(stage):
        for push in pushes:
            name, _, run = push["subject"].rpartition("-")
            if name in found and run == str(stage.run.service.runs):
                found[name].append(
                    push | {"senderSubject": (push["senderSubject"] or "").partition("-")[0] or None}
                )
    for name, pushed in found.items():
        agree(due(stage.plain, name), pushed, f"{name} is rung")
    stage.plain.happened.clear()


def _batch(stage: Stage) -> Any:
    taken = stage.run.post("host", "takePushes", HOST, input={})
    stage.run.post("host", "acknowledgePushes", HOST, input={"leaseId": taken["leaseId"]})
    return taken["pushes"]
