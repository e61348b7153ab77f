"""Usernames, no two of which differ in case, width or what cannot be seen only."""

import unicodedata


def same_username(username: str) -> str:
    """One spelling for all usernames that are the same."""
    seen = "".join(char for char in username if not _is_unseen(char))
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen).casefold())


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) == "Cf" or unicodedata.name(char, "").startswith("VARIATION SELECTOR")
