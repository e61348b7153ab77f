"""Makes a context for each operation from the token's subject."""

from datetime import UTC, datetime

from events.hub import Hub
from models.db.database import Database
from models.installation import read_secret
from models.viewer import key_of_subject
from resolvers.loaders import Loaders
from resolvers.permissions import SERVICE
from resolvers.streams import Ticket, redeem
from rules.policy import Policy
from schema.types.context import Context, Services
from schema.types.errors import Unauthenticated
from schema.types.ids import Sealer
from server.auth import Token, TokenError
from server.filtering import make_filter

MAX_SUBJECTS = 100_000


async def make_services(database: Database, policy: Policy, *, sends_in_sets: bool = True) -> Services:
    """The objects that a process has once."""
    return Services(
        database=database,
        hub=Hub(),
        policy=policy,
        sealer=Sealer(await read_secret(database)),
        filter=make_filter(),
        clock=lambda: datetime.now(UTC),
        make_loaders=Loaders,
        sends_in_sets=sends_in_sets,
    )


class Contexts:
    """Makes contexts.

    A subject's key never changes, so it is read once; each statement checks that it is active.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._keys: dict[str, int] = {}

    async def make(self, token: Token | None) -> Context:
        """Unauthenticated if no user has the subject, except for the host app itself."""
        if token is None:
            return Context(self._services, None)
        key = await self._key_of(token.subject)
        if key is None and SERVICE not in token.roles:
            raise Unauthenticated
        return Context(self._services, key, token.roles, signed_in_until=token.expires_at)

    async def redeem(self, ticket: str, address: str, last: str | None) -> Token:
        """The token of a stream that a ticket opens: its viewer without roles. TokenError if it opens none."""
        found = await redeem(self._services, Ticket(ticket, address, last))
        if found is None:
            raise TokenError("no ticket")
        subject, ends_at = found
        return Token(subject, ends_at, None, frozenset())

    async def _key_of(self, subject: str) -> int | None:
        if subject not in self._keys:
            found = await key_of_subject(self._services.database, subject)
            if found is None:
                return None
            if len(self._keys) >= MAX_SUBJECTS:
                self._keys.clear()
            self._keys[subject] = found
        return self._keys[subject]
