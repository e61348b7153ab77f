"""What a reader takes a text for, in time that grows with its length alone."""

import re

from rules.folding import without_unseen

_SHORT = re.compile("[^\u3300-\u33ff\ufdf0-\ufdfb]+")
"""All but the letters that stand for whole words, up to eighteen letters: those stay as they are."""


def shown(text: str) -> str:
    """`without_unseen`, never much longer than the text."""
    return _SHORT.sub(lambda found: without_unseen(found[0]), text)
