"""What the demo's cast did before one arrives: played through the API, as anyone would."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from models.users import User
from schema.types.context import Context, Services
from schema.types.ids import Kind
from server.graphiql import QUERIES
from server.operations import Schema

FOLLOWS = (
    ("alice", "carol"),
    ("carol", "alice"),
    ("carol", "bob"),
    ("carol", "erin"),
    ("mallory", "alice"),
    ("grace", "bob"),
)

LINK = "You have been chosen! Claim your prize at https://prizes.example/claim now"

OWN_WORDS = ["giveaway"]
"""Bob's."""

YESTERDAY = tuple(
    ("sybil", recipient, "Hello! I am new here, and say hello to everyone.")
    for recipient in ("carol", "grace", "judy", "oscar", "peggy")
)
"""As many as a young account may have waiting; its next request is hidden."""

STORY = (
    ("alice", "carol", "Are we still on for Saturday?"),
    ("carol", "alice", "Yes! Ten o'clock at the station."),
    ("alice", "carol", "I'll bring the map."),
    ("carol", "alice", "And I the sandwiches."),
    ("bob", "carol", "Hi Carol, I saw your talk on tide tables. Could I have the slides?"),
    ("erin", "carol", "Hello Carol, may I quote your talk in my column?"),
    ("frank", "carol", "Hi Carol, is the walk to the tide pools open to beginners?"),
    ("carol", "frank", "It is! We meet on Sunday at nine."),
    ("frank", "bob", "hello"),
    ("erin", "bob", "Hello Bob, does your bakery open on Sundays?"),
    ("oscar", "bob", "Free followers for your bakery, Bob!"),
    ("peggy", "bob", "Hello Bob, call me about the order: +44 20 7946 0018 or peggy@example.com"),
    ("sybil", "bob", "Hello! I am new here, and say hello to everyone."),
    ("victor", "bob", "Bob, do you take part in my giveaway?"),
    ("mallory", "alice", LINK),
    ("mallory", "bob", LINK),
    ("mallory", "carol", LINK),
    ("mallory", "grace", LINK),
)
"""Who writes to whom. Among friends it opens at once, an answer accepts; elsewhere it waits as a request."""


async def tell(schema: Schema, services: Services) -> None:
    """Plays the story from the first message to the last."""
    known = await User.all(using_db=services.database.orm).values_list("username", "id")
    keys: dict[str, int] = dict(known)
    sealed = {name: services.sealer.seal(Kind.USER, key) for name, key in keys.items()}

    async def play(at: Services, lines: tuple[tuple[str, str, str], ...]) -> None:
        for sender, recipient, text in lines:
            given = {"recipientId": sealed[recipient], "text": text}
            await _do(schema, Context(at, keys[sender]), "sendRequest", given)

    await _do(schema, Context(services, keys["bob"]), "updateFilterWords", {"words": OWN_WORDS})
    await play(replace(services, clock=lambda: services.clock() - timedelta(days=1)), YESTERDAY)
    await play(services, STORY)


async def _do(schema: Schema, context: Context, name: str, given: dict[str, Any]) -> None:
    operation = (QUERIES / f"{name}.graphql").read_text(encoding="utf-8")
    result = await schema.execute(operation, variable_values={"input": given}, context_value=context)
    if result.errors:
        raise result.errors[0]
