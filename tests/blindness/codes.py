"""Contact codes of the recipient, and a sender who tries one that opens nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from models.contact_codes import ContactCode
from rules.contact_codes import MOST_CODES, digest_of
from tests.blindness.acts import Act, Fact, Runs, by
from tests.blindness.plays import Play
from tests.blindness.sender import Moment, Step
from tests.blindness.steps import GLANCE, KNOWN, LISTEN, LOOK, SOON, do, request
from tests.world import START, World

ALICE = "$user:alice"


@dataclass(frozen=True)
class Gives:
    """A user has the code that alice knows; its text is drawn nowhere else, so it is written as a row."""

    who: str = "bob"
    used: int = 0
    days: int | None = None

    async def run(self, world: World) -> None:
        owner, ends = world.people[self.who].key, self.days is not None
        await ContactCode(
            user_id=owner,
            digest=digest_of(owner, KNOWN),
            label="a card",
            uses=1,
            used=self.used,
            created_at=START,
            expires_at=START + timedelta(days=self.days or 0) if ends else None,
        ).save(using_db=world.database.orm)


MAKES = by("bob", "createContactCode", label="a card", uses=2, expiresAt=SOON)
REVOKES = by("bob", "revokeContactCode", contactCodeId="$contactCode:bob")
RESTRICTS: Sequence[Act] = (
    by("carol", "report", subjectId="$user:bob", reason="SPAM"),
    by("judy", "resolveReport", reportId="$report:carol-bob", resolution="RESTRICT", until=SOON),
)
BAD: Mapping[str, Sequence[Runs]] = {
    "spent": [Gives(used=1)],
    "expired": [Gives(days=0)],
    "revoked": [Gives(), REVOKES],
    "another's": [Gives("carol")],
    "of others": [MAKES],
}
"""Acts of the recipient with the code that open no thread; or the code is another user's."""
GOOD = Gives()
BLOCKS, UNBLOCKS = by("bob", "block", userId=ALICE), by("bob", "unblock", userId=ALICE)
SHUNS = by("bob", "delete", id="$thread:alice-bob", never=True)

WITH_BAD_CODES: Mapping[str, Fact] = {f"a code {name}": Fact({0: acts}) for name, acts in BAD.items()}
WITH_CODES: Mapping[str, Fact] = {
    **WITH_BAD_CODES,
    "codes made and revoked": Fact({0: [MAKES], 2: [REVOKES]}),
    "a good code, but blocked": Fact({0: [BLOCKS, GOOD]}),
    "a good code, but restricted": Fact({0: [*RESTRICTS, GOOD]}),
    "a good code, but deleted with never": Fact({1: [SHUNS, GOOD]}),
    "a good code, revoked in time": Fact({0: [GOOD], 1: [REVOKES]}),
}
"""While alice's request is pending; she tries the code from the third message on."""

SHUT = Play(
    before=["bob closes-to alice"],
    script=[
        *LISTEN,
        Moment(0),
        request("one", code=KNOWN, clientKey="a"),
        Step("viewer"),
        request("one", code=KNOWN, clientKey="a"),
        request("one", code="another", clientKey="a"),
        request("two", whom="$user:nobody", code=KNOWN),
        *GLANCE,
        do("createContactCode", label="x"),
        *[Step("createContactCode", {"input": {"label": "x"}}, is_brief=True) for _ in range(1, MOST_CODES)],
        do("createContactCode", label="x"),
        do("revokeContactCode", contactCodeId="$contactCode:bob"),
        *LOOK,
    ],
)
"""No one may write to bob. Alice makes as many codes as she can."""
WHILE_SHUT: Mapping[str, Fact] = {
    **WITH_BAD_CODES,
    "a good code, but blocked": Fact({0: [BLOCKS, GOOD]}),
    "a good code, but restricted": Fact({0: [*RESTRICTS, GOOD]}),
}
