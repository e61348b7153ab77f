"""Blocks of 16 bytes under AES, and their texts."""

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

SIZE = 16
"""Bytes of a block."""

TEXT = 2 * SIZE
"""Characters of a block: hexadecimal, since Python writes it in one step where base64url takes four."""


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


def texts_of(blocks: bytes) -> list[str]:
    """The text of each block."""
    return blocks.hex(" ", SIZE).split()


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
