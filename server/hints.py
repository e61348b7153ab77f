"""Joins this process to the others on the same database: hints through the broker, polls under them, and rates."""

from aiohttp import web

from events.polls import Poll
from schema.types.context import Services
from server.service import SERVICE, run_beside


def join_others(app: web.Application, services: Services, redis_url: str | None) -> None:
    """A SQLite file has one process, so no hints come. Polls find a commit whose outcome the process did not learn."""
    run_beside(app, services.revocations.keep)
    if services.database.dialect == "sqlite":
        return
    run_beside(app, Poll(services.database, services.hub).keep)
    if redis_url:
        # Its import takes memory and time, and most installations have one process.
        from events.broker import RedisBroker
        from server.settlements import Settlements

        broker = RedisBroker(
            redis_url, services.hub.wake_here, services.revocations.call, services.hub.counts
        )
        services.hub.broker = broker
        run_beside(app, broker.run)
        run_beside(app, Settlements(redis_url, app[SERVICE].meters).run)
