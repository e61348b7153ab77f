"""What a reader takes a text for, in time that grows with its length alone."""

import re

from rules.folding import without_unseen

_SHORT = re.compile(
    "[^\u00bc-\u00be\u2034\u2037\u2057\u2150-\u215f\u2189\u222d\u2230\u2474-\u24b5\u2a0c\u2a74-\u2a76"
    "\u3200-\u3243\u3250\u32c0-\u32cf\u3300-\u33ff\ufd50-\ufdfc\U0001d100-\U0001d1ff"
    "\U0001f100-\U0001f12a\U0001f240-\U0001f248]+"
)
"""All but what stands for three characters up to eighteen, as fractions and words do: it stays as it is."""


def shown(text: str) -> str:
    """`without_unseen`, never much longer than the text."""
    return _SHORT.sub(lambda found: without_unseen(found[0]), text)
