"""People who do to each other what they can, on the real service and in the plain model; both must agree."""

from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.model.draws import RARELY, USUALLY
from tests.model.facts import Plain, User
from tests.model.service import Service, started
from tests.model.stage import JUDY, MIKE, Ends, Stage
from tests.model.verbs import VERBS, Verb

NAMES = ("alice", "bob", "carol", "dave")
ALL_LOOK = 8
"""So often, and at the end, everybody looks; else those whom the step concerned."""

FACTS = st.fixed_dictionaries(
    {
        "created_at": st.sampled_from([started(400), started(0)]),
        "is_grown_up": USUALLY,
        "has_phone": USUALLY,
        "is_verified": RARELY,
        "receipts": USUALLY,
    }
)
TURN = 29
"""Verbs by which the list turns at each step."""
NTH = st.sampled_from([0, 1] * 6 + [*range(12)])


class Machine(RuleBasedStateMachine):
    """A run. One rule for all acts: hypothesis leaves out rules in each run, and without sends nothing happens."""

    service: ClassVar[Service]

    @initialize(facts=st.tuples(*[FACTS] * len(NAMES)))
    def meet(self, facts: tuple[dict[str, Any], ...]) -> None:
        users = [User(name, **given) for name, given in zip(NAMES, facts, strict=True)]
        run = self.service.begin([*users, *(User(name, started(400)) for name in (JUDY, MIKE))])
        self.stage = Stage(run, Plain(self.service.clock.now, {user.name: user for user in users}))
        for user in users:
            run.post(user.name, "updateReadReceipts", input={"enabled": user.receipts})
        self.steps = 0

    @rule(aims=USUALLY, nth=NTH, data=st.data())
    def act(self, aims: bool, nth: int, data: st.DataObject) -> None:
        """With an aim, an act changes something, between two for whom it does; else it is any act between any two."""
        everyone = self.stage.pairs()
        possible = {name: self.choose(everyone, verb, aims) for name, verb in VERBS.items()}
        names = [name for name, pairs in possible.items() if pairs for _ in range(VERBS[name].weight)]
        # Hypothesis prefers the first of a list, so the list turns; else half of all acts would be requests.
        first = self.steps * TURN % len(names)
        name = data.draw(st.sampled_from(names[first:] + names[:first]), "verb")
        pairs = possible[name]
        VERBS[name].act(self.stage, pairs[nth % len(pairs)], data.draw)

    def choose(self, everyone: list[Ends], verb: Verb, aims: bool) -> list[Ends]:
        known = [ends for ends in everyone if not verb.on_thread or frozenset(ends) in self.stage.threads]
        return [ends for ends in known if not aims or verb.likely(self.stage.plain, *ends)]

    @invariant()
    def screens_agree(self) -> None:
        if hasattr(self, "stage"):
            self.steps += 1
            self.stage.look(self.stage.concerned if self.steps % ALL_LOOK else [*NAMES])

    def teardown(self) -> None:
        if hasattr(self, "stage"):
            self.stage.look([*NAMES])
