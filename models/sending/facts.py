"""All facts that decide sends, in one statement for any number of them."""

from dataclasses import dataclass
from datetime import date, datetime

from models.db.statements import Page, SelectOfRows
from models.relations import has_mutual_follows
from models.threads import thread_of
from rules.filtering.choices import SenderTies
from rules.requests import REQUEST_FOLDERS, Folder, State
from rules.sending import Pair, Recipient, Sender


@dataclass(frozen=True, slots=True)
class Asked:
    """A send to decide: 0 for no recipient or thread, "" for no key; `young_since`: since when an account is young."""

    viewer_id: int
    recipient_id: int
    thread_id: int
    key: str
    day: date
    young_since: datetime


@dataclass(frozen=True, slots=True)
class SenderRow:
    """The viewer's own facts: those that may refuse a send, and more. The write compares bucket and `fence` again."""

    own: Sender
    is_verified: bool
    username: str | None
    display_name: str
    read_receipts: bool
    fence: int


@dataclass(frozen=True, slots=True)
class KeyedRow:
    """The earlier answer to the client key; no message: the recipient was unavailable."""

    fingerprint: str
    created_at: datetime
    message_id: int | None
    thread_id: int | None


REACH = """r.id, r.is_active, r.erased_at IS NOT NULL AS is_erased, r.is_verified, r.birth_date, r.region, r.audience,
    r.age_share"""


@dataclass(frozen=True, slots=True)
class RecipientRow:
    """The recipient's facts that a send reads; `needles` are those of its filter words, if it has any.

    `reach`: those of the reachability bit. `request_policy` and `entries`, the further words, are in their stored form.
    """

    id: int
    reach: Recipient
    read_receipts: bool
    request_policy: int
    paused_until: datetime | None
    fence: int
    needles: str | None
    entries: str | None


@dataclass(frozen=True, slots=True)
class PairRow:
    """Facts of the pair.

    `has_mutual_follows`: someone whom the recipient follows follows the sender; not looked for in an open thread.

    The last four are the state of the recipient's side, NONE if it has none, and its last activity.
    """

    ties: Pair
    has_mutual_follows: bool
    recipient_folder: Folder
    recipient_undo_folder: Folder
    recipient_moved: bool
    recipient_activity_at: datetime | None

    @property
    def recipient_state(self) -> State:
        """The state of the thread on the recipient's side."""
        return State.of(self.recipient_folder, self.recipient_undo_folder, is_moved=self.recipient_moved)

    @property
    def waits_since(self) -> datetime | None:
        """The last message of a request that waits with the recipient, in the archive too."""
        return self.recipient_activity_at if self.recipient_folder in REQUEST_FOLDERS else None


@dataclass(frozen=True, slots=True)
class SendFacts:
    """All facts of a send in one row; `place`: of the send among those that were asked for together.

    `others_pending`: a young sender's pending requests, as the sender sees them, except to this recipient.
    `own_folder` is that of the thread that the input names, if the viewer can read it.
    """

    place: int
    epoch: int
    last_seq: int
    sender: SenderRow
    others_pending: int
    own_folder: Folder | None
    pair: PairRow
    key: KeyedRow | None
    recipient: RecipientRow | None

    @property
    def ties(self) -> SenderTies:
        """The facts that decide the sender's class for the recipient's policy."""
        return SenderTies(
            account_created_at=self.sender.own.account.created_at,
            is_verified=self.sender.is_verified,
            follows_recipient=self.pair.ties.sender_follows,
            has_mutual_follows=self.pair.has_mutual_follows,
        )


def _follows(a: str, b: str) -> str:
    return f"EXISTS (SELECT 1 FROM follows WHERE follower_id = {a}.id AND followee_id = {b}.id)"


def _blocks(a: str, b: str) -> str:
    return f"EXISTS (SELECT 1 FROM blocks WHERE blocker_id = {a}.id AND blocked_id = {b}.id)"


_OTHERS_PENDING = """CASE WHEN v.account_created_at > a.young_since THEN (
            SELECT COUNT(*) FROM memberships o
            WHERE o.user_id = v.id AND o.unaccepted > 0 AND o.opened_at IS NULL AND o.peer_id <> r.id
        ) ELSE 0 END"""
"""From the sender's side: one that the sender deleted, or whose accept a block hides from it, is pending."""

_HAS_MUTUAL_FOLLOWS = (
    f"CASE WHEN t.opened_at IS NULL THEN {has_mutual_follows('r.id', 'v.id')} ELSE FALSE END"
)
"""Counted for every recipient's choice, since the time that it takes must not depend on it (behaviour 10)."""

_PAUSED_UNTIL = "CASE WHEN r.paused_count IS NULL THEN r.paused_until END AS paused_until"
"""None once its end is told: the requests that it hid are counted by then, whatever the clock of this process says."""

SEND_FACTS = SelectOfRows(
    Asked,
    SendFacts,
    f"""SELECT a.place, s.epoch, s.last_seq,
        v.birth_date, v.region, v.phone_verified, v.account_created_at,
        v.restriction_reason AS restriction,
        v.restricted_until, s.bucket_at AS bucket_full_at, {_blocks("v", "r")} AS blocks_recipient,
        COALESCE(own.unaccepted, 0) AS unaccepted,
        a.thread_id = 0 AND COALESCE(own.unaccepted, 0) = 0 AS may_cost_a_pair, COALESCE(q.pairs, 0) AS pairs_today,
        v.is_verified, v.username, v.display_name, v.read_receipts, s.fence,
        {_OTHERS_PENDING} AS others_pending, named.folder AS own_folder,
        t.opened_at IS NOT NULL AS is_open, COALESCE(m.unaccepted > 0, FALSE) AND t.opened_at IS NULL AS has_asked,
        {_follows("r", "v")} AS recipient_follows, {_follows("v", "r")} AS sender_follows,
        {_blocks("r", "v")} AS recipient_blocks, COALESCE(m.never, FALSE) AS recipient_said_never, 0 AS code_id,
        {_HAS_MUTUAL_FOLLOWS} AS has_mutual_follows,
        COALESCE(m.folder, {Folder.NONE:d}) AS recipient_folder,
        COALESCE(m.undo_folder, {Folder.NONE:d}) AS recipient_undo_folder,
        COALESCE(m.moved, FALSE) AS recipient_moved, m.activity_at AS recipient_activity_at,
        k.fingerprint, k.created_at, k.message_id, keyed.thread_id,
        {REACH}, r.read_receipts, r.request_policy, {_PAUSED_UNTIL}, rs.fence, fw.needles, fw.entries
    FROM {{given}} a JOIN users v ON v.id = a.viewer_id JOIN user_streams s ON s.user_id = v.id
        LEFT JOIN memberships named ON named.thread_id = a.thread_id AND named.user_id + 0 = v.id
            AND named.folder <> {Folder.NONE:d}
        LEFT JOIN users r ON r.id = COALESCE(named.peer_id, a.recipient_id)
        LEFT JOIN user_streams rs ON rs.user_id = r.id
        LEFT JOIN threads t ON {thread_of("v.id", "r.id")}
        LEFT JOIN memberships own ON own.user_id = v.id AND own.peer_id = r.id
        LEFT JOIN memberships m ON m.user_id = r.id AND m.peer_id = v.id
        LEFT JOIN client_keys k ON k.user_id = v.id AND k.key = a.key
        LEFT JOIN messages keyed ON keyed.id = k.message_id
        LEFT JOIN filter_words fw ON fw.user_id = r.id
        LEFT JOIN quotas q ON q.user_id = v.id AND q.day = a.day
    WHERE v.is_active""",
    Page,
)
"""No row for a viewer that is not active.

`named` is looked for among the two sides of its thread: `+ 0` keeps PostgreSQL from reading all threads of the viewer.
"""


@dataclass(frozen=True, slots=True)
class ReachedRow:
    """The facts that a Message button reads of a user if the viewer's own facts allow a send."""

    id: int
    reach: Recipient
    recipient_unaccepted: int


REACHED = Page(
    ReachedRow,
    f"""SELECT {REACH}, COALESCE(m.unaccepted, 0) AS recipient_unaccepted
    FROM users r LEFT JOIN memberships m ON m.user_id = r.id AND m.peer_id = $1
    WHERE r.id = ANY($2)""",
)
