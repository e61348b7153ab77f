"""The objects that a process has once, and the context of each operation, from its token's subject."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

from events.hub import Hub
from models.db.database import Database
from models.installation import read_secrets
from models.viewer import Revocation, SignedIn, find_signed_in
from resolvers.loaders import Loaders
from resolvers.streams import redeem
from rules.policy import Policy
from schema.types.context import SERVICE, Context, Services
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
        sealer=Sealer(*await read_secrets(database, datetime.now(UTC))),
        filter=make_filter(),
        clock=partial(datetime.now, UTC),
        make_loaders=Loaders,
        sends_in_sets=sends_in_sets,
    )


class Contexts:
    """Makes contexts.

    A subject's key never changes, so it is read once, and again when its tokens are revoked; each statement checks
    that it is active.
    """

    def __init__(self, services: Services) -> None:
        self.services = services
        self._known: dict[str, SignedIn] = {}
        self._revocations = 0
        services.revocations.listeners.append(self._forget)

    def make(self, token: Token | None) -> Context:
        """For a token that was admitted, without a wait since then."""
        if token is None:
            return Context(self.services, None)
        known = self._known.get(token.subject)
        return Context(
            self.services,
            known.key if known else None,
            token.roles,
            signed_in_at=token.issued_at,
            signed_in_until=token.expires_at,
        )

    def is_admitted(self, token: Token) -> bool:
        """Whether `admit` would let the token's user in without a wait."""
        known = self._known.get(token.subject)
        if known is None or not self.services.revocations.is_fresh:
            return False
        return known.valid_from is None or not token.is_before(known.valid_from)

    async def admit(self, token: Token) -> None:
        """Unauthenticated if the token is revoked, or if no user has its subject and it is not the host app's.

        Nothing waits between the check and the return, so a caller that notes the token at once misses no revocation.
        """
        if not self.services.revocations.is_fresh:
            await self.services.revocations.renew()
        known = self._known.get(token.subject) or await self._find(token.subject)
        if token.is_before(known.valid_from) if known else SERVICE not in token.roles:
            raise Unauthenticated

    async def redeem(self, ticket: str, address: str, last: str | None) -> Token:
        """The token of a stream that a ticket opens: its viewer without roles.

        TokenError if it opens none, Unauthenticated if the token that asked for it was revoked.
        """
        found = await redeem(self.services, ticket, address, last)
        if found is None:
            raise TokenError("no ticket")
        token = Token(found.user.host_id, found.ends_at, found.issued_at, frozenset())
        await self.admit(token)
        return token

    async def _find(self, subject: str) -> SignedIn | None:
        """Read again if tokens were revoked in between: the row may be older than the revocation."""
        revocations = -1
        while revocations != self._revocations:
            revocations = self._revocations
            found = await find_signed_in(self.services.database, subject)
        if found is not None:
            if len(self._known) >= MAX_SUBJECTS:
                self._known.clear()
            self._known[subject] = found
        return found

    def _forget(self, revoked: Sequence[Revocation]) -> None:
        self._revocations += len(revoked)
        for one in revoked:
            self._known.pop(one.subject, None)
