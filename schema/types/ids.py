"""What clients see of keys.

Sealed ids and cursors, which carry no order, count or time and cannot be forged.
"""

import hashlib
import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from enum import IntEnum
from struct import Struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

_ID = Struct(">Bxxxxxxxq")
_PLACE = Struct(">qq")


class Kind(IntEnum):
    """The type of node that an id names; part of what is sealed."""

    USER = 1
    THREAD = 2
    MESSAGE = 3
    REQUEST = 4
    SENT_REQUEST = 5
    REPORT = 6
    MODERATION_ACTION = 7


@dataclass(frozen=True, slots=True)
class StreamPosition:
    """A point in a user's event log; `epoch` changes when the log was restored from a backup."""

    user_id: int
    epoch: int
    seq: int


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a list: the row's order (microseconds, or a message's seq) and its key."""

    order: int
    key: int


FIRST = Place(2**63 - 1, 2**63 - 1)
"""Before the newest row of any list that runs from new to old."""

LAST = Place(-1, -1)
"""Behind the oldest."""


class Sealer:
    """Seals with keys derived from one secret of the installation; equal inputs give equal strings.

    Ids and stream positions are one AES block each: its redundancy (seven zero bytes; the user's key)
    tells a forged one from ours. List cursors are AES-SIV, bound to the list and the viewer.
    """

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._ids = _Block(self._derive("ids")[:16])
        self._positions = _Block(self._derive("positions")[:16])
        self._undos = _Block(self._derive("undos")[:16])
        self._places = AESSIV(self._derive("places"))

    def seal(self, kind: Kind, key: int) -> str:
        """The opaque id of a node, 22 characters."""
        return self._ids.seal(_ID.pack(kind, key))

    def open(self, sealed: str) -> tuple[int, int] | None:
        """Kind and key, or None for what we did not seal."""
        block = self._ids.open(sealed)
        if block is None or any(block[1:8]):
            return None
        kind, key = _ID.unpack(block)
        return kind, key

    def seal_position(self, position: StreamPosition) -> str:
        """The cursor of an event or a snapshot."""
        return self._positions.seal(_packed(position))

    def open_position(self, user_id: int, sealed: str) -> StreamPosition | None:
        """None for what is forged or another user's."""
        return _unpacked(self._positions.open(sealed), user_id)

    def seal_undo(self, position: StreamPosition) -> str:
        """The id of a delete of many, by where the log stood before it."""
        return self._undos.seal(_packed(position))

    def open_undo(self, user_id: int, sealed: str) -> StreamPosition | None:
        """None for what is no delete's id, or another user's."""
        return _unpacked(self._undos.open(sealed), user_id)

    def seal_place(self, list_name: str, user_id: int, place: Place) -> str:
        """The cursor of a row of a list."""
        sealed = self._places.encrypt(_PLACE.pack(place.order, place.key), _bound_to(list_name, user_id))
        return urlsafe_b64encode(sealed).rstrip(b"=").decode()

    def open_place(self, list_name: str, user_id: int, sealed: str) -> Place | None:
        """None for what is forged, of another list or another user's."""
        data = _decode(sealed)
        try:
            plain = self._places.decrypt(data, _bound_to(list_name, user_id))
        except (InvalidTag, ValueError):
            return None
        return Place(*_PLACE.unpack(plain)) if len(plain) == _PLACE.size else None

    def share_of(self, subject: str) -> float:
        """0 ≤ share < 1, the same for ever for a user, and not to be guessed."""
        digest = hmac.digest(self._derive("shares"), subject.encode(), hashlib.sha256)
        return int.from_bytes(digest[:6]) / 2**48

    def _derive(self, purpose: str) -> bytes:
        return hmac.digest(self._secret, purpose.encode(), hashlib.sha256)


class _Block:
    """A permutation of 16 bytes. ECB is right for one block of its own, and lets the context be reused."""

    def __init__(self, key: bytes) -> None:
        cipher = Cipher(AES(key), ECB())
        self._encrypt = cipher.encryptor().update
        self._decrypt = cipher.decryptor().update

    def seal(self, block: bytes) -> str:
        return urlsafe_b64encode(self._encrypt(block))[:22].decode()

    def open(self, sealed: str) -> bytes | None:
        data = _decode(sealed)
        return self._decrypt(data) if len(data) == 16 else None


def _packed(position: StreamPosition) -> bytes:
    return position.user_id.to_bytes(8) + position.epoch.to_bytes(2) + position.seq.to_bytes(6)


def _unpacked(block: bytes | None, user_id: int) -> StreamPosition | None:
    if block is None or int.from_bytes(block[:8]) != user_id:
        return None
    return StreamPosition(user_id, int.from_bytes(block[8:10]), int.from_bytes(block[10:]))


def _decode(sealed: str) -> bytes:
    """Empty for whatever is not the one base64url spelling of some bytes."""
    if len(sealed) > 128 or not sealed.isascii():
        return b""
    try:
        data = urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4))
    except ValueError:
        return b""
    return data if urlsafe_b64encode(data).rstrip(b"=").decode() == sealed else b""


def _bound_to(list_name: str, user_id: int) -> list[bytes]:
    return [list_name.encode(), user_id.to_bytes(8)]
