"""Acts of people in threads: write, answer, delete, read."""

from collections.abc import Callable
from datetime import datetime, timedelta

from hypothesis import strategies as st

from tests.model import requests
from tests.model.acts import choose_pause
from tests.model.draws import BOTH, KEYED, KEYS, MATCHING, RARELY, TEXTS, USUALLY, WAITS, Draw
from tests.model.facts import ARCHIVE_AFTER, problem
from tests.model.likely import is_asked
from tests.model.sends import Answer, Send
from tests.model.stage import TICK, Ends, Stage


def text(stage: Stage, ends: Ends, draw: Draw) -> str:
    """To one who moved the request out of Hidden rather what would hide it again."""
    me, peer = ends
    return stage.fresh(draw(MATCHING if stage.plain.side(peer, me).is_moved else TEXTS))


def request(stage: Stage, ends: Ends, draw: Draw) -> None:
    me, peer = ends
    sent = Send("sendRequest", me, peer, text(stage, ends, draw))
    stage.send(sent, recipientId=stage.run.id(peer))


def request_after_pause(stage: Stage, ends: Ends, draw: Draw) -> None:
    """Once the peer's quiet time is over by the clock; what would hide it otherwise is left to chance."""
    pause = stage.user(ends[1]).pause
    _request_after(stage, ends, pause.until if pause else None)


def request_from_archive(stage: Stage, ends: Ends, draw: Draw) -> None:
    """After so long that what waits with the peer is archived; the peer keeps quiet most often."""
    me, peer = ends
    stage.pass_time(ARCHIVE_AFTER)
    if draw(USUALLY):
        choose_pause(stage, (peer, me), draw)
    stage.send(Send("sendRequest", me, peer, text(stage, ends, draw)), recipientId=stage.run.id(peer))


def request_after_word(stage: Stage, ends: Ends, draw: Draw) -> None:
    """The same, of the peer's filter word for this one's name."""
    _request_after(
        stage, ends, next((end for name, end in stage.user(ends[1]).names if name == ends[0]), None)
    )


def _request_after(stage: Stage, ends: Ends, end: datetime | None) -> None:
    me, peer = ends
    if end and end > stage.plain.now:
        stage.pass_time(end - stage.plain.now)
    stage.send(Send("sendRequest", me, peer, stage.fresh("hello")), recipientId=stage.run.id(peer))


def request_with_key(stage: Stage, ends: Ends, draw: Draw) -> None:
    me, peer = ends
    sent = Send("sendRequest", me, peer, draw(KEYED), draw(KEYS))
    stage.send(sent, recipientId=stage.run.id(peer))


def request_nobody(stage: Stage, ends: Ends, draw: Draw) -> None:
    sent = Send("sendRequest", ends[0], "", draw(KEYED), draw(st.none() | KEYS))
    stage.send(sent, recipientId=stage.run.id("nobody"))


def request_oneself(stage: Stage, ends: Ends, draw: Draw) -> None:
    me = ends[0]
    stage.send(Send("sendRequest", me, me, "hello"), recipientId=stage.run.id(me))


def request_with_code(stage: Stage, ends: Ends, draw: Draw) -> None:
    """One of the peer's most often, also one that is over or revoked; as people type it."""
    me, peer = ends
    texts = stage.codes.get(peer, []) if draw(USUALLY) else []
    code = draw(st.sampled_from(texts)) if texts else "made up"
    sent = Send("sendRequest", me, peer, text(stage, ends, draw), code=code)
    stage.send(sent, recipientId=stage.run.id(peer), code=code.lower())


def reply(stage: Stage, ends: Ends, draw: Draw) -> None:
    me, peer = ends
    sent = Send("sendMessage", me, peer, text(stage, ends, draw))
    stage.send(sent, threadId=stage.threads[frozenset(ends)])


def reply_with_key(stage: Stage, ends: Ends, draw: Draw) -> None:
    me, peer = ends
    sent = Send("sendMessage", me, peer, draw(KEYED), draw(KEYS))
    stage.send(sent, threadId=stage.threads[frozenset(ends)])


def on_request(stage: Stage, ends: Ends, name: str, expect: Callable[..., Answer]) -> None:
    """By the request's id, if this one ever saw it; else by an id of another kind, which is refused unread."""
    if ends in stage.requests:
        stage.do(ends, name, lambda: expect(stage.plain, *ends), requestId=stage.requests[ends])
    elif stage.user(ends[0]).is_active:
        wrong = problem("InvalidInput", field="requestId")
        stage.do(ends, name, lambda: wrong, requestId=stage.threads[frozenset(ends)])


def accept(stage: Stage, ends: Ends, draw: Draw) -> None:
    on_request(stage, ends, "accept", requests.accept)


def move(stage: Stage, ends: Ends, draw: Draw) -> None:
    on_request(stage, ends, "moveRequest", requests.move)


def delete(stage: Stage, ends: Ends, draw: Draw) -> None:
    never = draw(RARELY if not is_asked(stage.plain, *ends) else BOTH)
    id = stage.requests.get(ends, stage.threads[frozenset(ends)])
    stage.do(ends, "delete", lambda: requests.delete(stage.plain, *ends, never), id=id, never=never)


def undo(stage: Stage, ends: Ends, draw: Draw) -> None:
    id = stage.threads[frozenset(ends)]
    stage.do(ends, "undoDelete", lambda: requests.undo(stage.plain, *ends), id=id)


def read(stage: Stage, ends: Ends, draw: Draw) -> None:
    """Up to one of the last messages, also of those that this one cannot see; most often to the newest that it can."""
    ids, thread = stage.messages[frozenset(ends)], stage.plain.thread(*ends)
    index = max(0, len(ids) - draw(st.sampled_from([1, 1, 2, 3])))
    if (visible := stage.plain.visible(*ends)) and draw(BOTH):
        index = next(place for place, one in enumerate(thread.messages) if one is visible[-1])
    given = {"threadId": stage.threads[frozenset(ends)], "upTo": ids[index]}
    stage.do(ends, "markRead", lambda: requests.mark_read(stage.plain, *ends, index), **given)


def keep_unread(stage: Stage, ends: Ends, draw: Draw) -> None:
    id = stage.threads[frozenset(ends)]
    stage.do(ends, "markUnread", lambda: requests.mark_unread(stage.plain, *ends), threadId=id)


def read_all(stage: Stage, ends: Ends, draw: Draw) -> None:
    """As of the page that this one last looked at, unless its cursor has expired."""
    me, everyone = ends[0], (ends[0], *stage.plain.peers(ends[0]))
    if me in stage.pages and stage.plain.now - stage.pages[me][0] < timedelta(days=7):
        as_of, cursor = stage.pages[me]
        stage.do(
            everyone,
            "markThreadsRead",
            lambda: requests.mark_threads_read(stage.plain, me, as_of),
            upTo=cursor,
        )


def see_requests(stage: Stage, ends: Ends, draw: Draw) -> None:
    me = ends[0]
    if me in stage.pages:
        as_of, cursor = stage.pages[me]
        stage.do(
            (me,),
            "markRequestsSeen",
            lambda: requests.mark_requests_seen(stage.plain, me, as_of),
            upTo=cursor,
        )


def mute(stage: Stage, ends: Ends, draw: Draw) -> None:
    muted = draw(BOTH)
    length = draw(st.none() | WAITS) if muted else None
    until = stage.plain.now + TICK + length if length else None
    given = {"threadId": stage.threads[frozenset(ends)], "muted": muted, "until": until and until.isoformat()}
    stage.do(ends, "mute", lambda: requests.mute(stage.plain, *ends, muted, until), **given)
