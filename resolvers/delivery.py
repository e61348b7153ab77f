"""The decision of a send in its order, the key, the shape, the rule, the reasons to hide it; and its row changes."""

import dataclasses
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from models.sending.facts import KeyedRow, RecipientRow, SendFacts
from models.sending.parts import SendWrite
from models.sending.write import Charge
from rules.contact_codes import same_code
from rules.drafts import NO_HINTS, DraftHint, Wording, hints_of, mark_of
from rules.eligibility import charged, empty_full_at, last_full_at, micros
from rules.filtering.choices import FilterPlace, entries_of, needles_in, pause_reasons, policy_reasons
from rules.filtering.reasons import NONE, Filter, HiddenReason, account_reasons, union
from rules.policy import Policy
from rules.problems import IdempotencyConflict, InvalidInput, InvalidInputReason, NotFound, Refusal
from rules.pushes import PUSHED
from rules.requests import Act, Folder, State, Transition, arrival, outcome, receive
from rules.sending import Landing, decide_send
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
    def target(self) -> str:
        """For the fingerprint. Never the id as it came: one that looks like a key would be taken for that key."""
        return str(self.recipient_id or self.thread_id)

    @property
    def codes(self) -> tuple[str, ...]:
        """The code in the one form of all its spellings; empty without one."""
        return () if self.code is None else (same_code(self.code),)


@dataclass(frozen=True, slots=True)
class Moment:
    """The sender, the time and the policy of a decision; `fingerprint` is a hash of the whole input."""

    viewer_id: int
    now: datetime
    policy: Policy
    fingerprint: str


def _on_terms(facts: SendFacts, recipient: RecipientRow, moment: Moment) -> partial[SendWrite]:
    """The part that is the same for every landing: its time, and the facts that must still hold."""
    return partial(
        SendWrite,
        viewer_fence=facts.sender.fence,
        recipient_fence=recipient.fence,
        fits_until=last_full_at(moment.now, moment.policy),
        empty_until=empty_full_at(moment.now, moment.policy),
        refill=micros(moment.policy.bucket_refill),
        now=moment.now,
        day=moment.now.date(),
        fingerprint=moment.fingerprint,
        key_expired_before=moment.now - moment.policy.client_key_lifetime,
    )


def write_of(attempt: Attempt, facts: SendFacts, landing: Landing, moment: Moment) -> SendWrite:
    """The row changes of the landing, in the form that the write takes."""
    assert facts.recipient is not None
    recipient, received = facts.recipient, _received(facts, landing)
    *opening, message = [*received.events, 0] if landing.is_sunk else received.events
    hints, mark = _hints(attempt, facts, landing)
    return _on_terms(facts, recipient, moment)(
        viewer_id=moment.viewer_id,
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
        is_pushed=not PUSHED.isdisjoint(received.events),
        hints=hints,
        text_mark=mark,
    )


def charge_of(attempt: Attempt, facts: SendFacts, moment: Moment) -> Charge:
    """The charge for an attempt that the reachability bit refused."""
    return Charge(
        viewer_id=moment.viewer_id,
        bucket_at=charged(facts.sender.own.bucket_full_at, moment.now, moment.policy),
        day=moment.now.date(),
        costs_pair=facts.sender.own.costs_a_pair(is_open=facts.pair.ties.is_open),
        key=attempt.key or "",
        fingerprint=moment.fingerprint,
        now=moment.now,
    )


def _hints(attempt: Attempt, facts: SendFacts, landing: Landing) -> tuple[DraftHint, int]:
    """Only the first message of a request has hints; the filter's findings come with the landing."""
    if landing.is_open or facts.sender.own.unaccepted:
        return NO_HINTS, 0
    wording = Wording(attempt.text)
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


def decide(attempt: Attempt, facts: SendFacts, moment: Moment, code_id: int = 0) -> Verdict:
    """The key comes first, then the shape, then the rules of a send (behaviour 4.5, 4.13)."""
    if facts.key and facts.key.created_at > moment.now - moment.policy.client_key_lifetime:
        return facts.key if facts.key.fingerprint == moment.fingerprint else IdempotencyConflict()
    if refusal := _refuse_by_shape(attempt, facts, moment):
        return refusal
    recipient = facts.recipient.reach if facts.recipient else None
    pair = replace(facts.pair.ties, code_id=code_id) if code_id else facts.pair.ties
    return decide_send(facts.sender.own, recipient, pair, moment.now, moment.policy)


def _refuse_by_shape(attempt: Attempt, facts: SendFacts, moment: Moment) -> InvalidInput | NotFound | None:
    if flaw := flaw_of_text(attempt.text, _length(attempt, facts, moment.policy)):
        return InvalidInput("text", flaw.reason, flaw.bound)
    if not (attempt.recipient_id or attempt.thread_id):
        return InvalidInput(attempt.field, InvalidInputReason.UNKNOWN)
    if attempt.recipient_id == moment.viewer_id:
        return InvalidInput(attempt.field, InvalidInputReason.SAME_USER)
    if attempt.thread_id and facts.own_folder is None:
        return NotFound()
    return None


def _length(attempt: Attempt, facts: SendFacts, policy: Policy) -> int:
    is_request = attempt.field == "recipientId" or facts.own_folder == Folder.SENT
    return policy.request_length if is_request else policy.message_length


def reasons_of(attempt: Attempt, facts: SendFacts, moment: Moment, filter: Filter) -> HiddenReason:
    """The reasons to hide a request, by its text, the sender's own account and the recipient's own filters."""
    assert facts.recipient is not None
    account, recipient, now, policy = facts.sender.own.account, facts.recipient, moment.now, moment.policy
    in_text, in_names = _needles(recipient, now)
    names = facts.sender.display_name, facts.sender.username or ""
    return union(
        filter.reasons(attempt.text, in_text, account.birth.region),
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
