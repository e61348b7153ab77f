"""Usernames, no two of which differ in case, width or what cannot be seen only."""

import unicodedata

from rules.folding import BLANK, UNSEEN


def same_username(username: str) -> str:
    """One spelling for all usernames that are the same, in Turkish as elsewhere: an i with its dot or without."""
    seen = "".join(char for char in username if not _is_unseen(char))
    small = unicodedata.normalize("NFKC", seen).upper().casefold()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFD", small).replace("i\u0307", "i"))


def _is_unseen(char: str) -> bool:
    category = unicodedata.category(char)
    return category == "Cf" or char in BLANK or (category != "Sk" and UNSEEN.match(char) is not None)
