"""Reads what `after` refers to. A reference that means nothing becomes a problem and is left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flowdesk.model.codes import Code
from flowdesk.model.kinds import BranchTask
from flowdesk.plan.findings import at
from flowdesk.plan.names import Named
from flowdesk.plan.order import After, is_inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.model.file import PipelineFile
    from flowdesk.plan.findings import Findings
    from flowdesk.plan.names import Names
    from flowdesk.plan.order import Loc


def find(reference: str, loc: Loc, names: Names, findings: Findings) -> Named | None:
    """What a reference stands for. Where it stands for nothing, that is noted at `loc` and None returned."""
    named = names.resolve(reference)
    if named is not None and named.tasks:
        return named
    if findings.losses.may_mean(reference):
        return None
    place = at(*loc)
    if named is None:
        hint = names.nearest(reference)
        findings.add(
            Code.UNKNOWN_REFERENCE,
            f"there is no task or group '{reference}'",
            place,
            suggestion=f"did you mean '{hint}'?" if hint else None,
        )
        return None
    if named.is_glob and not named.tasks:
        hint = names.nearest(reference.removesuffix(".*"))
        findings.add(
            Code.NOTHING_MATCHES,
            f"no task matches '{reference}'",
            place,
            suggestion=f"did you mean '{hint}.*'?" if hint in names.groups and hint is not None else None,
        )
        return None
    return named


def afters(file: PipelineFile, names: Names, findings: Findings) -> list[After]:
    """Everything that `after` says on tasks and groups, groups first."""
    found: list[After] = []
    for group, table in file.groups.items():
        if group in names.groups:
            found += _read(("groups", group), table.after, names, findings)
    for task, its_table in file.having("after").items():
        if task in names.tasks:
            found += _read(("tasks", task), its_table.after, names, findings)
    return found


@dataclass
class Choices:
    """What branches may pick, as task and group ids, and the order that follows from it."""

    of_branch: dict[str, tuple[str, ...]] = field(default_factory=dict)
    afters: list[After] = field(default_factory=list)


def choices(file: PipelineFile, names: Names, findings: Findings) -> Choices:
    """Everything that branches may pick. A choice comes after its branch: nothing else has to say so."""
    found = Choices()
    for branch, table in file.having("choices").items():
        if not isinstance(table, BranchTask) or branch not in names.tasks:
            continue
        picked: dict[str, None] = {}
        for position, reference in enumerate(table.choices):
            loc = ("tasks", branch, "choices", position)
            owners = _choice(branch, reference, loc, names, findings)
            picked |= dict.fromkeys(owners)
            found.afters += [After(owner, Named((branch,)), loc) for owner in owners]
        found.of_branch[branch] = tuple(picked)
    return found


def _choice(branch: str, reference: str, loc: Loc, names: Names, findings: Findings) -> tuple[str, ...]:
    """The ids of one choice: a group stays one, a glob is the tasks that it stands for."""
    named = find(reference, loc, names, findings)
    if named is None:
        return ()
    if not named.is_glob and is_inside(branch, reference):
        findings.add(Code.AFTER_ITSELF, f"'{branch}' cannot be its own choice, nor its group", at(*loc))
        return ()
    if named.is_glob:
        return tuple(task for task in named.tasks if task != branch)
    return (named.group,) if named.group is not None else named.tasks


def teardowns(file: PipelineFile, names: Names, findings: Findings) -> list[After]:
    """The order that teardowns follow: each comes after the setup tasks that it undoes."""
    return [
        after
        for task, table in file.having("teardown").items()
        if table.teardown and task in names.tasks
        for after in _read(("tasks", task), table.teardown, names, findings, field="teardown")
    ]


def _read(
    owner_loc: tuple[str, str],
    references: tuple[str, ...],
    names: Names,
    findings: Findings,
    *,
    field: str = "after",
) -> Iterator[After]:
    owner = owner_loc[1]
    for position, reference in enumerate(references):
        loc = (*owner_loc, field, position)
        named = find(reference, loc, names, findings)
        if named is None:
            continue
        if fault := _round_itself(owner, reference, named):
            findings.add(Code.AFTER_ITSELF, fault, at(*loc))
            continue
        yield After(owner, named, loc)


def _round_itself(owner: str, reference: str, named: Named) -> str | None:
    """What is wrong with coming after oneself, one's group or a part of oneself, if that is meant."""
    if owner == reference:
        return f"'{owner}' cannot come after itself"
    if not named.many and not reference.startswith(owner):  # a task and another one, as nearly always
        return None
    if is_inside(owner, reference):
        return f"'{owner}' lies in the group '{reference}', so it cannot come after it"
    if is_inside(reference, owner) and not named.is_glob:
        return f"'{reference}' lies in the group '{owner}', so the group cannot come after it"
    if named.is_glob and all(is_inside(task, owner) for task in named.tasks):
        return f"'{reference}' stands for nothing but '{owner}' itself"
    return None
