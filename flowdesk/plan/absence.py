"""Finds out whether a task can start while one of its direct upstream has not succeeded, and how.

The search goes backwards from what it wants ("the consumer starts, and the producer was skipped") to
what must hold of their upstream for that, and so on up, until everything asked for is what happens anyway
in the usual run (`Outlook.usual`). What was assumed on the way is the explanation. It is exact but for
two things, both of which can only make it see an absence too many:

* the order in which tasks end is taken to be free for each task anew: of a failure and a skip, one task
  may see the first first and another the second, and what joints decide as a run begins may come late;
* it gives up after `STEPS` steps for one pull, or `ALL_STEPS` for a file: `UNSURE` then, never "no".

A short circuit plays no part: when it ends the way, everything after it is skipped, consumer included.
The tests hold all this to `Progress`, which is played through in every order with every outcome.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from flowdesk.plan.justify import Goal, Justify, Option, Why
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flowdesk.plan.branching import Ways
    from flowdesk.plan.outcomes import Stand
    from flowdesk.plan.outlook import Outlook
    from flowdesk.plan.plan import Plan

STEPS = 5_000
ALL_STEPS = 500_000


class Witness(NamedTuple):
    """How tasks stand, and why, when the consumer starts without its value. Those not named do not matter."""

    stands: dict[str, Stand]
    why: dict[str, Why]


class Unsure:
    """The search took too long."""


UNSURE = Unsure()


class Absence:
    """Answers for one plan, whose graph must have no circle."""

    def __init__(self, plan: Plan, ways: Ways, outlook: Outlook) -> None:
        self._plan = plan
        self._ways = ways
        self._outlook = outlook
        self._justify = Justify(plan, outlook)
        self._steps_left = ALL_STEPS

    def find(self, consumer: str, producer: str) -> Witness | Unsure | None:
        """How `consumer` can start while `producer`, directly upstream of it, has not succeeded."""
        steps = min(self._steps_left, STEPS + 8 * len(self._plan.tasks[consumer].upstream))
        search = _Search(self._justify, self._ways, self._outlook)
        found = search.run(consumer, self._justify.starts_without(consumer, producer), steps)
        self._steps_left -= search.steps
        return found


class _Goals(NamedTuple):
    """Goals still to be met, the next one first. Lists share their tails."""

    goal: Goal
    rest: _Goals | None


class _Settled(NamedTuple):
    """Goals that the usual run meets, with the greatest depth among them."""

    goal: Goal
    deepest: int
    rest: _Settled | None


@dataclass(slots=True)
class _Point:
    """Where the search stands: what is to be met, and the least depth of a task that stands unusually."""

    goals: _Goals | None = None
    settled: _Settled | None = None
    unusual: float = inf


@dataclass(slots=True)
class _Choice:
    """A task that can come to its stand in several ways: those left, and where the search stood."""

    task: str
    options: Iterator[Option]
    goals: _Goals | None
    settled: _Settled | None
    unusual: float
    trail: int


def _listed(settled: _Settled | None) -> Iterator[Goal]:
    while settled is not None:
        yield settled.goal
        settled = settled.rest


class _Search:
    """One search, depth first, with a list of choices in place of the recursion."""

    def __init__(self, justify: Justify, ways: Ways, outlook: Outlook) -> None:
        self._justify = justify
        self._ways = ways
        self._usual = outlook.usual
        self._stands: dict[str, Stand] = {}
        self._why: dict[str, Why] = {}
        self._follows: dict[str, list[str]] = {}
        self._leaves: dict[str, list[str]] = {}
        # What was assumed, in order, to be taken back: a task, or a branch's list that grew.
        self._trail: list[str | list[str]] = []
        self._choices: list[_Choice] = []
        self._at = _Point()
        self.steps = 0

    def run(self, consumer: str, starts: Iterator[Option], limit: int) -> Witness | Unsure | None:
        """Look for one of the ways to start that can be; `limit` is how many goals may be looked at."""
        self._choose(consumer, starts)
        if not self._take_next_option():
            return None
        while self._at.goals is not None:
            self.steps += 1
            if self.steps > limit:
                return UNSURE
            goal, self._at.goals = self._at.goals
            if not self._meet(goal) and not self._take_next_option():
                return None
        return Witness(self._stands, self._why)

    def _meet(self, goal: Goal) -> bool:
        """Meet a goal, or note that it has to be chosen how. False: it contradicts what is assumed."""
        task, stands = goal
        if task in self._stands:
            return bool(self._stands[task] & stands)
        depth = self._ways.depths[task]
        if self._usual[task] & stands and depth <= self._at.unusual:
            settled = self._at.settled
            deepest = max(depth, settled.deepest) if settled else depth
            self._at.settled = _Settled(goal, deepest, settled)
            return True
        self._choose(task, self._justify.options(goal))
        return self._take_next_option()

    def _choose(self, task: str, options: Iterator[Option]) -> None:
        at = self._at
        self._choices.append(_Choice(task, options, at.goals, at.settled, at.unusual, len(self._trail)))

    def _take_next_option(self) -> bool:
        """Go on with the next option of the last choice that has one. False: there is none."""
        while self._choices:
            choice = self._choices[-1]
            self._take_back(choice)
            option = next(choice.options, None)
            if option is None:
                self._choices.pop()
            elif self._assume(choice.task, option):
                return True
        return False

    def _take_back(self, choice: _Choice) -> None:
        while len(self._trail) > choice.trail:
            assumed = self._trail.pop()
            if isinstance(assumed, str):
                del self._stands[assumed], self._why[assumed]
            else:
                assumed.pop()
        self._at = _Point(choice.goals, choice.settled, choice.unusual)

    def _assume(self, task: str, option: Option) -> bool:
        """Take an option. False: a branch cannot pick so."""
        self._stands[task], self._why[task] = option.stand, option.why
        self._trail.append(task)
        if option.stand != self._usual[task]:
            self._note_unusual(self._ways.depths[task])
        for branch in option.follows:
            self._note(self._follows, branch, task)
        if option.leaves is not None:
            self._note(self._leaves, option.leaves, task)
            self._note_unusual(self._ways.depths[option.leaves])
        self._add(option.goals)
        return all(map(self._can_pick, (*option.follows, *filter(None, [option.leaves]))))

    def _note(self, of_branch: dict[str, list[str]], branch: str, task: str) -> None:
        noted = of_branch.setdefault(branch, [])
        noted.append(task)
        self._trail.append(noted)

    def _note_unusual(self, depth: int) -> None:
        """What was settled on the ground that nothing unusual lies before it must be looked at again."""
        at = self._at
        at.unusual = min(at.unusual, depth)
        if at.settled is None or at.settled.deepest < depth:
            return
        again = list(_listed(at.settled))
        at.settled = None
        self._add(again)

    def _add(self, goals: Iterable[Goal]) -> None:
        """Put goals before the others, first of all those that the usual run does not meet."""
        later = self._at.goals
        unusual = []
        for goal in goals:
            if self._usual[goal[0]] & goal[1]:
                later = _Goals(goal, later)
            else:
                unusual.append(goal)
        for goal in reversed(unusual):
            later = _Goals(goal, later)
        self._at.goals = later

    def _can_pick(self, branch: str) -> bool:
        """Whether some pick of the branch lets go on what must, and leaves out what must not."""
        leaves = self._leaves.get(branch)
        if not leaves:
            return True
        followers = self._ways.followers(branch)
        return all(
            (task in followers and followers[task].isdisjoint(leaves))
            or any(task in after and after.isdisjoint(leaves) for after in followers.values())
            for task in self._follows.get(branch, ())
        )
