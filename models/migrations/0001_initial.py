"""All tables: the columns of the models, with the checks and indexes of each.

Until the first release the columns are not written a second time. The release writes them down here, since a migration
that others have applied must never change; from then on migrations are added.
"""

from tortoise.migrations import Migration as Base

from models.appeals import Appeal
from models.contact_codes import ContactCode
from models.db.ddl import FUNCTIONS, CreateTable, append_only
from models.db.statements import numbers
from models.event_log import AttemptMark, UserEvent
from models.filtering import FilterWords
from models.installation import Installation, SealingSecret
from models.messages import Message
from models.moderation import AccountWarning, ModerationAction
from models.pushes import WaitingPush
from models.relations import Block, Follow
from models.reports import Report, ReportEvidence, ReportFiling, ReportStatus
from models.sending.write import ClientKey, Quota
from models.streams import StreamStart, StreamTicket
from models.threads import Membership, Thread
from models.users import User, UserLook, UserName, UserStream
from rules.moderation import AppealState
from rules.requests import REQUEST_FOLDERS, THREAD_FOLDERS, Folder

IN_INBOX = f"folder IN ({numbers(THREAD_FOLDERS)})"
ASKED = f"folder IN ({numbers(REQUEST_FOLDERS)})"
LISTED, WHERE_PENDING = "NOT blocked", "WHERE opened_at IS NULL AND NOT blocked"
UNREAD = f"{IN_INBOX} AND {LISTED} AND (unread > 0 OR marked_unread)"

USERS = [
    CreateTable(
        User,
        indexes={
            "users_username_folded": "(username_folded, id)",
            "users_paused": "(paused_until) WHERE paused_until IS NOT NULL AND paused_count IS NULL",
            "users_erased": "(erased_at) WHERE erased_at IS NOT NULL",
            "users_revocation": "(revocation) WHERE revocation IS NOT NULL",
        },
    ),
    CreateTable(UserName, indexes={"user_names_start": "(start, user_id)"}),
    CreateTable(UserLook, indexes={"user_looks_look": "(look, user_id)"}),
    CreateTable(UserStream),
    CreateTable(UserEvent),
    CreateTable(AttemptMark),
    CreateTable(
        Follow,
        checks=("follower_id <> followee_id",),
        indexes={"follows_followee": "(followee_id, follower_id)"},
    ),
    CreateTable(
        Block,
        checks=("blocker_id <> blocked_id",),
        indexes={
            "blocks_blocker": "(blocker_id, created_at, id)",
            "blocks_ending": "(until) WHERE until IS NOT NULL",
        },
    ),
    CreateTable(FilterWords),
    CreateTable(ContactCode, checks=("used BETWEEN 0 AND uses",)),
]

THREADS = [
    CreateTable(
        Thread,
        checks=("low_id < high_id",),
        indexes={"threads_requester": "(requester_id, id) WHERE requester_id IS NOT NULL"},
    ),
    CreateTable(Message),
    CreateTable(
        Membership,
        checks=(
            f"folder BETWEEN {Folder.NONE:d} AND {Folder.HIDDEN:d}",
            f"folder = {Folder.NONE:d} OR (folder = {Folder.INBOX:d}) = (opened_at IS NOT NULL)",
            "unaccepted BETWEEN 0 AND 3",
            "unread >= 0",
            "(last_message_id IS NULL) = (last_message_text IS NULL)",
        ),
        indexes={
            "memberships_inbox": f"(user_id, activity_at, thread_id) WHERE {IN_INBOX} AND {LISTED}",
            "memberships_pending": f"(user_id, folder, activity_at, thread_id, arrived_seq) {WHERE_PENDING}",
            "memberships_archive": f"(user_id, activity_at, thread_id) WHERE {ASKED} AND {LISTED}",
            "memberships_unread": f"(user_id, activity_at, thread_id, muted, muted_until) WHERE {UNREAD}",
            "memberships_undo": "(user_id, undo_seq) WHERE undo_seq IS NOT NULL",
        },
    ),
    CreateTable(Quota, checks=("pairs >= 0",)),
    CreateTable(ClientKey),
]

MODERATION = [
    CreateTable(
        Report,
        checks=("(user_id IS NULL) = (closes_at IS NOT NULL)",),
        unique_indexes={
            "reports_open": "(reporter_id, subject_kind, subject_id) "
            f"WHERE status <> {ReportStatus.RESOLVED:d}"
        },
        indexes={
            "reports_queue": "(status, created_at, id)",
            "reports_age": "(created_at, id)",
            "reports_user": "(user_id, created_at, id)",
            "reports_reporter": "(reporter_id, id)",
            "reports_unseen": f"(closes_at, reporter_id) WHERE user_id IS NULL AND status = {ReportStatus.OPEN:d}",
        },
    ),
    CreateTable(ReportFiling, indexes={"report_filings_report": "(report_id, id)"}),
    CreateTable(ReportEvidence, indexes={"report_evidence_sender": "(sender_id)"}),
    CreateTable(AccountWarning, indexes={"warnings_user": "(user_id, id)"}),
    CreateTable(ModerationAction, indexes={"moderation_actions_user": "(user_id, id)"}),
    append_only("moderation_actions"),
    CreateTable(
        Appeal,
        checks=(f"(state = {AppealState.OPEN:d}) = (answer IS NULL)",),
        indexes={
            "appeals_user": "(user_id, appealed_at)",
            "appeals_queue": "(state, appealed_at, action_id)",
            "appeals_age": "(appealed_at, action_id)",
        },
    ),
]

STREAMS = [
    CreateTable(StreamStart),
    CreateTable(StreamTicket, indexes={"stream_tickets_user": "(user_id, id)"}),
    CreateTable(
        WaitingPush,
        indexes={
            "waiting_pushes_due": "(due_at, user_id)",
            "waiting_pushes_lease": "(lease) WHERE lease IS NOT NULL",
        },
    ),
]


class Migration(Base):
    """Each table comes after those that it refers to."""

    initial = True
    operations = [
        FUNCTIONS,
        *USERS,
        *THREADS,
        *MODERATION,
        *STREAMS,
        CreateTable(Installation),
        CreateTable(SealingSecret),
    ]
