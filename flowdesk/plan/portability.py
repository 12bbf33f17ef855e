"""What of a pipeline's values Airflow could not carry on some database: `flowdesk validate --target`.

By what the file declares, and by what was seen in past runs. flowdesk has none of these limits, so all of it
is a warning at most.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flowdesk.errors import Severity
from flowdesk.model.codes import Code
from flowdesk.plan.airflow_limits import LIMITS, Target
from flowdesk.plan.airflow_traits import LARGEST_INT, SMALLEST_INT, Trait, trait_of_whole, traits_of_type
from flowdesk.plan.findings import At, Findings, at
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flowdesk.errors import Problem
    from flowdesk.model.document import Document
    from flowdesk.plan.airflow_limits import Limit
    from flowdesk.plan.plan import Plan, Push

_UNREADABLE = re.compile(r"[/?\s]")
"""What makes a key of which Airflow 3 takes the push, and fails the pull: it stands in the path of a URL."""

_BMP_END = "\uffff"
"""The last character of utf8mb3, in which Airflow keeps keys on MySQL (sql_engine_collation_for_ids)."""


class Seen(NamedTuple):
    """What was seen of a key in past runs: its largest size in bytes, and traits, each with a run."""

    size: int = 0
    run: int = 0
    traits: Mapping[Trait, int] = {}


class _Case(NamedTuple):
    """One key of one task, on one target."""

    target: Target
    task: str
    push: Push
    seen: Seen

    @property
    def name(self) -> str:
        return f"'{self.push.key}' of '{self.task}'"


class _Found(NamedTuple):
    """What is to be told of a key."""

    code: Code
    message: str
    suggestion: str
    severity: Severity = Severity.WARNING


def check_portability(
    document: Document, plan: Plan, target: Target, seen: Mapping[tuple[str, str], Seen]
) -> list[Problem]:
    """Return what Airflow could not carry, as warnings and notes, sorted by place.

    `seen` has what past runs pushed, by task id and key.
    """
    findings = Findings(document)
    for task in plan.tasks.values():
        for push in task.push:
            case = _Case(target, task.id, push, seen.get((task.id, push.key), Seen()))
            for check in (_of_key, _of_size, _of_traits):
                for found in check(case):
                    where = _declaration(document, task.id, push.key)
                    findings.add(found.code, found.message, where, suggestion=found.suggestion)
                    findings.weigh_last(found.severity)
    return sorted(findings.problems, key=lambda problem: (problem.place, problem.code))


def _declaration(document: Document, task: str, key: str) -> At:
    table = document.pipeline.tasks.get(task) if document.pipeline else None
    if table is not None and key not in table.push and table.returns:
        return at("tasks", task, "returns", part="both")
    return at("tasks", task, "push", key, part="both")


def _of_key(case: _Case) -> Iterator[_Found]:
    key = case.push.key
    if (sign := _UNREADABLE.search(key)) is not None:
        message = f"{case.name} has {sign[0]!r} in its key, which Airflow 3 pushes and then cannot pull"
        yield _Found(Code.KEY_THERE, message, "use letters, digits, '_', '-' and '.'")
    elif case.target is Target.MYSQL and max(key) > _BMP_END:
        message = f"{case.name} has {max(key)!r} in its key, for which Airflow's keys on MySQL have no place"
        yield _Found(Code.KEY_THERE, message, "use characters of the basic plane, as utf8mb3 has them")


def _of_size(case: _Case) -> Iterator[_Found]:
    """Tell of the narrowest limit of today, else of that of older versions, and softly."""
    for number, limit in enumerate(LIMITS[case.target]):
        severity = Severity.NOTE if number else Severity.WARNING
        if found := _too_large(case, limit):
            where = f"{limit.why}, {limit.source}"
            message = f"{case.name} {found}, and {limit.airflow} takes {limit.size:,} ({where})"
            help_ = "push a file in an object store by its URL, or use Airflow's object storage backend"
            yield _Found(Code.TOO_LARGE_THERE, message, help_, severity)
            return


def _too_large(case: _Case, limit: Limit) -> str | None:
    if case.seen.size > limit.size:
        return f"had {case.seen.size:,} bytes in run {case.seen.run}"
    if case.push.max_bytes is not None and case.push.max_bytes > limit.size:
        return f"may have {case.push.max_bytes:,} bytes"
    return None


def _of_traits(case: _Case) -> Iterator[_Found]:
    declared = traits_of_type(case.push.type) | _of_bounds(case.push)
    for trait in Trait:
        if not trait.matters(case.target):
            continue
        told = trait.told
        severity = Severity.NOTE if trait is Trait.OBJECT else Severity.WARNING
        if trait in declared:
            verb = "is" if trait is trait_of_whole(case.push.type) else "can be or hold"
            yield _Found(told.code, f"{case.name} {verb} {told.what}, {told.fate}", told.help, severity)
        elif trait in case.seen.traits:
            run = case.seen.traits[trait]
            message = f"{case.name} was or held {told.what} in run {run}, {told.fate}"
            yield _Found(told.code, message, told.help, severity)


def _of_bounds(push: Push) -> set[Trait]:
    """Return what the bounds of an int let in, where they are written beyond 64 bits."""
    bounds = [bound for bound in (push.ge, push.gt, push.le, push.lt) if bound is not None]
    is_beyond = any(not SMALLEST_INT <= bound <= LARGEST_INT for bound in bounds)
    return {Trait.BIG_INT} if is_beyond and push.type == "int" else set()
