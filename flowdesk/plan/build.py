"""From what a file says to what follows: the plan, and everything about the file that does not add up.

What is broken is left out of the plan and told as a problem, so that a file with problems can still be
drawn. A circle stays in: it is what its author wants to see. Only a plan of a `Checked` that is ok may run.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from flowdesk.errors import Problem, Severity
from flowdesk.model.codes import Code
from flowdesk.model.garbage import uncollected
from flowdesk.plan.circles import check_circles
from flowdesk.plan.findings import Findings, at
from flowdesk.plan.inherit import Inheritance
from flowdesk.plan.names import Names, groups_around
from flowdesk.plan.order import Order
from flowdesk.plan.plan import Edge, Expand, Plan, Pull
from flowdesk.plan.pools import check_pools
from flowdesk.plan.presence import check_presence
from flowdesk.plan.pulls import Pulls
from flowdesk.plan.references import afters, choices, teardowns
from flowdesk.plan.scope import Scope
from flowdesk.plan.signatures import check_signatures
from flowdesk.plan.tasks import group_of, header_of, task_of
from flowdesk.plan.templates import check_templates
from flowdesk.plan.types import check_types
from flowdesk.plan.use import check_use
from flowdesk.plan.xcom_calls import check_calls
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from flowdesk.model.document import Document
    from flowdesk.model.file import PipelineFile


class Checked(NamedTuple):
    """A plan and all problems of its file, sorted by place. The plan is None where nothing can be drawn."""

    plan: Plan | None
    problems: list[Problem]

    @property
    def ok(self) -> bool:
        """Whether the plan may run: there is no problem that weighs as an error."""
        return self.plan is not None and all(p.severity is not Severity.ERROR for p in self.problems)


@uncollected()
def check(document: Document) -> Checked:
    """Check everything that can be checked before a run. Never raises for what an author can do wrong."""
    if document.pipeline is None:
        return Checked(None, sorted(document.problems, key=attrgetter("place", "code")))
    findings = Findings(document)
    plan = _build(document, document.pipeline, findings)
    check_signatures(document, document.pipeline, findings)
    problems = [*document.problems, *findings.problems]
    return Checked(plan, sorted(problems, key=attrgetter("place", "code")))


def _build(document: Document, file: PipelineFile, findings: Findings) -> Plan:
    names = _names(file, findings)
    order = Order(names)
    contract = Pulls(file, names, order, findings)
    pulls = {task: contract.of_task(task) for task in file.having("pull") if task in names.tasks}
    expands = {task: contract.expands_of(task) for task in file.having("expand") if task in names.tasks}
    picked = choices(file, names, findings)
    edges = order.add_all([*afters(file, names, findings), *picked.afters, *teardowns(file, names, findings)])
    has_circle = check_circles(order, findings)
    _check_turned_off(file, findings)
    inheritance = Inheritance(file)
    tasks = {}
    for name, upstream in order.in_file_order():
        resolved: dict[str, Any] = {"upstream": upstream}
        for field, found in (("pulls", pulls), ("expand", expands), ("choices", picked.of_branch)):
            if name in found:
                resolved[field] = found[name]
        tasks[name] = task_of(name, file.tasks[name], inheritance.of_task(name), resolved)
    groups = {name: group_of(name, file.groups.get(name)) for name, inside in names.groups.items() if inside}
    edges = [*edges, *_key_edges(pulls, expands)]
    plan = Plan(tasks=tasks, groups=groups, edges=tuple(edges), **header_of(document, file))
    scope = Scope(document, file, plan, inheritance, findings)
    check_types(scope)
    check_calls(scope)
    check_pools(scope)
    check_use(scope, check_templates(scope))
    if not has_circle:
        check_presence(scope)
    return plan


def _names(file: PipelineFile, findings: Findings) -> Names:
    """All ids. Where a task's id is also a group with tasks inside, the group keeps it."""
    first_inside: dict[str, str] = {}
    for task in file.tasks:
        for group in groups_around(task):
            first_inside.setdefault(group, task)
    for task in first_inside.keys() & file.tasks.keys():
        findings.add(
            Code.TASK_IS_GROUP,
            f"'{task}' is a task, and the group of '{first_inside[task]}' as well",
            at("tasks", task, part="key"),
            suggestion="give one of the two another id",
            related=[("this task lies in it", at("tasks", first_inside[task], part="key"))],
        )
    names = Names((task for task in file.tasks if task not in first_inside), file.groups)
    for group in file.groups:
        if not names.groups[group] and not findings.losses.may_mean(group):
            _note_empty(group, names, findings)
    return names


def _note_empty(group: str, names: Names, findings: Findings) -> None:
    hint = names.nearest_group(group)
    message = (
        f"'{group}' is a task and no group" if group in names.tasks else f"no task lies in group '{group}'"
    )
    findings.add(
        Code.EMPTY_GROUP,
        message,
        at("groups", group, part="key"),
        suggestion=f"did you mean '{hint}'?" if hint else f'a task in it is written [tasks."{group}.name"]',
    )
    findings.weigh_last(Severity.WARNING)


def _check_turned_off(file: PipelineFile, findings: Findings) -> None:
    for name, task in file.having("do_xcom_push").items():
        if task.do_xcom_push or not task.pushes:
            continue
        field = "push" if task.push else "returns"
        findings.add(
            Code.PUSH_TURNED_OFF,
            f"'{name}' declares what it pushes, but has do_xcom_push = false",
            at("tasks", name, "do_xcom_push", part="both"),
            suggestion="remove one of the two",
            related=[("it is declared here", at("tasks", name, field, part="both"))],
        )


def _key_edges(pulls: dict[str, tuple[Pull, ...]], expands: dict[str, tuple[Expand, ...]]) -> list[Edge]:
    edges = [
        Edge(source.task, task, source.key, pull.argument)
        for task, its_pulls in pulls.items()
        for pull in its_pulls
        for source in pull.sources
        if source.task != task  # what it pushed in an earlier run
    ]
    edges += [
        Edge(expand.source.task, task, expand.source.key, expand.argument)
        for task, its_expands in expands.items()
        for expand in its_expands
        if expand.source is not None
    ]
    return list(dict.fromkeys(edges))
