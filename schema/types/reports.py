"""Reports, for the user who made them and for moderators."""

from datetime import datetime
from enum import Enum
from typing import Annotated, Self

import strawberry

from models.moderation import EvidenceRow, NoteRow, ReportRow
from models.reports import OwnReportRow, ReportStatus
from models.reports import Resolution as Resolution
from models.reports import SubjectKind as ReportSubject
from rules.moderation import NOTE_LENGTH
from schema.types.context import Info
from schema.types.directives import TEXT, Constraint, cost
from schema.types.ids import Kind
from schema.types.node import FromRow, Node, Queued, from_row
from schema.types.pagination import REPORTS, After, Connection, Edge, First, Page, Rows, Slice, edge_of
from schema.types.problems import InvalidInput, Removing, ReportReason, result_of
from schema.types.scalars import URL, described
from schema.types.users import User, read_user

described(
    ReportStatus,
    "How far a report has come.",
    OPEN="Waits for a moderator.",
    CLAIMED="A moderator looks at it.",
    RESOLVED="A moderator ended it.",
)


described(
    Resolution,
    "The outcome that a moderator gives a report.",
    DISMISS="No consequence.",
    WARN="The user sees a warning, with reason and time.",
    RESTRICT="The user can neither send nor accept until a time.",
    BAN="A restriction without end.",
)


@strawberry.input
class ReportInput:
    """Report a user, a thread or a message to the moderators."""

    subject_id: strawberry.ID = strawberry.field(
        description="The id of a User, Thread or Message. The id of a Request or SentRequest reports its thread."
    )
    reason: ReportReason = strawberry.field(description="The reason of the report.")
    note: str | None = strawberry.field(
        default=None,
        description=f"The viewer's own words, up to {NOTE_LENGTH:,} code points; more is InvalidInput.",
        directives=[Constraint(max_length=NOTE_LENGTH)],
    )
    also_block: bool = strawberry.field(default=False, description="Block the user in the same transaction.")
    also_delete: bool = strawberry.field(
        default=False, description="Delete the thread in the same transaction."
    )


@strawberry.type(
    description="The report was received. The answer has only the call's effects on the viewer's own lists: none "
    "if the subject does not exist."
)
class ReportSuccess(Removing):
    """Has no id (behaviour 8.15)."""

    blocked_key: strawberry.Private[int | None]

    @strawberry.field
    async def blocked_user(self, info: Info) -> User | None:
        """The user that `alsoBlock` blocked, with `blockedUserEdge`; null if the call blocked no one."""
        return await read_user(info, self.blocked_key)


ReportResult = Annotated[ReportSuccess | InvalidInput, result_of("report")]


@strawberry.type(description="The reported profile as it was shown when the report was first made.")
class ReportedProfile:
    """No later change touches it; the profile of an erased user goes after `Policy.evidence_lifetime`."""

    username: str = strawberry.field(description="The username at that time.")
    display_name: str = strawberry.field(description="The display name at that time.")
    avatar_url: URL | None = strawberry.field(
        description="The URL of the picture at that time; null if there was none."
    )

    @classmethod
    def of(cls, username: str, display_name: str, avatar_url: str | None) -> Self:
        """From a report's copy."""
        avatar = URL(avatar_url) if avatar_url else None
        return cls(username=username, display_name=display_name, avatar_url=avatar)


described(
    ReportSubject,
    "The kind of object that a report is about.",
    name="ReportSubject",
    USER="A user.",
    THREAD="A thread, or the request in it.",
    MESSAGE="A message.",
)


@strawberry.enum
class OwnReportState(Enum):
    """Whether a report is done, as its reporter sees it."""

    OPEN = strawberry.enum_value("OPEN", description="Moderators have not decided on it.")
    HANDLED = strawberry.enum_value("HANDLED", description="It is closed; the outcome is not told.")


@strawberry.type(
    description="A report that the viewer made, as it was shown then. It says whether moderators have handled it, "
    "never the outcome."
)
class OwnReport(FromRow[OwnReportRow]):
    """A report about nothing, or about a subject that the viewer cannot see, differs from others in its profile only
    (behaviour 8.36)."""

    given: strawberry.Private[list[ReportReason]]

    @strawberry.field
    def subject(self) -> ReportSubject | None:
        """The reported object; null if it did not exist or the viewer could not see it."""
        return None if self.row.username is None else self.row.subject_kind

    @strawberry.field
    def profile(self) -> ReportedProfile | None:
        """The reported user's profile as it was shown then; null if `subject` is null. That of an erased user is no
        longer shown after a time."""
        row = self.row
        if row.username is None or row.display_name is None:
            return None
        return ReportedProfile.of(row.username, row.display_name, row.avatar_url)

    text: str | None = from_row(
        "The text of the reported message; null if another subject was reported.", metadata=cost(TEXT)
    )

    @strawberry.field(metadata=cost(rows=len(ReportReason)))
    def reasons(self) -> list[ReportReason]:
        """The reasons that the viewer gave, each once, in that order; 1 to 9."""
        return self.given

    @strawberry.field
    def state(self) -> OwnReportState:
        """Whether the report is open or handled."""
        return OwnReportState.HANDLED if self.row.resolved_at else OwnReportState.OPEN

    reported_at: datetime = from_row("When the viewer first made the report, UTC.", name="created_at")
    handled_at: datetime | None = from_row(
        "When the report was closed, UTC; null while it is open.", name="resolved_at"
    )


@strawberry.type
class OwnReportConnection(Connection[OwnReport]):
    """The viewer's own reports, newest first."""


@strawberry.type
class ReportNote(FromRow[NoteRow]):
    """A note that the reporter wrote with a report."""

    reason: ReportReason = from_row("The reason given with the note.")
    text: str = from_row(
        f"The note as it was written, 1 to {NOTE_LENGTH:,} code points.", name="note", metadata=cost(TEXT)
    )
    at: datetime = from_row("When the note was written, UTC.", name="filed_at")


@strawberry.type
class ReportNoteConnection(Rows[ReportNote]):
    """The notes of a report, oldest first."""


@strawberry.type(
    description="A message as the reporter saw it: a reported one, or one just before or after it."
)
class EvidenceMessage(FromRow[EvidenceRow]):
    """No later delete changes it; that of an erased user goes after `Policy.evidence_lifetime`.

    `row.sender_id` is None unless the reported user wrote the message.
    """

    @strawberry.field
    async def sender(self, info: Info) -> User | None:
        """The reported user if they wrote the message, else null. The other user of the thread may be the reporter and
        is never shown."""
        return await read_user(info, self.row.sender_id)

    text: str = from_row("The text as it was sent.", metadata=cost(TEXT))
    sent_at: datetime = from_row("When the message was sent, UTC.")
    reported: bool = from_row("Whether this message was reported itself; false for its neighbours.")


@strawberry.type
class EvidenceMessageConnection(Rows[EvidenceMessage]):
    """The messages kept with a report, oldest first."""


@strawberry.type(description="One user's report of another, for moderators. The reporter is not shown.")
class Report(Node, Queued, FromRow[ReportRow]):
    """Holds all that one reporter said of one subject, until the report is resolved.

    `row` has the reported user as it is now, and its profile as shown when the report was made.
    """

    kind = Kind.REPORT

    status: ReportStatus = from_row("Whether the report is open, claimed or resolved.")
    subject: User = from_row(
        "The reported user, also if a thread or a message was reported; the evidence shows which one.",
        name="user",
        of=User,
    )

    @strawberry.field(metadata=cost(rows=len(ReportReason)))
    async def reasons(self, info: Info) -> list[ReportReason]:
        """The reasons given, each once, in the order in which they were given; 1 to 9."""
        return [row.reason for row in await info.context.loaders.reasons.load(self.row.id)]

    @strawberry.field
    async def notes(self, info: Info, first: First = None, after: After = None) -> ReportNoteConnection:
        """The notes of the reporter, oldest first: of each reason up to 20, each text once. Later ones are not kept."""
        page = Page.of(info.context, f"notes:{self.row.id}", Slice(first, after))
        found = await info.context.loaders.notes.load((self.row.id, page.start, page.size))
        return page.fill(ReportNoteConnection, ReportNote, found)

    @strawberry.field
    def profile(self) -> ReportedProfile:
        """The reported user's profile as it was shown when the report was first made."""
        row = self.row
        return ReportedProfile.of(row.username, row.display_name, row.avatar_url)

    @strawberry.field
    async def evidence(
        self, info: Info, first: First = None, after: After = None
    ) -> EvidenceMessageConnection:
        """The messages kept as evidence, oldest first, up to 200."""
        page = Page.of(info.context, f"evidence:{self.row.id}", Slice(first, after))
        found = await info.context.loaders.evidence.load((self.row.id, page.start, page.size))
        return page.fill(EvidenceMessageConnection, EvidenceMessage, found)

    @strawberry.field
    def report_edge(self, info: Info) -> Edge["Report"]:
        """The report as a row of `reports`, to put it into a page that a client keeps."""
        return edge_of(info.context, REPORTS, self)

    created_at: datetime = from_row("When the report was first made, UTC. The queue is in this order.")

    @strawberry.field
    async def claimed_by(self, info: Info) -> User | None:
        """The moderator who looks at it; null until one claims it."""
        return await read_user(info, self.row.claimed_by)

    resolution: Resolution | None = from_row("The outcome of the report; null until it is resolved.")
    until: datetime | None = from_row(
        "The end of the restriction that the report led to, UTC; null if it led to none, or to one without end."
    )


@strawberry.type
class ReportConnection(Connection[Report]):
    """Reports, the longest waiting first."""
