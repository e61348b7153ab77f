"""Ids and cursors as clients see them: sealed, so that they carry no order, count or time and cannot be forged."""

import hashlib
import hmac
import sys
from array import array
from collections.abc import Sequence
from enum import IntEnum
from struct import Struct, pack
from typing import NamedTuple, Self

import msgspec
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

from models.event_log import EventCursor
from schema.types.scalars import SealedEventCursor

SIZE = 16
"""Bytes of a block."""

TEXT = 2 * SIZE
"""Characters of a block: hexadecimal, since Python writes it in one step where base64url takes four."""


CURSOR = 2 * SIZE
"""Bytes of a list cursor."""

PARTS = 2**8
"""Of a list, at most."""


class Permutation:
    """Of each block by itself: ECB is right for that, and lets the context be reused. Many cost as much as one."""

    def __init__(self, key: bytes) -> None:
        cipher = Cipher(AES(key[:SIZE]), ECB())
        self.encrypt = cipher.encryptor().update
        self.decrypt = cipher.decryptor().update

    def seal(self, block: bytes) -> str:
        """The text of one block."""
        return self.encrypt(block).hex()

    def open(self, sealed: str) -> bytes | None:
        """The block; None for a text that is not of one block."""
        data = decoded(sealed, SIZE)
        return None if data is None else self.decrypt(data)


def texts_of(blocks: bytes, size: int = SIZE) -> list[str]:
    """The text of each so many bytes."""
    return blocks.hex(" ", size).split(" ") if blocks else []


def xor(one: bytes, other: bytes) -> bytes:
    """Of bytes of equal length."""
    return (int.from_bytes(one) ^ int.from_bytes(other)).to_bytes(len(one))


def decoded(sealed: str, size: int) -> bytes | None:
    """None for a text that is not the one spelling of so many bytes."""
    if len(sealed) != 2 * size:
        return None
    try:
        data = bytes.fromhex(sealed)
    except ValueError:
        return None
    return data if data.hex() == sealed else None


_ID = Struct(">Bxxxxxxxq")
_PLACE = Struct(">qq")


class Kind(IntEnum):
    """The type of node that an id names; part of the sealed block."""

    USER = 1
    THREAD = 2
    MESSAGE = 3
    REQUEST = 4
    SENT_REQUEST = 5
    REPORT = 6
    MODERATION_ACTION = 7
    VIEWER = 8
    CONTACT_CODE = 9


class ListCursor(NamedTuple):
    """A place in a list: the row's order (microseconds, or a message's seq) and its key.

    `part`: the number of its kind, in a list that has one kind after another.
    """

    order: int
    key: int
    part: int = 0


class Places(msgspec.Struct, frozen=True, gc=False):
    """Places in a list, column by column; without parts they are 0."""

    orders: Sequence[int]
    keys: Sequence[int]
    parts: Sequence[int] = ()

    @classmethod
    def of(cls, places: Sequence[ListCursor]) -> Self:
        """The same, in their order."""
        return cls(*zip(*places, strict=True)) if places else cls((), ())


FIRST = ListCursor(2**63 - 1, 2**63 - 1)
"""Before the newest row of any list that runs from new to old."""

LAST = ListCursor(-1, -1)
"""After the oldest row."""


class Sealer:
    """Seals with keys derived from one secret of the installation; equal inputs give equal strings.

    Older secrets open too: they are tried when the first one opens nothing.

    Ids and event cursors are one AES block each: its redundancy (seven zero bytes; the user's key)
    tells a forged one from ours. A list cursor is two, each of its place mixed with the list and the user, and
    each in another way; the second with the mark of the part too. That they open to one place is the redundancy.
    """

    def __init__(self, secret: bytes, *older: bytes) -> None:
        self.use(secret, *older)

    def use(self, secret: bytes, *older: bytes) -> None:
        """Seal with this secret from now on, and open what the others sealed."""
        self._secret = secret
        self._older = Sealer(*older) if older else None
        self._ids = Permutation(self._derive("ids"))
        self._event_cursors = Permutation(self._derive("event cursors"))
        self._undos = Permutation(self._derive("undos"))
        self._list_cursors = Permutation(self._derive("list cursors"))
        self._marks = [0, *(self._mark(part) for part in range(1, PARTS))]
        self._parts = {mark: part for part, mark in enumerate(self._marks)}
        self._lists = self._derive("lists")

    def seal(self, kind: Kind, key: int) -> str:
        """The opaque id of a node, 32 characters. Keys are not negative."""
        return self._ids.encrypt(_ID.pack(kind, key)).hex()

    def seal_all(self, kind: Kind, keys: Sequence[int]) -> list[str]:
        """The ids of many nodes of a kind, in the order of their keys; a page of them costs as much as three."""
        blocks = bytearray(pack(">" + "8xq" * len(keys), *keys))
        blocks[::SIZE] = bytes((kind,)) * len(keys)
        return texts_of(self._ids.encrypt(blocks))

    def open(self, sealed: str) -> tuple[int, int] | None:
        """Kind and key, or None for an id that we did not seal."""
        data = decoded(sealed, SIZE)
        block = self._ids.decrypt(data) if data else None
        if block is None or any(block[1:8]):
            return self._older.open(sealed) if self._older else None
        kind, key = _ID.unpack(block)
        return kind, key

    def seal_event_cursor(self, cursor: EventCursor) -> SealedEventCursor:
        """32 characters; only the user that the cursor names can open it."""
        return SealedEventCursor(self._event_cursors.seal(_packed(cursor)))

    def open_event_cursor(self, user_id: int, sealed: str) -> EventCursor | None:
        """None for a cursor that is forged or another user's."""
        cursor = _unpacked(self._event_cursors.open(sealed), user_id)
        return self._older.open_event_cursor(user_id, sealed) if cursor is None and self._older else cursor

    def seal_undo(self, cursor: EventCursor) -> str:
        """The id of a bulk delete: the end of the user's log before it."""
        return self._undos.seal(_packed(cursor))

    def open_undo(self, user_id: int, sealed: str) -> EventCursor | None:
        """None for an id that names no bulk delete, or another user's."""
        cursor = _unpacked(self._undos.open(sealed), user_id)
        return self._older.open_undo(user_id, sealed) if cursor is None and self._older else cursor

    def seal_list_cursors(self, list_name: str, user_id: int, places: Places) -> list[str]:
        """Bound to the list and the user, 64 characters each; a page together, for a few of them apart."""
        orders, keys, count = array("q", places.orders), array("q", places.keys), len(places.keys)
        numbers = orders * 4
        numbers[::4] = numbers[3::4] = orders
        numbers[1::4] = numbers[2::4] = keys
        mixed = int.from_bytes(_bytes(numbers)) ^ int.from_bytes(self._bound_to(list_name, user_id) * count)
        if any(places.parts):
            mixed ^= int.from_bytes(b"".join(self._marks[part].to_bytes(CURSOR) for part in places.parts))
        return texts_of(self._list_cursors.encrypt(mixed.to_bytes(CURSOR * count)), CURSOR)

    def open_list_cursor(self, list_name: str, user_id: int, sealed: str) -> ListCursor | None:
        """None for a cursor that is forged, of another list or another user's."""
        data = decoded(sealed, CURSOR)
        if data is None:
            return None
        opened = xor(self._list_cursors.decrypt(data), self._bound_to(list_name, user_id))
        order, key = _PLACE.unpack(opened[:SIZE])
        part = self._parts.get(int.from_bytes(xor(_PLACE.pack(key, order), opened[SIZE:])))
        if part is None:
            return self._older.open_list_cursor(list_name, user_id, sealed) if self._older else None
        return ListCursor(order, key, part)

    def share_of(self, subject: str) -> float:
        """0 ≤ share < 1: constant for a user, and not computable without the secret."""
        digest = hmac.digest(self._derive("shares"), subject.encode(), hashlib.sha256)
        return int.from_bytes(digest[:6]) / 2**48

    def _bound_to(self, list_name: str, user_id: int) -> bytes:
        bound = user_id.to_bytes(8) + list_name.encode()
        return hashlib.blake2b(bound, key=self._lists, digest_size=CURSOR).digest()

    def _mark(self, part: int) -> int:
        return int.from_bytes(self._derive(f"part {part} of a list")[:SIZE])

    def _derive(self, purpose: str) -> bytes:
        return hmac.digest(self._secret, purpose.encode(), hashlib.sha256)


def _bytes(numbers: "array[int]") -> bytes:
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers.tobytes()


def _packed(cursor: EventCursor) -> bytes:
    return cursor.user_id.to_bytes(8) + cursor.epoch.to_bytes(2) + cursor.seq.to_bytes(6)


def _unpacked(block: bytes | None, user_id: int) -> EventCursor | None:
    if block is None or int.from_bytes(block[:8]) != user_id:
        return None
    return EventCursor(user_id, int.from_bytes(block[8:10]), int.from_bytes(block[10:]))
