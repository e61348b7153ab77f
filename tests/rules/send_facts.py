"""The facts of a plain send: a sender without obstacles, a stranger who can be reached, nothing between them."""

from datetime import UTC, date, datetime, timedelta

from rules.eligibility import Account, Birth
from rules.policy import Audience, Policy
from rules.sending import Pair, Recipient, Sender

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
POLICY = Policy()
ADULT = Birth(date(1990, 1, 1), None)
CHILD = Birth(date(2015, 1, 1), None)

ACCOUNT = Account(
    birth=ADULT,
    phone_verified=True,
    created_at=NOON - timedelta(days=400),
    restriction=None,
    restricted_until=None,
)
SENDER = Sender(
    account=ACCOUNT,
    bucket_full_at=NOON,
    blocks_recipient=False,
    unaccepted=0,
    may_cost_a_pair=True,
    pairs_today=0,
)
RECIPIENT = Recipient(
    is_active=True,
    is_erased=False,
    is_verified=False,
    birth=ADULT,
    audience=Audience.EVERYONE,
    age_share=0.0,
)
PAIR = Pair(
    is_open=False,
    has_asked=False,
    recipient_follows=False,
    sender_follows=False,
    recipient_blocks=False,
    recipient_said_never=False,
)
