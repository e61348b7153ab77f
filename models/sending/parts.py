"""The parts of which the write of sends consists: small statements, each for any number of sends.

Every landing runs the same parts: delivered, hidden or sunk differ in values only, and what the
recipient must not get is a part whose WHERE makes it do nothing (behaviour 10).

A part is a statement on a table of sends: `made` has a message id for each send whose two streams are held, `sure`
those of them whose keys are free, `sent` these with the numbers of thread and logs.
"""

from dataclasses import dataclass
from datetime import date, datetime

from models.messages import LAST_COLUMNS, NEW_LAST
from models.pushes import NEXT
from rules.drafts import DraftHint
from rules.events import EventKind
from rules.filtering.reasons import HiddenReason
from rules.requests import Folder


@dataclass(slots=True)
class SendWrite:
    """A send as the parts read it: the columns of `made` and `sure`. Frozen, it would cost thrice as much to make.

    `fits_until`: the bucket has room while its time is not past it; past `empty_until` it says nothing, since no
    charge goes so far; `refill` in microseconds; `key` "" for none; `is_sunk`: for the recipient; `is_open`: for
    the viewer after this send; `opens_for_recipient`: an accept that the recipient
    gets to know; `opening_kind`: of the event by which the recipient's log tells that the thread opened;
    `recipient_kind`: of the event that brings the message; `recipient_events`: how many both are;
    `hints` and `text_mark`: the stored facts of the text that begins a request, else 0.
    """

    viewer_id: int
    recipient_id: int
    viewer_fence: int
    recipient_fence: int
    fits_until: datetime
    empty_until: datetime
    refill: int
    now: datetime
    day: date
    text: str
    key: str
    fingerprint: str
    key_expired_before: datetime
    is_sunk: bool
    is_open: bool
    own_folder: Folder
    accepts: bool
    opens_for_recipient: bool
    opening_kind: int | None
    costs_pair: bool
    receipt: bool
    recipient_folder: Folder
    recipient_moved: bool
    hidden_reasons: HiddenReason
    recipient_kind: int
    recipient_events: int
    moves_fence: int
    hints: DraftHint
    text_mark: int


@dataclass(slots=True)
class NumberedWrite(SendWrite):
    """The same with the numbers that parts give to later ones: the columns of `sent`."""

    message_id: int = 0
    thread_id: int = 0
    seq: int = 0
    own_seq: int = 0
    recipient_seq: int = 0


_LOW = "CASE WHEN viewer_id < recipient_id THEN viewer_id ELSE recipient_id END"
_HIGH = "CASE WHEN viewer_id < recipient_id THEN recipient_id ELSE viewer_id END"
_OPENED_AT = "CASE WHEN is_open THEN now END"
"""A thread or side that was open before keeps its time."""

_MESSAGE = "message_id, seq, viewer_id, text, now, receipt"
"""The values of LAST_COLUMNS."""

KEYED = """INSERT INTO client_keys (user_id, key, fingerprint, message_id, created_at)
    SELECT viewer_id, key, fingerprint, message_id, now FROM made WHERE key <> ''
    ON CONFLICT (user_id, key) DO UPDATE SET id = excluded.id, fingerprint = excluded.fingerprint,
        message_id = excluded.message_id, created_at = excluded.created_at
        WHERE client_keys.created_at <=
            (SELECT a.key_expired_before FROM made a WHERE a.viewer_id = excluded.user_id)
    RETURNING user_id"""

STREAMS = """UPDATE user_streams SET last_seq = user_streams.last_seq + u.events, fence = user_streams.fence + u.fences,
        bucket_at = CASE WHEN u.refill IS NULL THEN user_streams.bucket_at
            WHEN user_streams.bucket_at BETWEEN u.now AND u.fits_until THEN user_streams.bucket_at + u.refill
            ELSE u.now + u.refill END
    FROM (
        SELECT viewer_id AS user_id, CASE WHEN accepts THEN 2 ELSE 1 END AS events, moves_fence AS fences, now,
            fits_until, refill FROM sure
        UNION ALL SELECT recipient_id, recipient_events, 0, now, fits_until, NULL FROM sure ORDER BY user_id
    ) u WHERE user_streams.user_id = u.user_id
    RETURNING user_streams.user_id, user_streams.last_seq"""

THREAD = f"""INSERT INTO threads (low_id, high_id, opened_at, last_seq, created_at, requester_id, hints, text_mark)
    SELECT {_LOW}, {_HIGH}, {_OPENED_AT}, 1, now, CASE WHEN NOT is_open THEN viewer_id END, hints, text_mark
        FROM sure WHERE TRUE
    ON CONFLICT (low_id, high_id) DO UPDATE SET last_seq = threads.last_seq + 1,
        opened_at = COALESCE(threads.opened_at, excluded.opened_at)
    RETURNING low_id, high_id, id, last_seq"""

REST = {
    "message": """INSERT INTO messages (id, thread_id, seq, sender_id, text, sunk, receipt, sent_at)
        SELECT message_id, thread_id, seq, viewer_id, text, is_sunk, receipt, now FROM sent
        RETURNING id""",
    "quota": """INSERT INTO quotas (user_id, day, pairs) SELECT viewer_id, day, 1 FROM sent WHERE costs_pair
        ON CONFLICT (user_id, day) DO UPDATE SET pairs = quotas.pairs + 1
        RETURNING id""",
    "own": f"""INSERT INTO memberships (thread_id, user_id, peer_id, folder, opened_at, unaccepted, started,
            activity_at, read_seq, {LAST_COLUMNS})
        SELECT thread_id, viewer_id, recipient_id, own_folder, {_OPENED_AT}, CASE WHEN is_open THEN 0 ELSE 1 END,
            TRUE, now, seq, {_MESSAGE} FROM sent WHERE TRUE
        ON CONFLICT (thread_id, user_id) DO UPDATE SET folder = excluded.folder,
            opened_at = COALESCE(memberships.opened_at, excluded.opened_at),
            unaccepted = memberships.unaccepted + excluded.unaccepted,
            started = memberships.started OR memberships.last_message_id IS NULL, activity_at = excluded.activity_at,
            {NEW_LAST}, unread = 0, marked_unread = FALSE, read_seq = excluded.read_seq,
            never = FALSE
        RETURNING id""",
    "recipient": f"""INSERT INTO memberships (thread_id, user_id, peer_id, folder, opened_at, started, activity_at,
            unread, arrived_seq, hidden_reasons, moved, seen_seq, {LAST_COLUMNS})
        SELECT thread_id, recipient_id, viewer_id, recipient_folder, {_OPENED_AT}, FALSE, now,
            1, recipient_seq, hidden_reasons, recipient_moved, CASE WHEN receipt THEN seq ELSE 0 END, {_MESSAGE}
            FROM sent WHERE NOT is_sunk
        ON CONFLICT (thread_id, user_id) DO UPDATE SET
            folder = excluded.folder, opened_at = COALESCE(memberships.opened_at, excluded.opened_at),
            moved = excluded.moved,
            hidden_reasons = CASE WHEN memberships.folder = {Folder.NONE:d} THEN excluded.hidden_reasons
                ELSE memberships.hidden_reasons | excluded.hidden_reasons END,
            started = memberships.started AND memberships.last_message_id IS NOT NULL,
            activity_at = excluded.activity_at,
            {NEW_LAST}, unread = memberships.unread + 1, arrived_seq = excluded.arrived_seq,
            seen_seq = CASE WHEN excluded.seen_seq > 0 THEN excluded.seen_seq ELSE memberships.seen_seq END
        RETURNING id""",
    # A message that sinks writes the recipient's side too, as it is: else it would be answered sooner than others.
    "opened": f"""UPDATE memberships SET
            folder = CASE WHEN sent.opens_for_recipient THEN {Folder.INBOX:d} ELSE memberships.folder END,
            opened_at = CASE WHEN sent.opens_for_recipient THEN sent.now ELSE memberships.opened_at END,
            activity_at = CASE WHEN sent.opens_for_recipient THEN sent.now ELSE memberships.activity_at END
        FROM sent WHERE memberships.thread_id = sent.thread_id AND memberships.user_id = sent.recipient_id
            AND sent.is_sunk
        RETURNING memberships.id""",
    "told": f"""INSERT INTO user_events (user_id, seq, kind, at, thread_id, message_id)
        SELECT viewer_id, own_seq - 1, {EventKind.THREAD_OPENED:d}, now, thread_id, NULL FROM sent WHERE accepts
        UNION ALL SELECT viewer_id, own_seq, {EventKind.MESSAGE_SENT:d}, now, thread_id, message_id FROM sent
        UNION ALL SELECT recipient_id, recipient_seq - recipient_events + 1, opening_kind, now, thread_id, NULL
            FROM sent WHERE opening_kind IS NOT NULL
        UNION ALL SELECT recipient_id, recipient_seq, recipient_kind, now, thread_id, message_id
            FROM sent WHERE NOT is_sunk
        RETURNING id""",
}
"""By name, on `sent`. Each comes after those that it refers to."""

PUSHED = f"""INSERT INTO waiting_pushes (user_id, done_seq, last_seq, due_at)
    SELECT recipient_id, recipient_seq - recipient_events, recipient_seq, now FROM sent
    ORDER BY recipient_id {NEXT}
    RETURNING user_id"""
"""On `sent`: a part of every send where the host app takes pushes, else of none.

The recipient waits for a taker even if nothing is to be pushed: else a send that sinks or is hidden would be answered
sooner, and would not wait for a taker that settles the recipient (behaviour 10).
"""
