"""Usernames, no two of which differ in case, width or what cannot be seen only."""

import unicodedata
from functools import lru_cache

from rules.folding import BLANK, UNSEEN


@lru_cache(maxsize=1_000)
def same_username(username: str) -> str:
    """One spelling for all usernames that are the same, in Turkish as elsewhere: an i with its dot or without."""
    if username.isascii() and username.isprintable():
        return username.lower()
    seen = "".join(map(_seen, username))
    small = unicodedata.normalize("NFKC", seen).upper().casefold()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFD", small).replace("i\u0307", "i"))


@lru_cache(maxsize=4_096)
def _seen(char: str) -> str:
    category = unicodedata.category(char)
    is_unseen = category == "Cf" or char in BLANK or (category != "Sk" and UNSEEN.match(char) is not None)
    return "" if is_unseen else char
