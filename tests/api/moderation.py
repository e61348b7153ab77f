"""A moderator, reports, and the ways to end them."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from tests.world import Person, World

NOT_ALLOWED = {
    "__typename": "NotAllowed",
    "code": "NOT_ALLOWED",
    "message": "You are not allowed to do this.",
}


def moderator(person: Person) -> Person:
    """The same one, with a moderator's token."""
    return replace(person, roles=("moderator",))


async def staff(world: World, *names: str) -> list[Person]:
    """The moderator first, then the others by their names."""
    judy, *others = await world.cast("judy", *names)
    return [moderator(judy), *others]


async def report(reporter: Person, subject_id: str, reason: str = "SPAM", **more: Any) -> None:
    """By a user, of anything."""
    given = {"subjectId": subject_id, "reason": reason, **more}
    assert (await reporter.do("report", **given))["__typename"] == "ReportSuccess"


async def reported(judy: Person, subject: Person, **filters: Any) -> Any:
    """The newest report of a user in the moderators' queue."""
    return (await judy.nodes("reports", subject=subject.id, **filters))[-1]


def rows_of(page: Any) -> list[Any]:
    """The nodes of a page of a report's notes or evidence."""
    return [edge["node"] for edge in page["edges"]]


async def resolve(
    judy: Person, reporter: Person, subject: Person, resolution: str, until: datetime | None = None
) -> Any:
    """A report of a user, and its resolution."""
    await report(reporter, subject.id)
    id = (await reported(judy, subject))["id"]
    given = {"reportId": id, "resolution": resolution, "until": until and until.isoformat()}
    return await judy.do("resolveReport", **given)


async def restrict(judy: Person, reporter: Person, subject: Person, **time: float) -> datetime:
    """Until so much later (as of timedelta); until when."""
    until = judy.world.clock.now + timedelta(**time)
    found = await resolve(judy, reporter, subject, "RESTRICT", until)
    assert found["__typename"] == "ResolveReportSuccess", found
    return until


async def ban(judy: Person, reporter: Person, subject: Person) -> None:
    found = await resolve(judy, reporter, subject, "BAN")
    assert found["__typename"] == "ResolveReportSuccess", found


def restricted(until: datetime | None = None, reason: str = "SPAM") -> dict[str, Any]:
    """The answer to a send and an accept; no time: without end."""
    return {
        "__typename": "MessagingRestricted",
        "code": "MESSAGING_RESTRICTED",
        "message": "A moderator has restricted your messaging.",
        "until": until and until.isoformat(),
        "restrictionReason": reason,
    }
