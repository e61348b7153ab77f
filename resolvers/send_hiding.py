"""Why a request of this send would be hidden from its recipient."""

from models.send_facts import SendFacts
from resolvers.send_plan import Attempt, Moment
from rules.hiding import Filter, HiddenReason, account_reasons


def reasons_of(attempt: Attempt, facts: SendFacts, moment: Moment, filter: Filter) -> HiddenReason:
    """By the text, the server's words, the recipient's, and what the sender sees of its own requests."""
    needles = facts.recipient and facts.recipient.needles
    by_account = account_reasons(
        facts.sender.account.created_at, facts.others_pending, moment.now, moment.policy
    )
    region = facts.sender.account.birth.region
    return filter.reasons(attempt.text, needles or "", region) | by_account
