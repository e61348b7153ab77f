"""The draws of people: so often this, so often that. A failure shrinks to the first of each."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

Draw = Callable[[st.SearchStrategy[Any]], Any]

BOTH = st.booleans()
USUALLY = st.sampled_from([True] * 9 + [False])
RARELY = USUALLY.map(lambda usual: not usual)
TEXTS = st.sampled_from(
    ["hello"] * 4
    + [
        "slimy",
        "example.com",
        "mail@example.org",
        "crypto",
        "crypto",
        "x" * 40,
        " ",
        "\u03c3\u03bf\u03c6\u03cc\u03c3",
    ]
)
MATCHING = st.sampled_from(["slimy", "example.com", "hello"])
KEYED = st.sampled_from(["again", "otherwise"])
KEYS = st.sampled_from(["one", "two"])
AUDIENCES = st.sampled_from(["EVERYONE", "EVERYONE", "PEOPLE_I_FOLLOW", "FRIENDS", "NO_ONE"])
CHOICES = st.sampled_from([None, None, None, "HIDDEN", "REQUESTS"])
REASONS = st.sampled_from(["SPAM", "HATE", "OTHER"])
FOLDERS = st.sampled_from([None, None, "REQUESTS", "HIDDEN", "ARCHIVED"])
HIDDEN_REASONS = st.sampled_from([None] * 4 + ["LINK", "OWN_WORD"])
EITHER = st.sampled_from(
    [{}] * 3
    + [
        {name: wanted}
        for name in ("mutualFollows", "followsMe", "verified", "hasLink")
        for wanted in (True, False)
    ]
)
ORDERS = st.sampled_from(["NEWEST", "OLDEST", "MUTUAL_FOLLOWS"])
PARTS = st.sampled_from([None] * 6 + ["hell", "crypto", "\u03c3\u03bf\u03c6\u03cc\u03c2"])
WAITS = st.sampled_from(
    [timedelta(minutes=minutes) for minutes in (2, 2, 9, 11, 60, 24 * 60, 31 * 24 * 60, 91 * 24 * 60)]
)
