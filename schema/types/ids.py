"""Ids and cursors as clients see them: sealed.

They carry no order, count or time and cannot be forged.
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

from events.stream import EventCursor
from schema.types.scalars import SealedEventCursor

_ID = Struct(">Bxxxxxxxq")
_LIST_CURSOR = Struct(">qqB")


class Kind(IntEnum):
    """The type of node that an id names; part of what is sealed."""

    USER = 1
    THREAD = 2
    MESSAGE = 3
    REQUEST = 4
    SENT_REQUEST = 5
    REPORT = 6
    MODERATION_ACTION = 7
    VIEWER = 8


@dataclass(frozen=True, slots=True, order=True)
class ListCursor:
    """A place in a list: the row's order (microseconds, or a message's seq) and its key.

    `part`: the number of its kind, in a list that has one kind after another.
    """

    order: int
    key: int
    part: int = 0


FIRST = ListCursor(2**63 - 1, 2**63 - 1)
"""Before the newest row of any list that runs from new to old."""

LAST = ListCursor(-1, -1)
"""After the oldest row."""


class Sealer:
    """Seals with keys derived from one secret of the installation; equal inputs give equal strings.

    Ids and event cursors are one AES block each: its redundancy (seven zero bytes; the user's key)
    tells a forged one from ours. List cursors are AES-SIV, bound to the list and the viewer.
    """

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._ids = _Block(self._derive("ids")[:16])
        self._event_cursors = _Block(self._derive("event cursors")[:16])
        self._undos = _Block(self._derive("undos")[:16])
        self._list_cursors = AESSIV(self._derive("list cursors"))

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

    def seal_event_cursor(self, cursor: EventCursor) -> SealedEventCursor:
        """22 characters; only the user that the cursor names can open it."""
        return SealedEventCursor(self._event_cursors.seal(_packed(cursor)))

    def open_event_cursor(self, user_id: int, sealed: str) -> EventCursor | None:
        """None for a cursor that is forged or another user's."""
        return _unpacked(self._event_cursors.open(sealed), user_id)

    def seal_undo(self, cursor: EventCursor) -> str:
        """The id of a bulk delete: the end of the user's log before it."""
        return self._undos.seal(_packed(cursor))

    def open_undo(self, user_id: int, sealed: str) -> EventCursor | None:
        """None for an id that names no bulk delete, or another user's."""
        return _unpacked(self._undos.open(sealed), user_id)

    def seal_list_cursor(self, list_name: str, user_id: int, cursor: ListCursor) -> str:
        """Bound to the list and the user."""
        sealed = self._list_cursors.encrypt(
            _LIST_CURSOR.pack(cursor.order, cursor.key, cursor.part), _bound_to(list_name, user_id)
        )
        return urlsafe_b64encode(sealed).rstrip(b"=").decode()

    def open_list_cursor(self, list_name: str, user_id: int, sealed: str) -> ListCursor | None:
        """None for a cursor that is forged, of another list or another user's."""
        data = _decode(sealed)
        try:
            plain = self._list_cursors.decrypt(data, _bound_to(list_name, user_id))
        except (InvalidTag, ValueError):
            return None
        return ListCursor(*_LIST_CURSOR.unpack(plain)) if len(plain) == _LIST_CURSOR.size else None

    def share_of(self, subject: str) -> float:
        """0 ≤ share < 1: constant for a user, and not computable without the secret."""
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


def _packed(cursor: EventCursor) -> bytes:
    return cursor.user_id.to_bytes(8) + cursor.epoch.to_bytes(2) + cursor.seq.to_bytes(6)


def _unpacked(block: bytes | None, user_id: int) -> EventCursor | None:
    if block is None or int.from_bytes(block[:8]) != user_id:
        return None
    return EventCursor(user_id, int.from_bytes(block[8:10]), int.from_bytes(block[10:]))


def _decode(sealed: str) -> bytes:
    """Empty for a text that is not the one base64url spelling of its bytes."""
    if len(sealed) > 128 or not sealed.isascii():
        return b""
    try:
        data = urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4))
    except ValueError:
        return b""
    return data if urlsafe_b64encode(data).rstrip(b"=").decode() == sealed else b""


def _bound_to(list_name: str, user_id: int) -> list[bytes]:
    return [list_name.encode(), user_id.to_bytes(8)]
