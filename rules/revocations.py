"""Which tokens of a user are refused, and the checks of a time before it is stored."""

from datetime import datetime, timedelta

from rules.problems import Flaw, InvalidInput, InvalidInputReason
from rules.provisioning import SUBJECT_LENGTH
from rules.text import flaw_of_kept

CLOCK_SKEW = timedelta(minutes=1)
"""How far the host's clock may be ahead of ours."""


def is_revoked(issued_at: datetime | None, valid_from: datetime | None) -> bool:
    """A token that does not say when it was issued counts as older than any other."""
    return valid_from is not None and (issued_at is None or issued_at < valid_from)


def refuse_revocation(subject: str, before: datetime, now: datetime) -> InvalidInput | None:
    """All flaws that show without looking at users. A time in the future would refuse tokens that are good."""
    is_ahead = before > now + CLOCK_SKEW
    return InvalidInput.of(
        [
            ("subject", flaw_of_kept(subject, SUBJECT_LENGTH)),
            ("before", Flaw(InvalidInputReason.IN_FUTURE) if is_ahead else None),
        ]
    )
