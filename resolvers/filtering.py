"""The viewer's own filters of requests."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from models import filtering as tables
from models.event_log import NOBODY
from models.filtering import PauseRow
from models.users import change_user
from resolvers.mutation import Concerned, Step, commit, on_viewer
from resolvers.viewer import set_own
from rules.events import EventKind
from rules.filtering.choices import FilterEntry, FilterPlace, own_entries
from rules.problems import Flaw, InvalidInput, flaw_of_end
from schema.types import filtering as types
from schema.types.context import Given, Info, Services
from schema.types.problems import problem_of


async def update_request_policy(
    info: Info, input: Given[types.UpdateRequestPolicyInput]
) -> types.UpdateRequestPolicyResult | None:
    """Choose where requests go by the class of their sender: to Requests or to Hidden."""
    write = partial(change_user, request_policy=input.chosen.number)
    return await set_own(info, write, types.UpdateRequestPolicySuccess)


async def update_filter_words(
    info: Info, input: Given[types.UpdateFilterWordsInput]
) -> types.UpdateFilterWordsResult | None:
    """Choose the words that send a request to Hidden."""
    context = info.context
    context.require_viewer()
    needle, now = context.services.filter.needle, context.now
    words = own_entries([FilterEntry(word, FilterPlace.TEXT, None) for word in input.words], needle, now)
    if isinstance(words, Flaw):
        return problem_of(InvalidInput("words", words.reason, words.bound))
    # A client that knows of the words alone takes no entries away.
    given = [FilterEntry(one.word, one.place, one.until) for one in input.entries or ()]
    entries = None if input.entries is None else own_entries(given, needle, now)
    if isinstance(entries, Flaw):
        return problem_of(InvalidInput("entries", entries.reason, entries.bound))
    write = partial(tables.set_filter_words, words=words, entries=entries)
    return await set_own(info, write, types.UpdateFilterWordsSuccess)


async def pause_requests(
    info: Info, input: Given[types.PauseRequestsInput]
) -> types.PauseRequestsResult | None:
    """Send requests that begin before a time to Hidden, quietly; or end that."""
    info.context.require_viewer()
    if input.until and (flaw := flaw_of_end(input.until, info.context.now)):
        return problem_of(InvalidInput("until", flaw))
    return await on_viewer(info.context, partial(_pause, until=input.until), types.PauseRequestsSuccess)


async def _pause(step: Step, until: datetime | None) -> None:
    """A quiet time that is still on keeps its beginning. The end of one that is over is told before."""
    last = await tables.get_pause(step.tx, step.viewer_id)
    is_on = last is not None and last.count is None and step.now < last.until
    if last and last.count is None and not (is_on and until):
        await _end(step, last)
    if until:
        since = last.since if last and is_on else step.now
        await tables.set_pause(step.tx, step.viewer_id, PauseRow(since, until, None))
        step.tell(step.viewer_id, EventKind.REQUEST_PAUSE_CHANGED)
    await step.move_fence()


async def _end(step: Step, pause: PauseRow) -> None:
    """Once: from then on its requests are counted."""
    count = await tables.count_paused(step.tx, step.viewer_id, pause.since, step.policy.archive_after)
    ended = replace(pause, until=min(pause.until, step.now), count=count)
    await tables.set_pause(step.tx, step.viewer_id, ended)
    step.tell(step.viewer_id, EventKind.REQUEST_PAUSE_CHANGED)


async def end_pauses(services: Services) -> int:
    """Tells each user whose quiet time is over by the clock how many requests came. Any number of processes may run it.

    Sends do not wait for it: they compare the end with the clock themselves.
    """
    users = await tables.ended_pauses(services.database, services.clock())
    for user_id in users:
        await commit(services, user_id, Concerned(NOBODY), _end_if_over)
    return len(users)


async def _end_if_over(step: Step) -> None:
    pause = await tables.get_pause(step.tx, step.viewer_id)
    if pause and pause.count is None and pause.until <= step.now:
        await _end(step, pause)
        await step.move_fence()
