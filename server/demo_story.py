"""What the demo's cast did before one arrives: played through the API, as anyone would."""

from models.user import User
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
    ("mallory", "alice", LINK),
    ("mallory", "bob", LINK),
    ("mallory", "carol", LINK),
    ("mallory", "grace", LINK),
)
"""Who writes to whom. Among friends it opens at once, an answer accepts; elsewhere it waits as a request."""


async def tell(schema: Schema, services: Services) -> None:
    """Plays the story from the first message to the last."""
    keys = {name: await _key_of(services, name) for line in STORY for name in line[:2]}
    operation = (QUERIES / "sendRequest.graphql").read_text(encoding="utf-8")
    for sender, recipient, text in STORY:
        given = {"recipientId": services.sealer.seal(Kind.USER, keys[recipient]), "text": text}
        context = Context(services, keys[sender])
        result = await schema.execute(operation, variable_values={"input": given}, context_value=context)
        if result.errors:
            raise result.errors[0]


async def _key_of(services: Services, username: str) -> int:
    key: int = (await User.get(username=username, using_db=services.database.orm)).id
    return key
