"""The demo: a cast with something already going on, and a token for whoever one wants to be. Loopback only."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus

import jwt
from aiohttp import web

from models.follows import Follow
from models.users import User
from rules.audience import Audience
from schema.types.context import Services
from server.demo_story import FOLLOWS, tell
from server.operations import Schema
from server.origins import answer_preflight
from server.refusals import Refused
from server.requests import read_json
from server.settings import Settings

TOKEN_LIFETIME = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Person:
    """One of the cast; `note` says in a few words what there is to try with them."""

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
        """As tokens name them."""
        return f"demo-{self.username}"


def _fifteen(today: date) -> date:
    return today.replace(year=today.year - 15, day=1)


CAST = (
    Person("alice", "Alice Archer", "has a friend, a hidden request and a stranger to write to"),
    Person(
        "bob",
        "Bob Baker",
        "open to everyone: write to him as alice; he has requests to sweep, and one hidden for each reason",
    ),
    Person("carol", "Carol Chen", "friends with alice, follows bob"),
    Person("dave", "Dave Dunn", "15: can neither send nor be reached", birth_date=_fifteen(date.today())),
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
    Person("trent", "Trent Tate", "the host app: makes and erases users (demo-alice …)", roles=("service",)),
)


async def add_demo(app: web.Application, services: Services, schema: Schema, settings: Settings) -> None:
    """Makes the cast in a database that has none, and serves `/demo/users` and `/demo/token`."""
    if not await User.filter(username=CAST[0].username).using_db(services.database.orm).exists():
        await _make_cast(services)
        await tell(schema, services)
    by_name = {person.username: person for person in CAST}

    async def users(_: web.Request) -> web.Response:
        shown = [{"username": p.username, "displayName": p.display_name, "note": p.note} for p in CAST]
        return web.json_response({"users": shown})

    async def token(request: web.Request) -> web.Response:
        person = by_name.get(await _username(request))
        if person is None:
            raise Refused(HTTPStatus.NOT_FOUND, "Nobody of the demo has this username.")
        return web.json_response({"token": _token_of(person, settings)})

    app.router.add_get("/demo/users", users)
    app.router.add_post("/demo/token", token)
    app.router.add_options("/demo/token", answer_preflight)


async def _username(request: web.Request) -> str:
    body = await read_json(request)
    username = body.get("username") if isinstance(body, dict) else None
    return username if isinstance(username, str) else ""


def _token_of(person: Person, settings: Settings) -> str:
    now = datetime.now(UTC)
    claims: dict[str, object] = {"sub": person.host_id, "roles": list(person.roles)}
    claims |= {"iat": now, "exp": now + TOKEN_LIFETIME}
    claims |= {"aud": settings.jwt_audience} if settings.jwt_audience else {}
    claims |= {"iss": settings.jwt_issuer} if settings.jwt_issuer else {}
    return jwt.encode(claims, settings.jwt_secret.get_secret_value(), "HS256")


async def _make_cast(services: Services) -> None:
    now, orm = services.clock(), services.database.orm
    ids: dict[str, int] = {}
    for person in CAST:
        user = await User.create(
            using_db=orm,
            host_id=person.host_id,
            username=person.username,
            display_name=person.display_name,
            birth_date=person.birth_date,
            is_verified=person.is_verified,
            phone_verified=person.phone_verified,
            is_active=person.is_active,
            age_share=services.sealer.share_of(person.host_id),
            audience=person.audience,
            account_created_at=now - person.age,
        )
        ids[person.username] = user.id
    for follower, followee in FOLLOWS:
        await Follow.create(
            using_db=orm, follower_id=ids[follower], followee_id=ids[followee], created_at=now
        )
