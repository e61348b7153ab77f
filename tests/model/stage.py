"""One run: the real people and the plain ones, who do the same and must see the same."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import note

from resolvers.relations import end_blocks
from tests.model import safety
from tests.model.facts import Plain, User
from tests.model.sending import send
from tests.model.sends import Answer, Send
from tests.model.service import Run
from tests.model.views import screens

JUDY, MIKE = "judy", "mike"
"""The moderators, whom the model does not know: who decides, and who answers appeals."""
MODERATOR = ("moderator",)
LOOK = (Path(__file__).parent / "look.graphql").read_text()
TICK = timedelta(seconds=7)

Ends = tuple[str, str]


@dataclass
class Stage:
    """`threads`, `requests`, `messages`: the ids that front ends learned, by whose they are.

    `pages`: when each one last looked, with the cursor of the page of requests; `undos`: what bulk deletes gave;
    `codes`: the contact codes that each one ever made.
    """

    run: Run
    plain: Plain
    threads: dict[frozenset[str], str] = field(default_factory=dict)
    requests: dict[Ends, str] = field(default_factory=dict)
    messages: dict[frozenset[str], list[str]] = field(default_factory=dict)
    pages: dict[str, tuple[datetime, str]] = field(default_factory=dict)
    undos: dict[str, tuple[datetime, str]] = field(default_factory=dict)
    codes: dict[str, list[str]] = field(default_factory=dict)
    texts: int = 0
    concerned: list[str] = field(default_factory=list)

    def pass_time(self, time: timedelta) -> None:
        self.plain.now += time
        self.run.service.clock.now = self.plain.now
        if any(user.block_ends for user in self.plain.users.values()):
            self.run.service.wait(end_blocks(self.run.service.services))
            safety.end_blocks(self.plain)

    def do(self, ends: tuple[str, ...], name: str, expect: Callable[[], Answer], **given: Any) -> Any:
        """A mutation of the first of these, and the model's answer."""
        me, *_ = self.concerned = [*ends]
        self.pass_time(TICK)
        found = self.run.post(me, name, input=given)
        expected = expect() if self.plain.users[me].is_active else "UNAUTHENTICATED"
        agree(expected, found, f"{' '.join(ends)} {name}")
        note(f"# {' '.join(ends)} {name}: {found if isinstance(found, str) else found['__typename']}")
        return found

    def moderate(self, peer: str, name: str, by: str = JUDY, **given: Any) -> Any:
        """A mutation of a moderator's."""
        self.concerned = [peer]
        self.pass_time(TICK)
        found = self.run.post(by, name, MODERATOR, input=given)
        note(f"# {by} {name} {peer}: {found['__typename']}")
        return found

    def send(self, sent: Send, **target: str) -> None:
        """A send that succeeds makes ids known."""
        ends = [sent.me, *[peer for peer in (sent.peer,) if peer in self.plain.peers(sent.me)]]
        given = {"text": sent.text, "clientKey": sent.key, **target}
        found = self.do(tuple(ends), sent.mutation, lambda: send(self.plain, sent), **given)
        if "thread" in found:
            self.threads[frozenset(ends)] = found["thread"]["id"]
            known = self.messages.setdefault(frozenset(ends), [])
            known += [found["sentMessage"]["id"]] * (found["sentMessage"]["id"] not in known)

    def fresh(self, text: str) -> str:
        """With a number, so that no two are alike."""
        self.texts += 1
        return f"{text} n{self.texts}" if text.strip() else text

    def look(self, names: list[str]) -> None:
        """Their screens are what the model says; each looks at the others of these."""
        ends = [(me, [peer for peer in names if peer != me]) for me in names]
        for (me, peers), found in zip(ends, self.run.look(ends, LOOK), strict=True):
            is_active = self.plain.users[me].is_active
            expected = screens(self.plain, me, peers) if is_active else "UNAUTHENTICATED"
            agree(expected, found, f"{me} looks")
            if is_active:
                self._remember(me, found)

    def _remember(self, me: str, found: dict[str, Any]) -> None:
        self.pages[me] = self.plain.now, found["page"]["eventCursor"]
        for node in [*found["requests"], *found["hidden"], *found["archived"]]:
            self.requests[me, node["sender"]["username"]] = node["id"]

    def pairs(self) -> list[Ends]:
        """Everyone with everyone, both ways; those first who have a thread."""
        pairs = [(me, peer) for me in self.plain.users for peer in self.plain.peers(me)]
        return sorted(pairs, key=lambda ends: (frozenset(ends) not in self.threads, sorted(ends)))

    def user(self, me: str) -> User:
        return self.plain.users[me]


def agree(expected: Any, found: Any, where: str) -> None:
    """Everything expected is found; more may be."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key, one in expected.items():
            agree(one, found.get(key), f"{where}.{key}")
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for number, (one, other) in enumerate(zip(expected, found, strict=True)):
            agree(one, other, f"{where}[{number}]")
    else:
        assert found == expected, f"{where}: the model says {expected!r}, the service {found!r}"
