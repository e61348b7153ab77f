"""The decision of a send in its order, the key, the shape, the rule, the reasons to hide it; and its row changes."""

import dataclasses
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from models.event_log import NOBODY, Mark
from models.sending.facts import KeyedRow, RecipientRow, SendFacts
from models.sending.parts import SendWrite
from models.sending.write import Charge, Sent
from rules.contact_codes import same_code
from rules.drafts import NO_HINTS, DraftHint, Wording, hints_of, mark_of
from rules.eligibility import charged, empty_full_at, last_full_at, micros
from rules.filtering.choices import FilterPlace, entries_of, needles_in, pause_reasons, policy_reasons
from rules.filtering.reasons import NONE, Filter, HiddenReason, account_reasons, union
from rules.policy import Policy
from rules.problems import (
    IdempotencyConflict,
    InvalidInput,
    InvalidInputReason,
    NotFound,
    RecipientUnavailable,
    Refusal,
)
from rules.requests import Act, Folder, State, Transition, arrival, outcome, receive
from rules.sending import Landing, decide_send, fingerprint
from rules.text import flaw_of_text


@dataclass(frozen=True, slots=True)
class Attempt:
    """A send as the client gave it. `field` is the target's input field.

    `recipient_id` or `thread_id` is the target's key, 0 for an id that this service did not seal; `text` is trimmed.
    `code`: a contact code, as it was typed.
    """

    mutation: str
    field: str
    recipient_id: int
    thread_id: int
    text: str
    key: str | None
    code: str | None = dataclasses.field(default=None, repr=False)

    @property
    def fingerprint(self) -> str:
        """A hash of the whole input, with a code in the one form of all its spellings.

        Never of the id as it came: one that looks like a key would be taken for that key.
        """
        target = str(self.recipient_id or self.thread_id)
        codes = () if self.code is None else (same_code(self.code),)
        return fingerprint(self.mutation, target, self.text, *codes)


@dataclass(frozen=True, slots=True)
class SendCase:
    """A send to decide: what its sender asked for, all facts, the time, and the policy."""

    attempt: Attempt
    facts: SendFacts
    viewer_id: int
    now: datetime
    policy: Policy


def _on_terms(case: SendCase, recipient: RecipientRow) -> partial[SendWrite]:
    """The part that is the same for every landing: its time, and the facts that must still hold."""
    now, policy = case.now, case.policy
    return partial(
        SendWrite,
        viewer_fence=case.facts.sender.fence,
        recipient_fence=recipient.fence,
        fits_until=last_full_at(now, policy),
        empty_until=empty_full_at(now, policy),
        refill=micros(policy.bucket_refill),
        now=now,
        day=now.date(),
        fingerprint=case.attempt.fingerprint,
        key_expired_before=now - policy.client_key_lifetime,
    )


def write_of(case: SendCase, landing: Landing) -> SendWrite:
    """The row changes of the landing, in the form that the write takes."""
    attempt, facts = case.attempt, case.facts
    assert facts.recipient is not None
    recipient, received = facts.recipient, _received(facts, landing)
    *opening, message = [*received.events, 0] if landing.is_sunk else received.events
    hints, mark = _hints(case, landing)
    return _on_terms(case, recipient)(
        viewer_id=case.viewer_id,
        recipient_id=recipient.id,
        text=attempt.text,
        key=attempt.key or "",
        is_sunk=landing.is_sunk,
        is_open=landing.is_open,
        own_folder=outcome(_own_act(landing), State.NONE).state.folder,
        accepts=landing.accepts,
        opens_for_recipient=landing.accepts and not facts.pair.ties.recipient_blocks,
        opening_kind=opening[0] if opening else None,
        costs_pair=facts.sender.own.costs_a_pair(is_open=facts.pair.ties.is_open),
        receipt=landing.is_open and facts.sender.read_receipts and recipient.read_receipts,
        recipient_folder=received.state.folder,
        recipient_moved=received.state is State.KEPT,
        hidden_reasons=landing.reasons,
        recipient_kind=message,
        recipient_events=len(received.events),
        moves_fence=0 if facts.pair.ties.is_open else 1,
        hints=hints,
        text_mark=mark,
    )


def charge_of(case: SendCase) -> Charge:
    """The charge for an attempt that the reachability bit refused."""
    own, is_open = case.facts.sender.own, case.facts.pair.ties.is_open
    return Charge(
        viewer_id=case.viewer_id,
        bucket_at=charged(own.bucket_full_at, case.now, case.policy),
        day=case.now.date(),
        costs_pair=own.costs_a_pair(is_open=is_open),
        key=case.attempt.key or "",
        fingerprint=case.attempt.fingerprint,
        now=case.now,
    )


def _hints(case: SendCase, landing: Landing) -> tuple[DraftHint, int]:
    """Only the first message of a request has hints; the filter's findings come with the landing."""
    if landing.is_open or case.facts.sender.own.unaccepted:
        return NO_HINTS, 0
    wording = Wording(case.attempt.text)
    return hints_of(wording, landing.reasons), mark_of(wording)


def _own_act(landing: Landing) -> Act:
    if landing.accepts:
        return Act.ANSWER
    return Act.SEND if landing.is_open else Act.SEND_REQUEST


def _received(facts: SendFacts, landing: Landing) -> Transition:
    """The change of the recipient's side. A request that quiet time hides may have been in the archive."""
    act = arrival(is_open=landing.is_open, is_sunk=landing.is_sunk, is_filtered=bool(landing.reasons))
    is_accepted = landing.accepts and not facts.pair.ties.recipient_blocks
    state = State.HIDDEN if HiddenReason.PAUSED in landing.reasons else facts.pair.recipient_state
    return receive(state, [Act.ACCEPTED, act] if is_accepted else [act])


Verdict = Landing | Refusal | KeyedRow
"""The first answer to the client key is given again; nothing is charged."""


@dataclass(slots=True)
class Decided:
    """A case with its verdict.

    `sent`: what was written of a landing; `is_charged`: the charge for a recipient that is unavailable is written;
    `is_doubtful`: a landing's write has no answer.
    """

    case: SendCase
    verdict: Verdict
    sent: Sent | None = None
    is_charged: bool = False
    is_doubtful: bool = False

    @property
    def recipient_id(self) -> int:
        """NOBODY if there is no such user."""
        recipient = self.case.facts.recipient
        return recipient.id if recipient else NOBODY

    @property
    def users(self) -> Collection[int]:
        """The users whose rows it concerns, who are woken after its write.

        The recipient is one even if it gets nothing, so that a send always causes the same work.
        """
        match self.verdict:
            case Landing():
                return self.case.viewer_id, self.recipient_id
            case RecipientUnavailable():
                return (self.case.viewer_id,)
        return ()

    @property
    def mark(self) -> Mark:
        """The event by which its charge is found."""
        case = self.case
        return Mark(case.viewer_id, case.facts.last_seq + 1, case.now)

    @property
    def is_done(self) -> bool:
        """Whether nothing remains to be written."""
        return self.sent is not None or self.is_charged or not self.users


def decide(case: SendCase, code_id: int = 0) -> Verdict:
    """The key comes first, then the shape, then the rules of a send (behaviour 4.5, 4.13)."""
    facts, key = case.facts, case.facts.key
    if key and key.created_at > case.now - case.policy.client_key_lifetime:
        return key if key.fingerprint == case.attempt.fingerprint else IdempotencyConflict()
    if refusal := _refuse_by_shape(case):
        return refusal
    recipient = facts.recipient.reach if facts.recipient else None
    pair = replace(facts.pair.ties, code_id=code_id) if code_id else facts.pair.ties
    return decide_send(facts.sender.own, recipient, pair, case.now, case.policy)


def _refuse_by_shape(case: SendCase) -> InvalidInput | NotFound | None:
    attempt = case.attempt
    if flaw := flaw_of_text(attempt.text, _length(case)):
        return InvalidInput("text", flaw.reason, flaw.bound)
    if not (attempt.recipient_id or attempt.thread_id):
        return InvalidInput(attempt.field, InvalidInputReason.UNKNOWN)
    if attempt.recipient_id == case.viewer_id:
        return InvalidInput(attempt.field, InvalidInputReason.SAME_USER)
    if attempt.thread_id and case.facts.own_folder is None:
        return NotFound()
    return None


def _length(case: SendCase) -> int:
    is_request = case.attempt.field == "recipientId" or case.facts.own_folder == Folder.SENT
    return case.policy.request_length if is_request else case.policy.message_length


def reasons_of(case: SendCase, filter: Filter) -> HiddenReason:
    """The reasons to hide a request, by its text, the sender's own account and the recipient's own filters."""
    facts, now, policy = case.facts, case.now, case.policy
    assert facts.recipient is not None
    account, recipient = facts.sender.own.account, facts.recipient
    in_text, in_names = _needles(recipient, now)
    names = facts.sender.display_name, facts.sender.username or ""
    return union(
        filter.reasons(case.attempt.text, in_text, account.birth.region),
        HiddenReason.OWN_WORD_NAME if filter.names_have(names, in_names) else NONE,
        account_reasons(account.created_at, facts.others_pending, now, policy),
        policy_reasons(recipient.request_policy, facts.ties, now, policy),
        pause_reasons(recipient.paused_until, facts.pair.waits_since, now, policy),
    )


def _needles(recipient: RecipientRow, now: datetime) -> tuple[str, str]:
    """The words that the recipient has in force now, for texts and for names."""
    entries = entries_of(recipient.entries)
    in_text = recipient.needles, needles_in(entries, FilterPlace.TEXT, now)
    return "\n".join(filter(None, in_text)), needles_in(entries, FilterPlace.NAME, now)
