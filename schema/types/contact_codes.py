"""Contact codes, as their user sees them."""

from datetime import datetime
from typing import Annotated

import strawberry

from models.contact_codes import ContactCodeRow
from rules.contact_codes import LABEL_LENGTH, MOST_USES
from schema.types.context import Info
from schema.types.directives import Constraint
from schema.types.ids import Kind
from schema.types.node import FromRow, Node, from_row
from schema.types.problems import (
    ContactCodeLimitReached,
    InvalidInput,
    NotFound,
    OfViewer,
    Success,
    result_of,
)


@strawberry.type(
    description="A code that the viewer gave away: a `sendRequest` with it opens a thread with the viewer at once. "
    "Only the viewer can see it."
)
class ContactCode(FromRow[ContactCodeRow], Node):
    """Without the code: only its hash is stored (behaviour 5.48)."""

    kind = Kind.CONTACT_CODE

    label: str = from_row(f"The viewer's own name for it, 1 to {LABEL_LENGTH} code points.")
    uses: int = from_row(f"How many threads it may open in all, 1 to {MOST_USES}.")

    @strawberry.field
    def uses_left(self) -> int:
        """How many threads it may still open."""
        return self.row.uses - self.row.used

    created_at: datetime = from_row("When the viewer made it, UTC.")
    expires_at: datetime | None = from_row("When it ends, UTC; null: it does not end by itself.")


@strawberry.input
class CreateContactCodeInput:
    """Make a contact code to give away: by it others open a thread with the viewer, past the audience."""

    label: str = strawberry.field(
        description=f"To tell the viewer's codes apart: 1 to {LABEL_LENGTH} code points after trimming, else "
        "InvalidInput. No one else sees it.",
        directives=[Constraint(min_length=1, max_length=LABEL_LENGTH)],
    )
    uses: int = strawberry.field(
        default=1,
        description=f"How many threads it may open: 1 to {MOST_USES}, else InvalidInput.",
        directives=[Constraint(min=1, max=MOST_USES)],
    )
    expires_at: datetime | None = strawberry.field(
        default=None,
        description="When it ends: in the future and at most ten years ahead, else InvalidInput. Null: it does not "
        "end by itself.",
    )


@strawberry.type(description="The code is made. It is shown here and never again.")
class CreateContactCodeSuccess(Success):
    """A code that was lost on its way to the client can still be revoked by its row."""

    plain_code: str = strawberry.field(
        description="The code: letters and digits in four groups of four, as in `7F3C-19KD-0QXZ-52MA`."
    )
    contact_code_row: strawberry.Private[ContactCodeRow]
    viewer: OfViewer = strawberry.field(description="The viewer, with the new code in `contactCodes`.")

    @strawberry.field
    def contact_code(self) -> ContactCode:
        """The new row of `viewer.contactCodes`."""
        return ContactCode.of(self.contact_code_row)


@strawberry.input
class RevokeContactCodeInput:
    """End a contact code of the viewer. Threads that it opened stay open."""

    contact_code_id: strawberry.ID = strawberry.field(
        description="The id of a ContactCode, else InvalidInput; NotFound if the viewer has no such code."
    )


@strawberry.type
class RevokeContactCodeSuccess(Success):
    """The code opens nothing any more."""

    revoked: strawberry.Private[int]
    viewer: OfViewer = strawberry.field(description="The viewer, without the code in `contactCodes`.")

    @strawberry.field
    def removed_id(self, info: Info) -> strawberry.ID:
        """The id of the ContactCode that left `viewer.contactCodes`."""
        return strawberry.ID(info.context.services.sealer.seal(Kind.CONTACT_CODE, self.revoked))


CreateContactCodeResult = Annotated[
    CreateContactCodeSuccess | InvalidInput | ContactCodeLimitReached, result_of("createContactCode")
]
RevokeContactCodeResult = Annotated[
    RevokeContactCodeSuccess | InvalidInput | NotFound, result_of("revokeContactCode")
]
