"""Client keys: the same send twice is one send."""

import hashlib

KEY_LENGTH = 64


def fingerprint(mutation: str, target: str, text: str) -> str:
    """Of the whole input; `text` is trimmed. Equal for equal inputs only."""
    parts = (part.encode("utf-8", "surrogatepass") for part in (mutation, target, text))
    return hashlib.sha256(b"\xff".join(parts)).hexdigest()
