"""One sender's script in worlds that differ in one private fact of the recipient: all that is seen is equal."""

import pytest

from tests.blindness.acts import Fact
from tests.blindness.choices import CHOOSING, CHOSEN
from tests.blindness.codes import SHUT, WHILE_SHUT, WITH_CODES
from tests.blindness.conftest import Reference
from tests.blindness.facts import (
    AMONG_OTHERS,
    AS_ONE_OF_MANY,
    AS_SENDER,
    WHILE_OPEN,
    WHILE_PENDING,
    WITH_RECEIPTS,
)
from tests.blindness.plays import Play, differences
from tests.blindness.scripts import ACCEPTING, ACCEPTING_ALL, ANSWERING, OPEN, OTHERS, PENDING, RECEIPTS
from tests.blindness.spans import (
    ACCEPTED,
    FOLLOWED,
    REPLIED,
    STARTING,
    TALKING,
    WHILE_ASKING,
    WHILE_FOLLOWED,
    WHILE_STARTING,
    WHILE_TALKING,
)
from tests.databases import Source

TABLES = {
    "pending": (PENDING, WHILE_PENDING),
    "with a code": (PENDING, WITH_CODES),
    "shut": (SHUT, WHILE_SHUT),
    "open": (OPEN, WHILE_OPEN),
    "with receipts": (RECEIPTS, WITH_RECEIPTS),
    "accepting": (ACCEPTING, AS_SENDER),
    "accepting all": (ACCEPTING_ALL, AS_ONE_OF_MANY),
    "answering": (ANSWERING, AS_SENDER),
    "among others": (OTHERS, AMONG_OTHERS),
    "choosing": (CHOOSING, CHOSEN),
    "talking": (TALKING, WHILE_TALKING),
    "starting": (STARTING, WHILE_STARTING),
    "followed": (FOLLOWED, WHILE_FOLLOWED),
    "accepted": (ACCEPTED, WHILE_ASKING),
    "replied": (REPLIED, WHILE_ASKING),
}
CASES = [
    pytest.param(play, fact, id=f"{state}: {name}")
    for state, (play, facts) in TABLES.items()
    for name, fact in facts.items()
]
"""One more world is a line of a table of facts; one more thing that alice tries is a line of a script."""


@pytest.mark.shows(
    *("10.1", "10.2", "10.3", "10.4", "10.5", "10.6", "10.7", "10.8", "10.9"),
    *("10.10", "10.11", "10.12", "10.13", "10.14", "10.15", "10.16"),
    *(
        "10.19",
        "5.52",
        "5.49",
        "4.43",
        "4.50",
        "4.60",
        "5.7",
        "5.8",
        "7.38",
        "8.3",
        "13.5",
        "13.13",
        "14.2",
        "16.10",
    ),
)
@pytest.mark.parametrize(("play", "fact"), CASES)
async def test_the_sender_sees_no_difference(
    play: Play, fact: Fact, source: Source, reference: Reference
) -> None:
    assert differences(await reference.seen(play, source), await play.seen(source, fact)) == []
