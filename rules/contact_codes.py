"""Contact codes: a code that a user gives away opens a thread with that user at once."""

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from rules.filtering.normalize import is_unseen
from rules.problems import Flaw, InvalidInput, InvalidInputReason, flaw_of_end
from rules.text import flaw_of_text

MOST_CODES = 20
"""The most good codes of a user."""
MOST_USES = 1_000
LABEL_LENGTH = 64

CODE_BYTES = 10
"""80 random bits: no one finds a code by trying, nor by hashing all codes of a leaked table."""
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("ILO", "110")
_MINUS = "\u2212"
_BITS, _GROUP = 5, 4


@dataclass(frozen=True, slots=True)
class ContactCode:
    """`uses`: the threads that it may open, `used`: those that it has opened; `expires_at` None: without an end."""

    uses: int
    used: int
    expires_at: datetime | None

    def is_good(self, now: datetime) -> bool:
        """By the clock: nothing is written when its time is over."""
        return self.used < self.uses and (self.expires_at is None or now < self.expires_at)


def spelled(code: bytes) -> str:
    """Groups of four digits and letters, without those that look alike."""
    number, count = int.from_bytes(code), len(code) * 8 // _BITS
    text = "".join(_LETTERS[number >> _BITS * place & 31] for place in reversed(range(count)))
    return "-".join(text[at : at + _GROUP] for at in range(0, count, _GROUP))


def same_code(typed: str) -> str:
    """One text for every way in which people type a code: without case, width, hyphens, spaces, and I, L and O."""
    # Letter by letter: to put many accents in order takes the square of their number.
    return "".join(map(_letters, typed)).translate(_READ_AS)


@lru_cache(maxsize=4_096)
def _letters(char: str) -> str:
    """Without white space, dashes, and what cannot be seen: codes are copied out of messages."""
    letters = unicodedata.normalize("NFKC", char).upper()
    return "".join(one for one in letters if not _only_parts(one))


def _only_parts(char: str) -> bool:
    return char.isspace() or char == _MINUS or unicodedata.category(char) == "Pd" or is_unseen(char)


def digest_of(owner_id: int, typed: str) -> str:
    """The only form in which a code is stored; each user's codes have to be searched for by themselves."""
    code = same_code(typed).encode("utf-8", "surrogatepass")
    return hashlib.sha256(b"%d\xff%s" % (owner_id, code)).hexdigest()


def flaw_of_new(label: str, uses: int, expires_at: datetime | None, now: datetime) -> InvalidInput | None:
    """The flaw that refuses such a code; `label` is trimmed."""
    end = flaw_of_end(expires_at, now) if expires_at else None
    is_countable = 1 <= uses <= MOST_USES
    return InvalidInput.of(
        [
            ("label", flaw_of_text(label, LABEL_LENGTH)),
            ("uses", None if is_countable else Flaw(InvalidInputReason.BAD_FORMAT)),
            ("expiresAt", Flaw(end) if end else None),
        ]
    )
