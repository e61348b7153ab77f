"""The outcome of a send whose write has no answer: the connection broke, or the database was silent."""

from datetime import datetime

from models.db.connection import Transaction
from models.db.statements import Reason, Select
from models.event_log import Held
from models.sending.write import Sent
from models.users import move_fence

RECENT = 100
"""Events of the sender's log, from its end, among which the send is looked for."""

_FOUND = Select(
    Sent,
    """SELECT x.sender_id AS viewer_id, x.id AS message_id, x.thread_id, x.seq, e.seq AS own_seq
    FROM user_events e JOIN messages x ON x.id = e.message_id
    WHERE e.user_id = $1 AND e.seq > $2 AND e.at = $3 AND x.sender_id = $1 AND x.text = $4
    ORDER BY e.seq DESC LIMIT 1""",
    Reason.PAGE,
)
"""Arguments: the viewer, a place of its log, the time of the decision, the text."""


async def find_sent(tx: Transaction, held: Held, now: datetime, text: str) -> Sent | None:
    """The send if it is stored; if not, it will never be.

    The transaction holds the viewer's stream. So a write that was running has ended, and the moved fence refuses one
    that the server has not begun.
    """
    sent = await _FOUND.first(tx, held.user_id, held.last_seq - RECENT, now, text)
    if sent is None:
        await move_fence(tx, held.user_id)
    return sent
