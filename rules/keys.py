"""Client keys: the same send twice is one send."""

import hashlib

from rules.text import is_storable


def is_client_key(key: str) -> bool:
    """1 to 64 characters that both databases keep."""
    return 1 <= len(key) <= 64 and is_storable(key)


def fingerprint(mutation: str, target: str, text: str) -> str:
    """Of the whole input; `text` is trimmed. Equal for equal inputs only."""
    parts = (part.encode("utf-8", "surrogatepass") for part in (mutation, target, text))
    return hashlib.sha256(b"\xff".join(parts)).hexdigest()
