"""The host app's side of pushes."""

from typing import Any

from tests.api.provisioning import host
from tests.world import World

TAKE = {"first": 100, "leaseSeconds": 60}


async def take(world: World, **given: Any) -> Any:
    """A batch of the host's."""
    taken = await host(world).do("takePushes", **TAKE | given)
    assert taken["__typename"] == "TakePushesSuccess", taken
    return taken


async def acknowledge(world: World, taken: Any) -> int:
    done = await host(world).do("acknowledgePushes", leaseId=taken["leaseId"])
    return int(done["count"])


async def rung(world: World) -> list[tuple[str, str]]:
    """Each waiting push as recipient and kind; all are acknowledged."""
    taken = await take(world)
    await acknowledge(world, taken)
    return [(one["subject"].removeprefix("host-"), one["kind"]) for one in taken["pushes"]]
