"""All that can be done, and how often."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.model import acts, likely, pushes, safety, sweeps, talk
from tests.model.draws import Draw
from tests.model.facts import Plain
from tests.model.stage import Ends, Stage


@dataclass(frozen=True)
class Verb:
    """How often of all; whether it needs a thread between the two.

    Bans and waits need one as well: before anybody wrote they would only leave fewer people and steps.
    """

    weight: int
    act: Callable[[Stage, Ends, Draw], None]
    likely: Callable[[Plain, str, str], bool] = likely.always
    on_thread: bool = False


VERBS = {
    "request": Verb(14, talk.request, likely.can_send),
    "requestWithKey": Verb(4, talk.request_with_key, likely.can_send),
    "requestNobody": Verb(1, talk.request_nobody),
    "requestOneself": Verb(1, talk.request_oneself),
    "requestScreened": Verb(5, talk.request, likely.is_screened),
    "requestAfterWord": Verb(6, talk.request_after_word, likely.was_unwanted),
    "requestAfterPause": Verb(6, talk.request_after_pause, likely.was_kept_quiet),
    "requestFromArchive": Verb(4, talk.request_from_archive, likely.can_remind),
    "requestWithCode": Verb(6, talk.request_with_code, likely.can_knock),
    "requestWithCodeShut": Verb(4, talk.request_with_code, likely.knocks_shut_out),
    "requestWithCodeOpen": Verb(3, talk.request_with_code, likely.knocks_at_open),
    "reply": Verb(9, talk.reply, likely.can_reply, on_thread=True),
    "replySunk": Verb(3, talk.reply, likely.is_kept_out, on_thread=True),
    "replyWithKey": Verb(3, talk.reply_with_key, likely.can_reply, on_thread=True),
    "accept": Verb(12, talk.accept, likely.is_asked, on_thread=True),
    "move": Verb(8, talk.move, likely.is_asked, on_thread=True),
    "delete": Verb(5, talk.delete, likely.can_see, on_thread=True),
    "deleteRequest": Verb(8, talk.delete, likely.is_asked, on_thread=True),
    "undo": Verb(10, talk.undo, likely.has_deleted, on_thread=True),
    "read": Verb(10, talk.read, likely.can_read, on_thread=True),
    "filterRequests": Verb(6, sweeps.look, likely.is_asked),
    "acceptRequests": Verb(2, sweeps.accept_requests, likely.is_asked),
    "deleteRequests": Verb(4, sweeps.delete_requests, likely.is_asked),
    "undoTogether": Verb(3, sweeps.undo_together, likely.has_deleted),
    "keepUnread": Verb(4, talk.keep_unread, likely.can_see, on_thread=True),
    "readAll": Verb(4, talk.read_all, likely.can_read),
    "seeRequests": Verb(3, talk.see_requests, likely.is_asked),
    "mute": Verb(2, talk.mute, likely.can_see, on_thread=True),
    "block": Verb(4, acts.block, likely.can_block),
    "blockDeleted": Verb(3, acts.block, likely.has_deleted, on_thread=True),
    "unblock": Verb(5, acts.on_user("unblock", safety.unblock), likely.blocks),
    "follow": Verb(2, acts.on_user("follow", safety.follow)),
    "followAsked": Verb(3, acts.on_user("follow", safety.follow), likely.waits_unfollowing),
    "unfollow": Verb(2, acts.on_user("unfollow", safety.unfollow), likely.follows),
    "report": Verb(2, acts.report, likely.can_see),
    "chooseAudience": Verb(2, acts.choose_audience),
    "chooseReceipts": Verb(2, acts.choose_receipts),
    "chooseWords": Verb(4, acts.choose_words),
    "choosePolicy": Verb(3, acts.choose_policy),
    "choosePause": Verb(3, acts.choose_pause),
    "makeCode": Verb(5, acts.make_code),
    "revokeCode": Verb(1, acts.revoke_code, likely.has_codes),
    "warn": Verb(2, acts.warn),
    "restrict": Verb(3, acts.restrict, on_thread=True),
    "restrictAgain": Verb(3, acts.restrict, likely.is_worth_restricting, on_thread=True),
    "lift": Verb(2, acts.lift, likely.is_restricted),
    "appeal": Verb(3, acts.appeal, likely.has_decision),
    "answerAppeal": Verb(2, acts.answer_appeal, likely.has_appealed),
    "takePushes": Verb(5, pushes.take, on_thread=True),
    "correct": Verb(2, acts.correct),
    "erase": Verb(1, acts.erase, on_thread=True),
    "revoke": Verb(1, acts.revoke),
    "wait": Verb(5, acts.wait, on_thread=True),
}
