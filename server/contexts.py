"""Makes a context for each operation from the token's subject."""

from datetime import UTC, datetime

from events.hub import Hub
from events.ticks import Ticks
from models.db.database import Database
from models.installation import read_secret
from models.viewer import key_of_subject
from resolvers.loaders import Loaders
from resolvers.permissions import SERVICE
from rules.policy import Policy
from schema.types.context import Context, Services
from schema.types.errors import Unauthenticated
from schema.types.ids import Sealer
from server.auth import Token
from server.filtering import make_filter

MAX_SUBJECTS = 100_000


async def make_services(database: Database, policy: Policy, *, sends_in_sets: bool = True) -> Services:
    """The objects that a process has once."""
    return Services(
        database=database,
        hub=Hub(),
        ticks=Ticks(database),
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
        return Context(self._services, key, token.roles)

    async def _key_of(self, subject: str) -> int | None:
        if subject not in self._keys:
            found = await key_of_subject(self._services.database, subject)
            if found is None:
                return None
            if len(self._keys) >= MAX_SUBJECTS:
                self._keys.clear()
            self._keys[subject] = found
        return self._keys[subject]
