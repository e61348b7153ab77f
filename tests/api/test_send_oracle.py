"""On PostgreSQL a send is one statement: it leaves what the same parts leave one by one, or nothing at all."""

from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import product

import pytest

from models.db.connection import Transaction
from models.db.database import Database
from models.db.fields import to_micros
from models.sending.parts import SendWrite
from models.sending.write import write_at_once, write_in_turn
from rules.filtering.reasons import NONE, HiddenReason
from rules.problems import RecipientUnavailable
from tests.api.stage import NOON, POLICY, Stage
from tests.databases import PostgresSource

State = Callable[[Stage], Awaitable[None]]
KEY = "k-1"


@pytest.fixture
async def postgres(postgres_source: PostgresSource) -> AsyncIterator[Database]:
    async with postgres_source.lent() as database:
        yield database


async def nothing(stage: Stage) -> None:
    pass


async def mine(stage: Stage) -> None:
    await stage.say(stage.alice, stage.bob)


async def two_of_mine(stage: Stage) -> None:
    await mine(stage)
    await mine(stage)


async def mine_hidden(stage: Stage) -> None:
    await mine(stage)
    await stage.update("memberships", "folder = 4", f"user_id = {stage.bob}")


async def mine_moved(stage: Stage) -> None:
    await mine(stage)
    await stage.update("memberships", "moved = TRUE", f"user_id = {stage.bob}")


async def mine_deleted_by_me(stage: Stage) -> None:
    await mine(stage)
    await stage.delete(stage.alice)


async def mine_deleted_by_bob(stage: Stage) -> None:
    await mine(stage)
    await stage.delete(stage.bob)


async def mine_never(stage: Stage) -> None:
    await mine(stage)
    await stage.delete(stage.bob, never=True)


async def mine_sunk(stage: Stage) -> None:
    await stage.block(stage.bob)
    await mine(stage)
    await stage.unblock(stage.bob)


async def theirs(stage: Stage) -> None:
    await stage.say(stage.bob, stage.alice)


async def theirs_deleted(stage: Stage) -> None:
    await theirs(stage)
    await stage.delete(stage.alice)


async def theirs_never(stage: Stage) -> None:
    await theirs(stage)
    await stage.delete(stage.alice, never=True)


async def theirs_sunk(stage: Stage) -> None:
    await stage.block(stage.alice)
    await theirs(stage)
    await stage.unblock(stage.alice)


async def theirs_withdrawn_from_view(stage: Stage) -> None:
    await theirs(stage)
    await stage.delete(stage.bob)


async def opened_by_reply(stage: Stage) -> None:
    await mine(stage)
    await theirs(stage)


async def open_and_deleted_by_bob(stage: Stage) -> None:
    await opened_by_reply(stage)
    await stage.delete(stage.bob)


async def open_and_deleted_by_me(stage: Stage) -> None:
    await opened_by_reply(stage)
    await stage.delete(stage.alice)


STATES = [
    nothing,
    mine,
    two_of_mine,
    mine_hidden,
    mine_moved,
    mine_deleted_by_me,
    mine_deleted_by_bob,
    mine_never,
    mine_sunk,
    theirs,
    theirs_deleted,
    theirs_never,
    theirs_sunk,
    theirs_withdrawn_from_view,
    opened_by_reply,
    open_and_deleted_by_bob,
    open_and_deleted_by_me,
]


async def follows(stage: Stage) -> None:
    await stage.follow(stage.bob)


async def blocks(stage: Stage) -> None:
    await stage.block(stage.bob)


async def is_under_age(stage: Stage) -> None:
    await stage.update("users", "birth_date = '2015-01-01'", f"id = {stage.bob}")


async def both_have_receipts(stage: Stage) -> None:
    await stage.update("users", "read_receipts = TRUE", "TRUE")


async def text_matches(stage: Stage) -> None:
    stage.reasons = HiddenReason.LINK | HiddenReason.OWN_WORD


async def expired_key(stage: Stage) -> None:
    await insert_key(stage, to_micros(NOON - POLICY.client_key_lifetime))


async def insert_key(stage: Stage, created_at: int) -> None:
    insert = "INSERT INTO client_keys (user_id, key, fingerprint, created_at) VALUES ($1, $2, 'old', $3)"
    await stage.tx.execute(insert, (stage.alice, KEY, created_at))


TOGGLES: list[State] = [follows, blocks, is_under_age, both_have_receipts]
KEYS: list[tuple[State, str | None]] = [
    (nothing, None),
    (nothing, KEY),
    (expired_key, KEY),
    (text_matches, None),
]


async def leave_the_same(stage: Stage, write: SendWrite) -> None:
    """Both ways from the same rows, with the same numbers to come."""
    before = await stage.rows()
    await stage.mark("decided")
    await stage.count_from(1000)
    at_once, left_at_once = await write_at_once(stage.tx, [write], pushes=True), await stage.rows()
    await stage.back_to("decided")
    await stage.count_from(1000)
    in_turn, left_in_turn = await write_in_turn(stage.tx, [write], pushes=True), await stage.rows()
    assert at_once == in_turn != []
    assert left_at_once == left_in_turn != before


@pytest.mark.parametrize(
    ("state", "names"),
    [(state, "alice bob") for state in STATES]
    + [(state, "bob alice") for state in (nothing, mine, theirs, opened_by_reply)],
)
async def test_one_statement_leaves_what_a_transaction_leaves(
    postgres: Database, state: State, names: str
) -> None:
    async def play(tx: Transaction) -> None:
        stage = await Stage.set(tx, names)
        await state(stage)
        for on in product([False, True], repeat=len(TOGGLES)):
            for prepare, key in KEYS:
                await stage.mark("before")
                stage.reasons = NONE
                for toggle in [toggle for toggle, is_on in zip(TOGGLES, on, strict=True) if is_on]:
                    await toggle(stage)
                await prepare(stage)
                write = await stage.plan(stage.alice, stage.bob, key)
                if isinstance(write, SendWrite):
                    await leave_the_same(stage, write)
                else:
                    assert write == RecipientUnavailable()
                    assert on[TOGGLES.index(is_under_age)]
                await stage.back_to("before")

    await postgres.transaction(play)


async def viewers_fence(stage: Stage) -> None:
    await stage.update("user_streams", "fence = fence + 1", f"user_id = {stage.alice}")


async def recipients_fence(stage: Stage) -> None:
    await stage.update("user_streams", "fence = fence + 1", f"user_id = {stage.bob}")


async def both_fences(stage: Stage) -> None:
    await stage.update("user_streams", "fence = fence + 1", "TRUE")


async def full_bucket(stage: Stage) -> None:
    full_at = to_micros(stage.now + POLICY.bucket_refill * (POLICY.bucket_size - 1)) + 1
    await stage.update("user_streams", f"bucket_at = {full_at}", f"user_id = {stage.alice}")


async def used_key(stage: Stage) -> None:
    await insert_key(stage, to_micros(stage.now - POLICY.client_key_lifetime) + 1)


@pytest.mark.parametrize("state", [nothing, mine, theirs, opened_by_reply])
@pytest.mark.parametrize("move", [viewers_fence, recipients_fence, both_fences, full_bucket, used_key])
async def test_what_moved_since_the_decision_leaves_nothing_written(
    postgres: Database, state: State, move: State
) -> None:
    async def play(tx: Transaction) -> None:
        stage = await Stage.set(tx, "alice bob")
        await state(stage)
        write = await stage.plan(stage.alice, stage.bob, KEY)
        assert isinstance(write, SendWrite)
        await stage.mark("decided")
        await move(stage)
        before = await stage.rows()
        assert await write_at_once(tx, [write]) == []
        assert await stage.rows() == before
        await stage.back_to("decided")
        assert await write_at_once(tx, [write])

    await postgres.transaction(play)


@pytest.mark.shows("4.62")
@pytest.mark.parametrize("sends", [1, 19, 21, 10**6])
async def test_the_last_place_of_the_bucket_is_used_and_any_of_another_time(
    postgres: Database, sends: int
) -> None:
    async def play(tx: Transaction) -> None:
        stage = await Stage.set(tx, "alice bob")
        await opened_by_reply(stage)
        write = await stage.plan(stage.alice, stage.bob)
        assert isinstance(write, SendWrite)
        full_at = to_micros(stage.now + POLICY.bucket_refill * sends)
        await stage.update("user_streams", f"bucket_at = {full_at}", f"user_id = {stage.alice}")
        assert await write_at_once(tx, [write])

    await postgres.transaction(play)
