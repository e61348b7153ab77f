"""A long history: thousands of threads of one user, one of them of thousands of messages."""

from models.db.database import Database

VIEWER, TALKATIVE = 1, 2
COUNT = 4_000
NUMBERS = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {COUNT}) SELECT "
HISTORY = [
    f"""INSERT INTO users (id, host_id, username, display_name, is_verified, phone_verified, is_active,
        account_created_at, read_receipts)
    {NUMBERS} i, 'host-' || i, 'user-' || i, 'User', FALSE, TRUE, TRUE, 0, FALSE FROM n""",
    f"""INSERT INTO user_streams (user_id, last_seq, epoch, fence, bucket_at)
    {NUMBERS} i, 0, 1, 0, 0 FROM n""",
    f"""INSERT INTO threads (id, low_id, high_id, last_seq, created_at)
    {NUMBERS} i, {VIEWER}, i, 1, 0 FROM n WHERE i > 1""",
    f"""INSERT INTO messages (id, thread_id, seq, sender_id, text, sunk, receipt, sent_at)
    {NUMBERS} i, i, 1, {VIEWER}, 'hello', FALSE, FALSE, i FROM n WHERE i > 1""",
    f"""INSERT INTO messages (id, thread_id, seq, sender_id, text, sunk, receipt, sent_at)
    {NUMBERS} 1000000 + i, {TALKATIVE}, i, {VIEWER}, 'hello', FALSE, FALSE, i FROM n WHERE i > 1""",
    f"""INSERT INTO memberships (thread_id, user_id, peer_id, folder, opened_at, started, activity_at,
        last_message_id, last_message_seq, last_message_sender_id,
        last_message_text, last_message_sent_at, last_message_receipt)
    {NUMBERS} i, {VIEWER}, i, i % 5, CASE WHEN i % 5 = 1 THEN 0 END, TRUE, i / 10, i, 1,
        {VIEWER}, 'hello', i, FALSE FROM n WHERE i > 1""",
    f"UPDATE memberships SET folder = 1, opened_at = 0 WHERE thread_id = {TALKATIVE}",
    f"""INSERT INTO blocks (blocker_id, blocked_id, created_at) {NUMBERS} {TALKATIVE}, i, i / 10
    FROM n WHERE i > {TALKATIVE}""",
    "ANALYZE",
]


async def remember(database: Database) -> None:
    """Thousands of threads of one user, one of them of thousands of messages."""
    for statement in HISTORY:
        await database.execute(statement, ())
