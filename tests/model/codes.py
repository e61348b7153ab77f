"""Contact codes, plainly: what people make, give away and revoke, and when a send opens a thread by one."""

from tests.model.facts import Code, Plain, time
from tests.model.sends import Answer


def shown(code: Code) -> Answer:
    """A row of its user's list."""
    return {
        "label": code.label,
        "uses": code.uses,
        "usesLeft": code.uses - code.used,
        "createdAt": time(code.made_at),
        "expiresAt": time(code.ends_at),
    }


def listed(plain: Plain, me: str) -> list[Answer]:
    """Those that are good, newest first."""
    return [shown(code) for code in reversed(plain.users[me].codes) if plain.is_good(code)]


def make(plain: Plain, me: str, code: Code) -> Answer:
    """Those that are over are forgotten then."""
    user = plain.users[me]
    user.codes = [one for one in user.codes if plain.is_good(one)] + [code]
    return {
        "__typename": "CreateContactCodeSuccess",
        "contactCode": shown(code),
        "viewer": {"contactCodes": listed(plain, me)},
    }


def revoke(plain: Plain, me: str, code: Code) -> Answer:
    """One that is over too, while it is not forgotten."""
    plain.users[me].codes.remove(code)
    return {"__typename": "RevokeContactCodeSuccess"}
