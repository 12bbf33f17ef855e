"""The state machine of a run against a ten-line model of it, under whatever happens in whatever order.

The model knows no increments: it works out from how all stand now what each rule makes of it. A second
machine has what the model is too small for (branches, scopes, groups that are tried again) and holds what
must be true of any run: it moves along the table, tells every move, and is never stuck.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from flowdesk.plan.by_hand import MARKS
from flowdesk.plan.plan import Kind
from flowdesk.plan.progress import IllegalMove, Move, Progress, Standing
from flowdesk.plan.states import MOVES, OPEN, TaskState, TryState
from flowdesk.plan.trigger import Tally, TriggerRule, verdict
from tests.builders import bash, plan_of
from tests.plan.driving import mapped, planned

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.plan.plan import Plan, Task

OUTCOMES = st.sampled_from(sorted(set(TryState) - {TryState.RUNNING}))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    tasks: list[Task] = []
    for number in range(draw(st.integers(1, 7))):
        earlier = [task.id for task in tasks]
        upstream = draw(st.lists(st.sampled_from(earlier), unique=True, max_size=3)) if earlier else []
        task = bash(f"t{number}", *upstream, retries=draw(st.integers(0, 1)))
        kind = draw(st.sampled_from([Kind.BASH, Kind.BASH, Kind.JOINT]))
        made = mapped(task.id, *upstream) if draw(st.booleans()) else task._replace(kind=kind)
        tasks.append(made._replace(trigger_rule=draw(st.sampled_from(TriggerRule))))
    return plan_of(*tasks)


@st.composite
def rich_plans(draw: st.DrawFn) -> Plan:
    groups = {"g": draw(st.integers(0, 2)), "g.h": draw(st.integers(0, 1))}
    tasks: list[Task] = []
    for number in range(draw(st.integers(1, 9))):
        earlier = [task.id for task in tasks]
        upstream = draw(st.lists(st.sampled_from(earlier), unique=True, max_size=3)) if earlier else []
        name = draw(st.sampled_from(["", "", "g.", "g.h."])) + f"t{number}"
        kind = draw(st.sampled_from([Kind.BASH, Kind.BASH, Kind.JOINT, Kind.BRANCH, Kind.SHORT_CIRCUIT]))
        task = bash(name, *upstream)._replace(kind=kind, retries=draw(st.integers(0, 1)), pool="p")
        if kind is Kind.BASH and draw(st.integers(0, 3)) == 0:
            task = task._replace(expand=mapped("m").expand, max_active_tasks=draw(st.sampled_from([None, 1])))
        setups = tuple(one.id for one in tasks if one.setup and one.id in upstream)
        role = draw(st.sampled_from(["", "", "setup", "teardown"]))
        task = task._replace(setup=role == "setup", teardown=setups if role == "teardown" else None)
        trigger = TriggerRule.ALL_DONE if role == "teardown" else draw(st.sampled_from(TriggerRule))
        tasks.append(task._replace(trigger_rule=trigger))
    return planned(*tasks, groups=groups, pools={"p": 2}, max_active_tasks=3)


class Machine(RuleBasedStateMachine):
    """What may happen to a run. `known` is how all stand by the moves that were told."""

    def __init__(self) -> None:
        super().__init__()
        self.progress = Progress(plan_of())
        self.plan = plan_of()
        self.known: dict[str, TaskState] = {}
        self.retried: set[str] = set()

    def begin(self, plan: Plan) -> None:
        self.plan = plan
        self.progress = Progress(plan)
        self.known = dict.fromkeys(plan.tasks, TaskState.WAITING)
        self.take(self.progress.begin())

    def take(self, moves: Iterable[Move]) -> None:
        for move in moves:
            assert move.state in MOVES[self.known[move.task]], move
            self.known[move.task] = move.state
            self.retried.discard(move.task)

    def names(self, *states: TaskState) -> list[str]:
        return [name for name, state in self.known.items() if state in states]

    def running(self) -> list[str]:
        names = self.names(TaskState.RUNNING)
        return [name for name in names if self.progress_expanded(name) is None]

    def progress_expanded(self, name: str) -> int | None:
        return self.progress.expanded(name) if name in self.plan.tasks else None

    @precondition(lambda self: self.progress.ready())
    @rule(data=st.data(), count=st.integers(0, 3))
    def start(self, data: st.DataObject, count: int) -> None:
        name = data.draw(st.sampled_from(self.progress.ready()))
        if name in self.plan.tasks and self.plan.tasks[name].expand:
            moves = self.progress.expand(name, count)
            if count:
                self.known[name] = TaskState.RUNNING
                for one in self.progress.names(name):
                    self.known.setdefault(one, TaskState.WAITING)
            self.take(moves)
        else:
            self.progress.start(name)
            self.take([Move(name, TaskState.RUNNING)])

    @precondition(lambda self: self.running())
    @rule(data=st.data(), outcome=OUTCOMES)
    def finish(self, data: st.DataObject, outcome: TryState) -> None:
        name = data.draw(st.sampled_from(self.running()))
        task = self.plan.tasks[name.partition("[")[0]]
        after = [one.id for one in self.plan.tasks.values() if task.id in one.upstream]
        may_pick = task.kind in (Kind.BRANCH, Kind.SHORT_CIRCUIT) and after
        picked = data.draw(st.none() | st.lists(st.sampled_from(after))) if may_pick else None
        moves = self.progress.finish(name, outcome, followed=picked)
        assert moves[0].task == name
        self.take(moves)

    @precondition(lambda self: set(self.names(TaskState.UP_FOR_RETRY)) - self.retried)
    @rule(data=st.data())
    def retry(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(set(self.names(TaskState.UP_FOR_RETRY)) - self.retried)))
        self.progress.retry(name)
        self.retried.add(name)

    @rule(hard=st.booleans())
    def cancel(self, hard: bool) -> None:
        self.take(self.progress.cancel(hard=hard))

    @rule(data=st.data(), downstream=st.booleans())
    def clear(self, data: st.DataObject, downstream: bool) -> None:
        names = sorted(set(self.known) - set(self.names(TaskState.REMOVED)))
        chosen = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=2))
        try:
            self.take(self.progress.clear(chosen, downstream=downstream))
        except IllegalMove as refusal:
            assert re.search("is running|no part of", str(refusal))  # noqa: PT017 - the refusal is one of two good ends

    @rule(data=st.data(), state=st.sampled_from(sorted(MARKS)))
    def mark(self, data: st.DataObject, state: TaskState) -> None:
        name = data.draw(st.sampled_from(sorted(set(self.known) - set(self.names(TaskState.REMOVED)))))
        try:
            self.take(self.progress.mark(name, state))
        except IllegalMove as refusal:
            assert re.search("is running|no part of", str(refusal))  # noqa: PT017 - as above

    @rule()
    def take_up(self) -> None:
        """Another engine takes the run up."""
        progress = self.progress
        standings = [
            Standing(name, state, progress.tries(name), progress.failures(name), self.progress_expanded(name))
            for name, state in self.known.items()
        ]
        for name in self.running():
            self.known[name] = TaskState.WAITING
        self.progress = Progress.restored(self.plan, standings, group_retries=progress.group_retries)
        self.retried.clear()
        self.take(self.progress.begin())

    @invariant()
    def every_move_was_told(self) -> None:
        assert self.known == {name: self.progress.state(name) for name in self.known}

    @invariant()
    def a_run_is_over_or_something_can_be_done(self) -> None:
        waits = {self.progress.state(task) for task in self.plan.tasks} & OPEN
        assert self.progress.is_over == (not waits)
        delayed = set(self.names(TaskState.UP_FOR_RETRY)) - self.retried
        assert self.progress.is_over or self.progress.ready() or self.running() or delayed

    @invariant()
    def nothing_is_ready_twice_or_beyond_what_there_is_room_for(self) -> None:
        ready = self.progress.ready()
        assert len(ready) == len(set(ready))
        executed = [name for name in ready if name not in self.plan.tasks or not self.plan.tasks[name].expand]
        assert self.progress.ready(1)[:1] == ready[:1]
        if self.plan.max_active_tasks:
            assert len(executed) + len(self.running()) <= max(self.plan.pools["p"], len(self.running()))


def expected(known: dict[str, TaskState], plan: Plan, progress: Progress) -> dict[str, TaskState | None]:
    """The model: what each waiting task does now, given how the names of its upstream stand."""
    found = {}
    for task in plan.tasks.values():
        names = [name for source in task.upstream for name in progress.names(source)]
        tally = Tally(len(names))
        for name in names:
            if known[name] not in OPEN:
                tally.add(known[name])
        if known[task.id] is TaskState.WAITING:
            found[task.id] = verdict(task.trigger_rule, tally)
    return found


class PlainMachine(Machine):
    """Tasks, joints and mapped tasks with all trigger rules."""

    @initialize(plan=plans())
    def begin_plain(self, plan: Plan) -> None:
        self.begin(plan)

    @invariant()
    def what_is_ready_is_what_the_model_says(self) -> None:
        model = expected(self.known, self.plan, self.progress)
        assert set(model.values()) <= {None, TaskState.RUNNING}
        of_mapped = {
            name
            for task in self.plan.tasks
            if self.progress.expanded(task)
            for name in self.progress.names(task)
            if self.known[name] is TaskState.WAITING
        }
        starts = {task for task, found in model.items() if found is TaskState.RUNNING}
        assert set(self.progress.ready()) == starts | of_mapped | self.retried


class RichMachine(Machine):
    """Besides: branches, setups and teardowns, groups that are tried again, a pool."""

    @initialize(plan=rich_plans())
    def begin_rich(self, plan: Plan) -> None:
        self.begin(plan)


# Without the phase that explains a failure: it traces every line, and takes minutes.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)
TestPlain = PlainMachine.TestCase
TestPlain.settings = settings(max_examples=60, stateful_step_count=25, deadline=None, phases=PHASES)
TestRich = RichMachine.TestCase
TestRich.settings = settings(max_examples=60, stateful_step_count=25, deadline=None, phases=PHASES)
