"""Acts of people on many requests at once."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from tests.model import bulk
from tests.model.bulk import Pick
from tests.model.draws import BOTH, EITHER, FOLDERS, HIDDEN_REASONS, ORDERS, PARTS, RARELY, Draw
from tests.model.stage import Ends, Stage, agree


def pick(stage: Stage, me: str, draw: Draw) -> tuple[Pick, dict[str, Any]]:
    """As of the page that this one last looked at; by ids, or by a filter."""
    as_of, cursor = stage.pages[me]
    senders = sorted(peer for one, peer in stage.requests if one == me)
    if senders and draw(BOTH):
        some = draw(st.lists(st.sampled_from(senders), unique=True, min_size=1))
        ids = [stage.requests[me, peer] for peer in some]
        return Pick(me, as_of, some), {"asOf": cursor, "requests": {"ids": ids}}
    return filtered(stage, me, draw)


def filtered(stage: Stage, me: str, draw: Draw) -> tuple[Pick, dict[str, Any]]:
    """The requests that a filter finds are counted and shown before."""
    as_of, cursor = stage.pages[me]
    folder, reason, not_followed = draw(FOLDERS), draw(HIDDEN_REASONS), draw(BOTH)
    either, text = draw(EITHER), draw(PARTS)
    asked = {"folder": folder, "hiddenReason": reason, "notFollowedByMe": not_followed, "all": True}
    asked |= {**either, "text": text and text.upper()}
    chosen = Pick(me, as_of, None, folder, reason, not_followed, either, text)
    count(stage, chosen, asked, cursor)
    page(stage, chosen, asked, draw(ORDERS))
    return chosen, {"asOf": cursor, "requests": {"filter": asked}}


def count(stage: Stage, pick: Pick, asked: dict[str, Any], cursor: str) -> None:
    """Says before what a sweep takes; one who is not active is told nothing."""
    if stage.user(pick.me).is_active:
        found = stage.run.post(pick.me, "requestCount", filter=asked, asOf=cursor)
        agree(len(bulk.picked(stage.plain, pick)), found, f"{pick.me} requestCount")


def page(stage: Stage, pick: Pick, asked: dict[str, Any], order: str) -> None:
    """Shows the requests that a sweep of one folder takes, and those that came since."""
    place = pick.folder or "REQUESTS"
    if stage.user(pick.me).is_active:
        given: dict[str, Any] = {
            "folder": place,
            "filter": asked | {"folder": place},
            "orderBy": order,
            "first": 20,
        }
        now = replace(pick, folder=place, as_of=stage.plain.now)
        shown = [
            {"sender": {"username": stage.plain.shown(one)}} for one in bulk.ordered(stage.plain, now, order)
        ]
        agree(shown, stage.run.post(pick.me, "requests", **given), f"{pick.me} requests {order}")


def look(stage: Stage, ends: Ends, draw: Draw) -> None:
    """Through a filter, and takes nothing."""
    stage.concerned = [*ends]
    if ends[0] in stage.pages:
        filtered(stage, ends[0], draw)


def accept_requests(stage: Stage, ends: Ends, draw: Draw) -> None:
    me, everyone = ends[0], (ends[0], *stage.plain.peers(ends[0]))
    if me in stage.pages:
        chosen, given = pick(stage, me, draw)
        stage.do(everyone, "acceptRequests", lambda: bulk.accept_requests(stage.plain, chosen), **given)


def delete_requests(stage: Stage, ends: Ends, draw: Draw) -> None:
    me, everyone = ends[0], (ends[0], *stage.plain.peers(ends[0]))
    if me in stage.pages:
        chosen, given = pick(stage, me, draw)
        never, block = draw(BOTH), draw(RARELY)
        reason = draw(st.sampled_from([None, "SPAM"]))
        given |= {"never": never, "alsoBlock": block, "alsoReport": reason}
        found = stage.do(
            everyone,
            "deleteRequests",
            lambda: bulk.delete_requests(stage.plain, chosen, never, (block, reason is not None)),
            **given,
        )
        if found != "UNAUTHENTICATED" and found["undoId"]:
            stage.undos[me] = stage.plain.now, found["undoId"]


def undo_together(stage: Stage, ends: Ends, draw: Draw) -> None:
    me, everyone = ends[0], (ends[0], *stage.plain.peers(ends[0]))
    if me in stage.undos:
        at, id = stage.undos[me]
        stage.do(everyone, "undoDelete", lambda: bulk.undo_together(stage.plain, me, at), id=id)
