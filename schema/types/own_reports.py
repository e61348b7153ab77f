"""The viewer's own reports."""

from datetime import datetime
from enum import Enum
from typing import TypeAlias

import strawberry

from models.reports import OwnReportRow
from models.reports import SubjectKind as StoredSubject
from schema.types.directives import TEXT, cost
from schema.types.pagination import Connection
from schema.types.problems import ReportReason
from schema.types.reports import ReportedProfile
from schema.types.scalars import described

ReportSubject: TypeAlias = StoredSubject
described(
    StoredSubject,
    "ReportSubject",
    "The kind of object that a report is about.",
    {"USER": "A user.", "THREAD": "A thread, or the request in it.", "MESSAGE": "A message."},
)


@strawberry.enum(description="Whether a report is done, as its reporter sees it.")
class OwnReportState(Enum):
    """No outcome."""

    OPEN = strawberry.enum_value("OPEN", description="Moderators have not decided on it.")
    HANDLED = strawberry.enum_value("HANDLED", description="It is closed; the outcome is not told.")


@strawberry.type(
    description="A report that the viewer made, as it was shown then. It says whether moderators have handled it, "
    "never the outcome."
)
class OwnReport:
    """A report about nothing, or about a subject that the viewer cannot see, differs from others in its profile only
    (behaviour 8.36)."""

    row: strawberry.Private[OwnReportRow]
    given: strawberry.Private[list[ReportReason]]

    @strawberry.field(
        description="The reported object; null if it did not exist or the viewer could not see it."
    )
    def subject(self) -> ReportSubject | None:
        """Only facts that were shown at that time."""
        return None if self.row.username is None else self.row.subject_kind

    @strawberry.field(
        description="The reported user's profile as it was shown then; null if `subject` is null. That of an erased "
        "user is no longer shown after a time."
    )
    def profile(self) -> ReportedProfile | None:
        row = self.row
        if row.username is None or row.display_name is None:
            return None
        return ReportedProfile.of(row.username, row.display_name, row.avatar_url)

    @strawberry.field(
        description="The text of the reported message; null if another subject was reported.",
        metadata=cost(TEXT),
    )
    def text(self) -> str | None:
        return self.row.text

    @strawberry.field(
        description="The reasons that the viewer gave, each once, in that order; 1 to 9.",
        metadata=cost(rows=len(ReportReason)),
    )
    def reasons(self) -> list[ReportReason]:
        """A further report of the same subject adds its reason."""
        return self.given

    @strawberry.field(description="Whether the report is open or handled.")
    def state(self) -> OwnReportState:
        """A claim by a moderator is not shown."""
        return OwnReportState.HANDLED if self.row.resolved_at else OwnReportState.OPEN

    @strawberry.field(description="When the viewer first made the report, UTC.")
    def reported_at(self) -> datetime:
        return self.row.created_at

    @strawberry.field(description="When the report was closed, UTC; null while it is open.")
    def handled_at(self) -> datetime | None:
        return self.row.resolved_at


@strawberry.type(description="The viewer's own reports, newest first.")
class OwnReportConnection(Connection[OwnReport]):
    """`ReportClosed` tells when one of them is handled."""
