"""The decision of a send in its order: the key, the shape, the rule."""

from dataclasses import dataclass

from models.membership import Folder
from models.send_facts import KeyedRow, SendFacts
from resolvers.send_plan import Attempt, Moment, pair_of, recipient_of, sender_of
from rules.policy import Policy
from rules.refusals import IdempotencyConflict, InvalidInput, NotFound, Refusal
from rules.sending import Landing, decide_send
from rules.text import is_sendable


@dataclass(frozen=True, slots=True)
class Replayed:
    """What the client key answered the first time; nothing is charged. No message: RecipientUnavailable."""

    message_id: int | None
    thread_id: int | None


Verdict = Landing | Refusal | Replayed


def decide(attempt: Attempt, facts: SendFacts, moment: Moment) -> Verdict:
    """What comes of this send."""
    if facts.key and facts.key.created_at > moment.now - moment.policy.client_key_lifetime:
        return _replay(facts.key, moment.fingerprint)
    if refusal := _refuse_by_shape(attempt, facts, moment):
        return refusal
    recipient = recipient_of(facts.recipient) if facts.recipient else None
    return decide_send(sender_of(attempt, facts), recipient, pair_of(facts), moment.now, moment.policy)


def _replay(key: KeyedRow, fingerprint: str) -> IdempotencyConflict | Replayed:
    if key.fingerprint != fingerprint:
        return IdempotencyConflict()
    return Replayed(key.message_id, key.thread_id)


def _refuse_by_shape(attempt: Attempt, facts: SendFacts, moment: Moment) -> InvalidInput | NotFound | None:
    if not is_sendable(attempt.text, _length(attempt, facts, moment.policy)):
        return InvalidInput("text")
    if not (attempt.recipient_id or attempt.thread_id) or attempt.recipient_id == moment.viewer_id:
        return InvalidInput(attempt.field)
    if attempt.thread_id and facts.own_folder is None:
        return NotFound()
    return None


def _length(attempt: Attempt, facts: SendFacts, policy: Policy) -> int:
    is_request = attempt.field == "recipientId" or facts.own_folder == Folder.SENT
    return policy.request_length if is_request else policy.message_length
