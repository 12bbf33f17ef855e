"""Whether every value that is pulled will be there; where not, the way by which it can be absent.

The rule, in full. A pull needs its value unless it has a default or `required = false`. Its value is there
when the task that pushes it has succeeded by the time the one that pulls it starts; a task that pushed and
then failed or skipped does not count, nor one that has not ended. So:

* With `all_success`, the default, whatever is pulled is there: a pull makes its task come directly after.
* With any other rule, the pull is a problem if there is a run in which the task starts although the producer
  was skipped, failed, could not run or had not ended. Any task that runs may fail. A task is skipped by
  its own rule, by a branch that does not pick it (a branch may pick any of its choices, none or all),
  and by itself only where the file says so (`skip_on_exit_code`): that Airflow's exit code 99 skips
  if nothing is written, and that a function can raise AirflowSkipException, makes no pull a problem.
* Whether there is such a run is found out by `plan.absence`, which says where it may err.
* What a task pulls of itself, from an earlier run, the first run does not have.
* A key that its task need not push (`required = false` there) is a problem whatever the rule.
* A teardown's pull from the setup that it undoes is left to the run, where the two go together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.errors import Severity
from flowdesk.model.codes import Code
from flowdesk.plan.absence import Absence, Unsure, Witness
from flowdesk.plan.branching import Ways
from flowdesk.plan.findings import at, listed
from flowdesk.plan.outcomes import Stand, may_skip_itself
from flowdesk.plan.outlook import Outlook
from flowdesk.plan.story import Story
from flowdesk.plan.trigger import TriggerRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.plan.findings import At
    from flowdesk.plan.plan import Source, Task
    from flowdesk.plan.scope import Scope

WAY_OUT = "give the pull a default, or write required = false"


def check_presence(scope: Scope) -> None:
    """Tell every pull whose value may be absent, and every task that can never run. No circle in the plan."""
    _check_need_not_be_pushed(scope)
    _check_first_run(scope)
    has_rules = scope.inheritance.is_set("trigger_rule") or scope.inheritance.is_set("teardown")
    if scope.file.having("branch") or (
        has_rules
        and any(task.trigger_rule is not TriggerRule.ALL_SUCCESS for task in scope.plan.tasks.values())
    ):
        _Presence(scope).check()


def needs(task: Task) -> Iterator[tuple[str, tuple[Source, ...], At]]:
    """What a task cannot start without: the argument, its sources, and where that is written."""
    for pull in task.pulls:
        if pull.required and pull.default is None:
            yield pull.argument, pull.sources, at("tasks", task.id, "pull", pull.argument)
    for expand in task.expand:
        if expand.source is not None:
            yield expand.argument, (expand.source,), at("tasks", task.id, "expand", expand.argument)


def _check_need_not_be_pushed(scope: Scope) -> None:
    may_lack = {
        (task.id, push.key) for task in scope.tasks_having("push") for push in task.push if not push.required
    }
    for task in scope.tasks_having("pull", "expand") if may_lack else ():
        for argument, sources, place in needs(task):
            lacking = next((one for one in sources if (one.task, one.key) in may_lack), None)
            if lacking is not None:
                scope.findings.add(
                    Code.MAYBE_NOT_PUSHED,
                    f"'{argument}' may be absent: '{lacking.task}' need not push '{lacking.key}'",
                    place,
                    suggestion=WAY_OUT,
                    related=[("it is declared as not required here", scope.declaration(lacking))],
                )


def _check_first_run(scope: Scope) -> None:
    for task in scope.tasks_having("pull"):
        for argument, sources, place in needs(task):
            if any(source.task == task.id for source in sources):
                scope.findings.add(
                    Code.MAYBE_ABSENT,
                    f"'{argument}' may be absent: the first run has no earlier one",
                    place,
                    suggestion=WAY_OUT,
                )


class _Presence:
    """The check of one plan that has branches or other rules than all_success."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._plan = scope.plan
        self._findings = scope.findings
        self._ways = Ways(scope.plan)
        self._outlook = Outlook(scope.plan, self._ways)
        self._absence = Absence(scope.plan, self._ways, self._outlook)

    def check(self) -> None:
        possible = Outlook(self._plan, self._ways, skips=may_skip_itself).possible
        never = {task for task, stands in possible.items() if not stands & Stand.SUCCESS}
        for task in self._plan.tasks.values():
            if task.id in never:
                if never.isdisjoint(task.upstream):
                    self._note_never(task)
            elif task.trigger_rule is not TriggerRule.ALL_SUCCESS:
                self._check_pulls(task)

    def _check_pulls(self, task: Task) -> None:
        for argument, sources, place in needs(task):
            for source in {source.task: source for source in sources}.values():
                if source.task in (task.id, *(task.teardown or ())):
                    continue
                answer = self._absence.find(task.id, source.task)
                if answer is not None:
                    self._note_absent(task, (argument, source, place), answer)
                    break

    def _note_absent(self, task: Task, pull: tuple[str, Source, At], answer: Witness | Unsure) -> None:
        argument, source, place = pull
        related = list(self._rule_of(task))
        if isinstance(answer, Unsure):
            sentence = f"whether '{source.task}' always succeeds first is too much to follow"
        else:
            story = Story(self._plan, self._ways, answer)
            sentence = story.sentence(task, source.task)
            related += story.places(source.task)
        self._findings.add(
            Code.MAYBE_ABSENT,
            f"'{argument}' may be absent: {sentence}",
            place,
            suggestion=WAY_OUT,
            related=[*related, (f"'{source.task}' pushes it here", self._scope.declaration(source))],
        )
        if isinstance(answer, Unsure):
            self._findings.weigh_last(Severity.WARNING)

    def _rule_of(self, task: Task) -> Iterator[tuple[str, At]]:
        where = self._scope.inheritance.sets(task.id, "trigger_rule")
        if where is not None:
            yield f"the trigger rule of '{task.id}' is set here", at(*where, part="both")

    def _note_never(self, task: Task) -> None:
        branch = next((one for one in task.upstream if self._outlook.leaves_out(one, task.id)), None)
        if branch is not None:
            message = f"'{task.id}' comes directly after the branch '{branch}', which never picks it"
            hint = f"add it to the choices of '{branch}', or let it come after one of them"
            related = [("these are its choices", at("tasks", branch, "choices"))]
        else:
            message = (
                f"'{task.id}' never runs: {listed(task.upstream)} cannot end as {task.trigger_rule} asks"
            )
            hint, related = None, list(self._rule_of(task))
        self._findings.add(
            Code.NEVER_RUNS,
            message,
            at("tasks", task.id, part="key"),
            suggestion=hint,
            related=related,
        )
        self._findings.weigh_last(Severity.WARNING)
