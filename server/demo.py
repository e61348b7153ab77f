"""The demo: users with some history, and a token for each of them. Loopback only."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from http import HTTPStatus
from itertools import count
from typing import Any, TypeAlias

from aiohttp import web

from models.users import User
from resolvers.provisioning import store_users
from resolvers.relations import store_follows
from rules.policy import Audience
from rules.provisioning import HostFollow, HostUser
from schema.types.context import Context, Services
from schema.types.ids import Kind
from server.assets import QUERIES
from server.errors import Refused
from server.keys import sign
from server.operations import Schema
from server.settings import Settings, SettingsError
from server.transport.http import read_json
from server.transport.negotiation import answer_preflight

Told: TypeAlias = Callable[[int, int], None]
"""Gets how much is done, and of how much."""

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
"""Bob's messages."""

YESTERDAY = tuple(
    ("sybil", recipient, "Hello! I am new here, and say hello to everyone.")
    for recipient in ("carol", "grace", "judy", "oscar", "peggy")
)
"""The most pending requests of a young account; its next request is hidden."""

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
"""Senders and recipients in order.

Threads of friends open at once, an answer accepts, all others are requests.
"""


async def tell(schema: Schema, services: Services, told: Told) -> None:
    """Sends the story's messages in order."""
    number = count(1)
    known = await User.all(using_db=services.database.orm).values_list("username", "id")
    keys: dict[str, int] = dict(known)
    sealed = {name: services.sealer.seal(Kind.USER, key) for name, key in keys.items()}

    async def play(at: Services, lines: tuple[tuple[str, str, str], ...]) -> None:
        for sender, recipient, text in lines:
            given = {"recipientId": sealed[recipient], "text": text}
            await _do(schema, Context(at, keys[sender]), "sendRequest", given)
            told(next(number), len(YESTERDAY) + len(STORY))

    await _do(schema, Context(services, keys["bob"]), "updateFilterWords", {"words": OWN_WORDS})
    await play(replace(services, clock=lambda: services.clock() - timedelta(days=1)), YESTERDAY)
    await play(services, STORY)


async def _do(schema: Schema, context: Context, name: str, given: dict[str, Any]) -> None:
    operation = (QUERIES / f"{name}.graphql").read_text(encoding="utf-8")
    result = await schema.execute(operation, variable_values={"input": given}, context_value=context)
    if result.errors:
        raise result.errors[0]


TOKEN_LIFETIME = timedelta(hours=12)
FIFTEEN = date.today().replace(year=date.today().year - 15, day=1)


@dataclass(frozen=True, slots=True)
class Person:
    """A demo user; `note` says briefly what to try with them."""

    username: str
    display_name: str
    note: str
    birth_date: date = date(1994, 4, 12)
    is_verified: bool = False
    phone_verified: bool = True
    is_active: bool = True
    audience: Audience | None = None
    age: timedelta = timedelta(days=700)
    roles: tuple[str, ...] = ()

    @property
    def host_id(self) -> str:
        """The user's subject in tokens."""
        return f"demo-{self.username}"


CAST = (
    Person("alice", "Alice Archer", "has a friend, a hidden request and a stranger to write to"),
    Person(
        "bob",
        "Bob Baker",
        "open to everyone: write to him as alice; he has requests to sweep, and one hidden for each reason",
    ),
    Person("carol", "Carol Chen", "friends with alice, follows bob"),
    Person("dave", "Dave Dunn", "15: can neither send nor be reached", birth_date=FIFTEEN),
    Person("erin", "Erin Eagle", "verified: only people she follows reach her", is_verified=True),
    Person("frank", "Frank Field", "lets no one start a thread; has insights", audience=Audience.NO_ONE),
    Person("grace", "Grace Gale", "has no verified phone, so cannot send", phone_verified=False),
    Person("heidi", "Heidi Hall", "deactivated: cannot sign in, cannot be reached", is_active=False),
    Person("mallory", "Mallory M.", "sends links to everyone", age=timedelta(days=1)),
    Person("oscar", "Oscar Oak", "sells what the service's word list bans"),
    Person("peggy", "Peggy Pratt", "leaves her phone number"),
    Person("sybil", "Sybil Snow", "two days old, writes to everyone", age=timedelta(days=2)),
    Person("victor", "Victor Vane", "writes what bob filters by a word of his own"),
    Person("judy", "Judy Jones", "moderator: reads reports and restricts", roles=("moderator",)),
    Person("mike", "Mike Marsh", "moderator: answers appeals of decisions by judy", roles=("moderator",)),
    Person("trent", "Trent Tate", "the host app: makes and erases users (demo-alice …)", roles=("service",)),
)


async def is_there(services: Services) -> bool:
    """Whether the database has the cast: the host app may have renamed or erased any of them since."""
    found: bool = await User.filter(host_id=CAST[0].host_id).using_db(services.database.orm).exists()
    return found


async def fill(schema: Schema, services: Services, told: Told = lambda done, whole: None) -> None:
    """Makes the cast and sends its messages. SettingsError if there are users; `told` gets the number of messages."""
    if await User.all(services.database.orm).exists():
        raise SettingsError(
            "DOORSTEP_DATABASE_URL: the database has users: the demo's cast needs an empty one"
        )
    await _make_cast(services)
    await tell(schema, services, told)


async def add_demo(app: web.Application, services: Services, schema: Schema, settings: Settings) -> None:
    """Creates the users in a database without any, and serves `/demo/users` and `/demo/token`."""
    if not await is_there(services):
        await fill(schema, services)
    by_name = {person.username: person for person in CAST}

    async def users(_: web.Request) -> web.Response:
        shown = [{"username": p.username, "displayName": p.display_name, "note": p.note} for p in CAST]
        return web.json_response({"users": shown})

    async def token(request: web.Request) -> web.Response:
        person = by_name.get(await _username(request))
        if person is None:
            raise Refused(HTTPStatus.NOT_FOUND, "No demo user has this username.")
        token = sign(settings, person.host_id, person.roles, TOKEN_LIFETIME)
        return web.json_response({"token": token})

    app.router.add_get("/demo/users", users)
    app.router.add_post("/demo/token", token)
    app.router.add_options("/demo/token", answer_preflight)


async def _username(request: web.Request) -> str:
    body = await read_json(request)
    username = body.get("username") if isinstance(body, dict) else None
    return username if isinstance(username, str) else ""


async def _make_cast(services: Services) -> None:
    now, users = services.clock(), User.all(services.database.orm)
    cast = [
        HostUser(
            person.host_id,
            person.username,
            person.display_name,
            birth_date=person.birth_date,
            is_verified=person.is_verified,
            phone_verified=person.phone_verified,
            is_active=person.is_active,
            created_at=now - person.age,
        )
        for person in CAST
    ]
    await store_users(services, cast)
    subjects = {person.username: person.host_id for person in CAST}
    await store_follows(services, [HostFollow(subjects[one], subjects[other]) for one, other in FOLLOWS], [])
    for person in CAST:
        await users.filter(host_id=person.host_id).update(audience=person.audience)
