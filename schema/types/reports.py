"""Reports: what a user files, and what moderators see of it."""

from datetime import datetime
from typing import Annotated, Self

import strawberry

from models.db.timestamps import to_micros
from models.moderation import EvidenceRow, NoteRow, ReportRow
from schema.types.context import Info
from schema.types.costs import TEXT, cost
from schema.types.enums import ReportReason, ReportStatus, Resolution
from schema.types.ids import Kind, ListCursor
from schema.types.node import Node
from schema.types.pagination import Connection, Rows, Slice
from schema.types.problems import InvalidInput, Success
from schema.types.scalars import URL
from schema.types.users import User


@strawberry.input(description="Report a user, a thread or a message to the moderators.")
class ReportInput:
    """What was said around it is kept as evidence."""

    subject_id: strawberry.ID = strawberry.field(
        description="A User's, Thread's or Message's id; a Request's or SentRequest's stands for its thread."
    )
    reason: ReportReason = strawberry.field(description="What it is about.")
    note: str | None = strawberry.field(
        default=None, description="In own words, up to 2,000 code points; more is InvalidInput."
    )
    also_block: bool = strawberry.field(default=False, description="Block the user with the same step.")
    also_delete: bool = strawberry.field(default=False, description="Delete the thread with the same step.")


@strawberry.type(description="Thank you. The same answer, whatever the id named.")
class ReportSuccess(Success):
    """Carries nothing more."""


ReportResult = Annotated[
    ReportSuccess | InvalidInput,
    strawberry.union("ReportResult", description="What `report` answers."),
]

First = Annotated[
    int | None,
    strawberry.argument(description="How many: 1 to 100; 20 unless given. Any other is BAD_USER_INPUT."),
]
After = Annotated[
    str | None,
    strawberry.argument(
        description="An edge's cursor of this list of this report: go on behind it. Any other is BAD_USER_INPUT."
    ),
]


@strawberry.type(description="The reported profile as it was shown when the report was first made.")
class ReportedProfile:
    """No later change touches it, an erasing only when its time is over."""

    username: str = strawberry.field(description="The name then.")
    display_name: str = strawberry.field(description="The name to show, then.")
    avatar_url: URL | None = strawberry.field(description="The picture, then.")


@strawberry.type(description="What was said with a report.")
class ReportNote:
    """Never who did."""

    reason: ReportReason = strawberry.field(description="The reason that came with it.")
    text: str = strawberry.field(description="As it was said, 1 to 2,000 code points.", metadata=cost(TEXT))
    at: datetime = strawberry.field(description="When, UTC.")

    @classmethod
    def of(cls, row: NoteRow) -> Self:
        """The one way from a row."""
        return cls(reason=row.reason, text=row.note, at=row.filed_at)


@strawberry.type(description="What was said with a report, oldest first.")
class ReportNoteConnection(Rows[ReportNote]):
    """Of one report."""


@strawberry.type(description="A message as the reporter saw it: a reported one, or a neighbour.")
class EvidenceMessage:
    """Stays as it was, whatever is deleted since; an erased user's until the time of such evidence is over."""

    row: strawberry.Private[EvidenceRow]

    @classmethod
    def of(cls, row: EvidenceRow) -> Self:
        """The one way from a row."""
        return cls(row=row)

    @strawberry.field(
        description="The reported user, or null: the other one's, who may be the reporter and is shown to nobody."
    )
    async def sender(self, info: Info) -> User | None:
        """Batched."""
        key = self.row.sender_id
        return None if key is None else User.of(await info.context.loaders.users.load(key))

    @strawberry.field(description="As it was sent.", metadata=cost(TEXT))
    def text(self) -> str:
        """1 to 2,000 code points."""
        return self.row.text

    @strawberry.field(description="When it was sent, UTC.")
    def sent_at(self) -> datetime:
        """The server's clock."""
        return self.row.sent_at

    @strawberry.field(description="Whether it was reported itself.")
    def reported(self) -> bool:
        """Else it stands around what was."""
        return self.row.reported


@strawberry.type(description="What was kept with a report, oldest first.")
class EvidenceMessageConnection(Rows[EvidenceMessage]):
    """Of one report."""


@strawberry.type(description="What one user reported of another; for moderators. Who reported is not told.")
class Report(Node):
    """All that the same reporter said of the same subject, until it is resolved."""

    kind = Kind.REPORT
    row: strawberry.Private[ReportRow]

    @classmethod
    def of(cls, row: ReportRow) -> Self:
        """The one way from a row."""
        return cls(row=row)

    @property
    def key(self) -> int:
        """The report's."""
        return self.row.id

    @property
    def list_cursor(self) -> ListCursor:
        """In the queue, which runs from old to new, so both numbers are negative."""
        return ListCursor(-to_micros(self.row.created_at), -self.row.id)

    @strawberry.field(description="How far it has come.")
    def status(self) -> ReportStatus:
        """OPEN at first."""
        return self.row.status

    @strawberry.field(
        description="The reported user, also if a thread or a message was reported: the evidence shows which."
    )
    def subject(self) -> User:
        """Came with the row, as it is now."""
        return User.of(self.row.user)

    @strawberry.field(
        description="What it is about, each reason once, in the order of reporting; 1 to 9.",
        metadata=cost(rows=len(ReportReason)),
    )
    async def reasons(self, info: Info) -> list[ReportReason]:
        """Batched."""
        return [row.reason for row in await info.context.loaders.reasons.load(self.row.id)]

    @strawberry.field(
        description="What was said with it, oldest first: of each reason up to 20, each text once. Later ones are "
        "not kept."
    )
    async def notes(self, info: Info, first: First = None, after: After = None) -> ReportNoteConnection:
        """Batched."""
        return await info.context.loaders.notes.load((self.row.id, Slice(first, after)))

    @strawberry.field(description="Whom it is about, as shown then.")
    def profile(self) -> ReportedProfile:
        """Came with the row."""
        row = self.row
        avatar_url = URL(row.avatar_url) if row.avatar_url else None
        return ReportedProfile(username=row.username, display_name=row.display_name, avatar_url=avatar_url)

    @strawberry.field(description="What was kept, oldest first: up to 200 messages.")
    async def evidence(
        self, info: Info, first: First = None, after: After = None
    ) -> EvidenceMessageConnection:
        """Batched."""
        return await info.context.loaders.evidence.load((self.row.id, Slice(first, after)))

    @strawberry.field(description="When it was first made, UTC; the queue's order.")
    def created_at(self) -> datetime:
        """Further reports of it change nothing here."""
        return self.row.created_at

    @strawberry.field(description="The moderator who looks at it; null until one claims it.")
    async def claimed_by(self, info: Info) -> User | None:
        """Batched."""
        key = self.row.claimed_by
        return None if key is None else User.of(await info.context.loaders.users.load(key))

    @strawberry.field(description="What came of it; null until it is resolved.")
    def resolution(self) -> Resolution | None:
        """Never changes again."""
        return self.row.resolution

    @strawberry.field(description="Until when it restricts, UTC; null if it does not, or without end.")
    def until(self) -> datetime | None:
        """As the moderator said it."""
        return self.row.until


@strawberry.type(description="Reports, the longest waiting first.")
class ReportConnection(Connection[Report]):
    """Never of the moderator who looks."""
