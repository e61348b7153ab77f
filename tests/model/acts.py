"""The acts of people who choose and keep others away, of moderators and the host, and of the clock."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from tests.model import codes, safety, views
from tests.model.draws import AUDIENCES, BOTH, CHOICES, RARELY, REASONS, USUALLY, WAITS, Draw
from tests.model.facts import CLASSES, Code, Restriction, Warned, time
from tests.model.sends import Answer
from tests.model.stage import JUDY, MIKE, MODERATOR, TICK, Ends, Stage, agree


def on_user(name: str, expect: Callable[..., Answer]) -> Callable[[Stage, Ends, Draw], None]:
    def act(stage: Stage, ends: Ends, draw: Draw) -> None:
        stage.do(ends, name, lambda: expect(stage.plain, *ends), userId=stage.run.id(ends[1]))

    return act


def block(stage: Stage, ends: Ends, draw: Draw) -> None:
    length = draw(st.none() | WAITS)
    until = stage.plain.now + TICK + length if length else None
    given = {"userId": stage.run.id(ends[1]), "until": time(until)}
    stage.do(ends, "block", lambda: safety.block(stage.plain, *ends, until), **given)


def report(stage: Stage, ends: Ends, draw: Draw) -> None:
    also = draw(BOTH), draw(BOTH)
    given = {"subjectId": stage.run.id(ends[1]), "reason": "SPAM"}
    given |= {"alsoDelete": also[0], "alsoBlock": also[1]}
    stage.do(ends, "report", lambda: safety.report(stage.plain, *ends, also), **given)


def choose(stage: Stage, me: str, name: str, given: dict[str, Any], shown: dict[str, Any]) -> None:
    """A setting, shown by its own name in the answer."""
    stage.do((me,), name, lambda: {"viewer": shown}, **given)


def choose_audience(stage: Stage, ends: Ends, draw: Draw) -> None:
    audience = draw(AUDIENCES)
    choose(stage, ends[0], "updateDmAudience", {"audience": audience}, {"dmAudience": audience})
    if stage.user(ends[0]).is_active:
        stage.user(ends[0]).audience = audience


def choose_receipts(stage: Stage, ends: Ends, draw: Draw) -> None:
    enabled = draw(USUALLY)
    choose(stage, ends[0], "updateReadReceipts", {"enabled": enabled}, {"readReceipts": enabled})
    if stage.user(ends[0]).is_active:
        stage.user(ends[0]).receipts = enabled


def choose_words(stage: Stage, ends: Ends, draw: Draw) -> None:
    words = ["crypto"] if draw(USUALLY) else []
    length = draw(st.none() | WAITS)
    until = stage.plain.now + TICK + length if length else None
    names = [(ends[1], until)] if draw(USUALLY) else []
    entries = [{"word": name, "place": "NAME", "until": time(until)} for name, until in names]
    shown = {"filterWords": words, "filterEntries": entries}
    choose(stage, ends[0], "updateFilterWords", {"words": words, "entries": entries}, shown)
    if stage.user(ends[0]).is_active:
        stage.user(ends[0]).words, stage.user(ends[0]).names = words, names


def choose_policy(stage: Stage, ends: Ends, draw: Draw) -> None:
    """Without a choice of most classes, or the first would decide all."""
    policy = {name: choice for name in CLASSES if (choice := draw(CHOICES))}
    shown = {name: policy.get(name) for name in CLASSES}
    choose(stage, ends[0], "updateRequestPolicy", policy, {"requestPolicy": shown})
    if stage.user(ends[0]).is_active:
        stage.user(ends[0]).policy = policy


def choose_pause(stage: Stage, ends: Ends, draw: Draw) -> None:
    me, length = ends[0], draw(st.none() | WAITS)
    until = stage.plain.now + TICK + length if length else None

    def expect() -> Answer:
        safety.pause(stage.plain, me, until)
        return {"viewer": {"requestPause": views.pause(stage.plain, me)}}

    stage.do((me,), "pauseRequests", expect, until=until and until.isoformat())


def make_code(stage: Stage, ends: Ends, draw: Draw) -> None:
    me, uses, length = ends[0], draw(st.sampled_from([1, 1, 2])), draw(st.none() | WAITS)
    made_at = stage.plain.now + TICK
    code = Code(f"for {ends[1]}", uses, made_at, made_at + length if length else None)
    given = {"label": code.label, "uses": uses, "expiresAt": time(code.ends_at)}
    found = stage.do((me,), "createContactCode", lambda: codes.make(stage.plain, me, code), **given)
    if "plainCode" in found:
        code.text, code.id = found["plainCode"], found["contactCode"]["id"]
        stage.codes.setdefault(me, []).append(code.text)


def revoke_code(stage: Stage, ends: Ends, draw: Draw) -> None:
    me = ends[0]
    if own := stage.user(me).codes:
        code = draw(st.sampled_from(own))
        stage.do(
            (me,), "revokeContactCode", lambda: codes.revoke(stage.plain, me, code), contactCodeId=code.id
        )


def resolve(stage: Stage, peer: str, reason: str, **given: Any) -> None:
    """The moderator reports the user and resolves that."""
    subject = stage.run.id(peer)
    stage.moderate(peer, "report", subjectId=subject, reason=reason)
    found = stage.run.post(JUDY, "reports", MODERATOR, subject=subject, status="OPEN", first=10)
    done = stage.moderate(peer, "resolveReport", reportId=found[-1]["id"], **given)
    agree({"report": {"resolution": given["resolution"]}}, done, "judy resolveReport")


def warn(stage: Stage, ends: Ends, draw: Draw) -> None:
    reason = draw(REASONS)
    resolve(stage, ends[0], reason, resolution="WARN")
    safety.warn(stage.plain, ends[0], reason)


def restrict(stage: Stage, ends: Ends, draw: Draw) -> None:
    reason, time = draw(REASONS), draw(st.none() | WAITS)
    until = stage.plain.now + 2 * TICK + time if time else None
    resolution = "RESTRICT" if until else "BAN"
    resolve(stage, ends[0], reason, resolution=resolution, until=until and until.isoformat())
    safety.restrict(stage.plain, ends[0], reason, until)


def lift(stage: Stage, ends: Ends, draw: Draw) -> None:
    done = stage.moderate(ends[0], "liftRestriction", userId=stage.run.id(ends[0]))
    agree({"user": {"username": stage.plain.shown(ends[0])}}, done, "judy liftRestriction")
    safety.lift(stage.plain, ends[0])


def appeal(stage: Stage, ends: Ends, draw: Draw) -> None:
    """Of the restriction, or of one of the warnings by its id."""
    me, user = ends[0], stage.user(ends[0])
    given: dict[str, str] = {"text": "No."}
    decision: Restriction | Warned | None = user.restriction
    if user.is_active and user.warnings and draw(BOTH):
        number = draw(st.sampled_from(range(len(user.warnings))))
        decision = user.warnings[number]
        found = stage.run.post(me, "viewer")["standing"]["warnings"]
        given["decisionId"] = found[number]["decisionId"]
    stage.do((me,), "appealRestriction", lambda: safety.appeal(stage.plain, me, decision), **given)


def answer_appeal(stage: Stage, ends: Ends, draw: Draw) -> None:
    """By another moderator, of the user's newest."""
    found = stage.run.post(MIKE, "appeals", MODERATOR, state="OPEN", first=10)
    open_ones = [one for one in found if one["user"]["id"] == stage.run.id(ends[0])]
    assert len(open_ones) == len(safety.open_appeals(stage.user(ends[0])))
    if not open_ones:
        return
    given = {"decisionId": open_ones[-1]["decision"]["id"], "uphold": draw(BOTH), "answer": "We looked."}
    done = stage.moderate(ends[0], "resolveAppeal", MIKE, **given)
    state = safety.answer_appeal(stage.plain, ends[0], bool(given["uphold"]))
    agree({"appeal": {"state": state}}, done, "mike resolveAppeal")


def correct(stage: Stage, ends: Ends, draw: Draw) -> None:
    """The host tells something else of a user."""
    user = stage.user(ends[0])
    stage.concerned = [*stage.plain.users]
    told = replace(user, is_grown_up=draw(USUALLY), has_phone=draw(USUALLY))
    told = replace(told, is_verified=draw(RARELY), is_active=draw(USUALLY))
    done = stage.run.tell_of([told])
    agree({"__typename": "UpsertUsersSuccess", "count": 0 if user.is_erased else 1}, done, "host upsertUsers")
    if not user.is_erased:
        if user.is_active and not told.is_active:
            safety.vanish(stage.plain, user.name)
        stage.plain.users[user.name] = told


def erase(stage: Stage, ends: Ends, draw: Draw) -> None:
    stage.concerned = [*stage.plain.users]
    agree({"__typename": "EraseUserSuccess"}, stage.run.erase(ends[0]), "host eraseUser")
    safety.erase(stage.plain, ends[0])


def revoke(stage: Stage, ends: Ends, draw: Draw) -> None:
    """The user goes on with a new token, and nothing else has changed."""
    stage.concerned = [*ends]
    agree({"__typename": "RevokeTokensSuccess"}, stage.run.revoke(ends[0]), "host revokeTokens")


def wait(stage: Stage, ends: Ends, draw: Draw) -> None:
    stage.pass_time(draw(WAITS))
    stage.concerned = [*ends]
