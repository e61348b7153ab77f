"""Contact codes: made and revoked by their user, found and spent by a send."""

import secrets
from datetime import datetime
from functools import partial

from models import contact_codes as tables
from models.contact_codes import ContactCode, ContactCodeRow
from models.db.connection import Connection
from models.scope import rows_of
from resolvers.delivery import Attempt
from resolvers.mutation import Fields, Step, on_viewer
from resolvers.pagination import read
from rules.contact_codes import CODE_BYTES, MOST_CODES, digest_of, flaw_of_new, spelled
from rules.eligibility import refuse_restricted
from rules.events import EventKind
from rules.problems import ContactCodeLimitReached, InvalidInput, InvalidInputReason, NotFound, Refusal
from schema.types import contact_codes as types
from schema.types.context import Context, Given, Info
from schema.types.ids import Kind
from schema.types.problems import problem_of


async def read_codes(context: Context, keys: list[int]) -> list[list[ContactCodeRow]]:
    """The codes of the viewer that still work; `keys` holds only the viewer."""
    return [rows_of(await read(context, tables.CONTACT_CODES, context.now)) for _ in keys]


async def create_contact_code(
    info: Info, input: Given[types.CreateContactCodeInput]
) -> types.CreateContactCodeResult | None:
    """Make a contact code to give away."""
    context, label = info.context, input.label.strip()
    context.require_viewer()
    if flaw := flaw_of_new(label, input.uses, input.expires_at, context.now):
        return problem_of(flaw)
    work = partial(_create, label=label, input=input)
    return await on_viewer(context, work, types.CreateContactCodeSuccess)


async def _create(step: Step, label: str, input: types.CreateContactCodeInput) -> Fields | Refusal:
    """The code is drawn again if the step is repeated."""
    if await tables.count_good(step.tx, step.viewer_id, step.now) >= MOST_CODES:
        return ContactCodeLimitReached(MOST_CODES)
    code = spelled(secrets.token_bytes(CODE_BYTES))
    kept = await ContactCode.create(
        user_id=step.viewer_id,
        digest=digest_of(step.viewer_id, code),
        label=label,
        uses=input.uses,
        created_at=step.now,
        expires_at=input.expires_at,
        using_db=step.tx.orm,
    )
    step.tell(step.viewer_id, EventKind.SETTINGS_CHANGED)
    shown = ContactCodeRow(input.uses, 0, input.expires_at, kept.id, label, step.now)
    return {"plain_code": code, "contact_code_row": shown}


async def revoke_contact_code(
    info: Info, input: Given[types.RevokeContactCodeInput]
) -> types.RevokeContactCodeResult | None:
    """End a contact code of the viewer."""
    context = info.context
    key = context.key_of(Kind.CONTACT_CODE, input.contact_code_id)
    if not key:
        return problem_of(InvalidInput("contactCodeId", InvalidInputReason.UNKNOWN))
    return await on_viewer(context, partial(_revoke, code_id=key), types.RevokeContactCodeSuccess)


async def _revoke(step: Step, code_id: int) -> Fields | Refusal:
    if not await tables.revoke(step.tx, step.viewer_id, code_id):
        return NotFound()
    step.tell(step.viewer_id, EventKind.SETTINGS_CHANGED)
    return {"revoked": code_id}


async def find_good(db: Connection, attempt: Attempt, now: datetime) -> int:
    """The code that a send carries, under the locks of the send if it holds any; 0 for one that opens nothing.

    A restricted user's opens nothing, as a restricted user accepts nothing.
    """
    owner_id = attempt.recipient_id
    found = await tables.find_code(db, owner_id, digest_of(owner_id, attempt.code or ""))
    is_good = found and found.is_good(now) and not refuse_restricted(found.user.account, now)
    return found.id if found and is_good else 0
