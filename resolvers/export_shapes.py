"""What each row of an export becomes: JSON with the names that the schema has."""

from typing import Any

from models.export import FiledRow, ProfileRow, RestrictionRow, SettingsRow, SinceRow, WarnedRow, WrittenRow
from models.moments import from_micros
from models.report import SubjectKind
from models.rows import ThreadRow, UserRow
from rules.policy import PENDING_LIMIT
from rules.texts import ERASED_USERNAME
from schema.types.context import Context
from schema.types.ids import Kind
from schema.types.request import folder_of

_SUBJECTS = {
    SubjectKind.USER: Kind.USER,
    SubjectKind.THREAD: Kind.THREAD,
    SubjectKind.MESSAGE: Kind.MESSAGE,
}

Json = dict[str, Any]


def profile(row: ProfileRow, context: Context) -> Json:
    """All that the host app said, what others cannot see included."""
    return _user(row.user, context) | {
        "avatarUrl": row.user.avatar_url,
        "isVerified": row.user.is_verified,
        "birthDate": row.birth_date,
        "region": row.region,
        "phoneVerified": row.phone_verified,
        "createdAt": row.created_at,
    }


def settings(row: SettingsRow, _: Context) -> Json:
    """As they were chosen."""
    return {
        "dmAudience": row.audience.name if row.audience is not None else None,
        "readReceipts": row.read_receipts,
        "filterWords": row.filter_words.words,
    }


def standing(row: RestrictionRow, _: Context) -> Json:
    """The last restriction, also one that is over."""
    restriction = {"reason": row.reason.name, "until": row.until} if row.reason is not None else None
    return {"restriction": restriction}


def warning(row: WarnedRow, _: Context) -> Json:
    """As the standing shows it."""
    return {"reason": row.reason.name, "at": row.given_at}


def since(row: SinceRow, context: Context) -> Json:
    """A follow, a follower, a block."""
    return {"user": _user(row.user, context), "since": row.since}


def thread(row: ThreadRow, context: Context) -> Json:
    """An open one."""
    return {
        "id": context.services.sealer.seal(Kind.THREAD, row.id),
        "peer": _user(row.peer, context),
        "openedAt": row.opened_at,
        "startedByMe": row.started,
        "isMuted": row.is_muted,
    }


def request(row: ThreadRow, context: Context) -> Json:
    """One that waits for the viewer."""
    seal = context.services.sealer.seal
    return {
        "id": seal(Kind.REQUEST, row.membership_id),
        "thread": seal(Kind.THREAD, row.id),
        "sender": _user(row.peer, context),
        "receivedAt": from_micros(row.activity_at),
        "folder": folder_of(row, context).name,
        "hiddenReasons": [reason.name for reason in row.hidden_reasons],
    }


def sent_request(row: ThreadRow, context: Context) -> Json:
    """One of the viewer's own that waits, as the viewer sees it."""
    seal = context.services.sealer.seal
    return {
        "id": seal(Kind.SENT_REQUEST, row.membership_id),
        "thread": seal(Kind.THREAD, row.id),
        "recipient": _user(row.peer, context),
        "sentAt": from_micros(row.activity_at),
        "messagesLeft": PENDING_LIMIT - row.unaccepted,
    }


def message(row: WrittenRow, context: Context) -> Json:
    """As its thread shows it."""
    seal, shown = context.services.sealer.seal, row.message
    return {
        "id": seal(Kind.MESSAGE, shown.id),
        "thread": seal(Kind.THREAD, shown.thread_id),
        "sender": seal(Kind.USER, shown.sender_id),
        "text": shown.text,
        "sentAt": shown.sent_at,
        "receipt": "SEEN" if shown.is_seen else "SENT",
    }


def report(row: FiledRow, context: Context) -> Json:
    """What the viewer said, and nothing of what came of it."""
    return {
        "subject": context.services.sealer.seal(_SUBJECTS[row.subject_kind], row.subject_id),
        "reason": row.reason.name,
        "note": row.note,
        "at": row.filed_at,
    }


def _user(row: UserRow, context: Context) -> Json:
    return {
        "id": context.services.sealer.seal(Kind.USER, row.id),
        "username": row.username or ERASED_USERNAME,
        "displayName": row.display_name,
    }
