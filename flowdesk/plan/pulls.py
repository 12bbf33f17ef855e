"""Resolves what tasks pull: each reference to the tasks it stands for, each key against what they push.

A glob or a group asks the same of each of its tasks: one that does not push the key is a problem, not
a value less in the list. Left out of it are only those that say that they push nothing: joints,
`do_xcom_push = false`, and the task that pulls.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from flowdesk.model.codes import Code
from flowdesk.model.contract import RETURN_VALUE
from flowdesk.plan.findings import SHOWN, at, listed
from flowdesk.plan.names import near
from flowdesk.plan.plan import Pull, Source
from flowdesk.plan.references import find
from flowdesk.plan.tasks import expand_of
from flowdesk.xcom.values import encode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flowdesk.model.contract import PushTable
    from flowdesk.model.file import PipelineFile
    from flowdesk.plan.findings import At, Findings
    from flowdesk.plan.names import Named, Names
    from flowdesk.plan.order import Loc, Order
    from flowdesk.plan.plan import Expand


def quoted(name: str) -> str:
    """A name as a key of TOML: bare where it can be."""
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else json.dumps(name, ensure_ascii=False)


class Pulls:
    """The pulls of a file's tasks. Each source is told to `order`, since a pull is a dependency."""

    def __init__(self, file: PipelineFile, names: Names, order: Order, findings: Findings) -> None:
        self._tasks = file.tasks
        self._pushes = {task: table.pushes for task, table in file.having("push", "returns").items()}
        self._names = names
        self._order = order
        self._findings = findings

    def of_task(self, task: str) -> tuple[Pull, ...]:
        """All pulls of a task, without the sources that do not exist; a pull with none left is left out."""
        found = []
        for argument, table in self._tasks[task].pull.items():
            loc = ("tasks", task, "pull", argument)
            pairs = [(pair, (*loc, "from", position)) for position, pair in enumerate(table.pairs)]
            key_place = at(*loc, "key") if table.key else None
            sources, many = self._sources(task, pairs, key_place, earlier=table.earlier)
            default = encode(table.default) if table.has_default else None
            if sources:
                found.append(
                    Pull(
                        argument,
                        tuple(sources),
                        many or table.listed,
                        table.required,
                        default,
                        table.type,
                        table.earlier,
                    )
                )
        return tuple(found)

    def expands_of(self, task: str) -> tuple[Expand, ...]:
        """What makes tasks of a task, without lists that nothing pushes."""
        found = []
        for argument, written in self._tasks[task].expand.items():
            expand = expand_of(argument, written)
            if expand.source is not None:
                pair = (expand.source.task, expand.source.key)
                loc = ("tasks", task, "expand", argument)
                sources, many = self._sources(task, [(pair, loc)], at(*loc))
                if many or not sources:
                    if many:
                        self._findings.add(Code.NOTHING_MATCHES, "a list comes from one task", at(*loc))
                    continue
            found.append(expand)
        return tuple(found)

    def _sources(
        self,
        task: str,
        pairs: Iterable[tuple[tuple[str, str], Loc]],
        key_place: At | None,
        *,
        earlier: bool = False,
    ) -> tuple[list[Source], bool]:
        """What pairs of a reference and a key stand for, and whether one stands for many tasks.

        `key_place` is where the key is written, if not with the reference. `earlier`: a task may pull what
        it pushed itself, in an earlier run; nothing of this run comes before it for that.
        """
        sources: list[Source] = []
        missing: dict[tuple[At, str], list[str]] = {}
        many = False
        for (reference, key), loc in pairs:
            if self._is_plain(task, reference, key):
                sources.append(Source(reference, key))
                self._order.add(reference, task, loc)
                continue
            if earlier and reference == task and key in self._pushed_by(task):
                sources.append(Source(task, key))
                continue
            named = find(reference, loc, self._names, self._findings)
            if named is None:
                continue
            many |= named.many
            tasks = self._pushing(task, named, at(*loc))
            for source in tasks:
                sources.append(Source(source, key))
                self._order.add(source, task, loc)
            unsure = self._findings.losses.tasks
            lacking = [
                source for source in tasks if key not in self._pushed_by(source) and source not in unsure
            ]
            missing.setdefault((key_place or at(*loc), key), []).extend(lacking)
        for (place, key), lacking in missing.items():
            self._note_missing(key, list(dict.fromkeys(lacking)), place)
        return sources, many

    def _pushed_by(self, task: str) -> Mapping[str, PushTable]:
        return self._pushes.get(task, {})

    def _is_plain(self, task: str, reference: str, key: str) -> bool:
        """Whether a reference is, as nearly all are, another task's id, and that task pushes the key."""
        return (
            reference in self._names.tasks
            and key in self._pushed_by(reference)
            and reference != task
            and self._tasks[reference].do_xcom_push
        )

    def _pushing(self, task: str, named: Named, place: At) -> list[str]:
        """The tasks of a reference that can be pulled from."""
        if named.many:
            return self._members(task, named, place)
        return [named.tasks[0]] if self._can_be_pulled(task, named.tasks[0], place) else []

    def _can_be_pulled(self, task: str, source: str, place: At) -> bool:
        if source == task:
            self._findings.add(
                Code.AFTER_ITSELF,
                f"'{task}' cannot pull from itself",
                place,
                suggestion="earlier = true pulls what it pushed in an earlier run",
            )
            return False
        if self._tasks[source].kind == "joint":
            self._findings.add(
                Code.UNKNOWN_KEY,
                f"'{source}' does nothing, so it pushes nothing",
                place,
                related=[("this task", at("tasks", source, part="key"))],
            )
            return False
        if not self._tasks[source].do_xcom_push:
            said = at("tasks", source, "do_xcom_push", part="both")
            self._findings.add(
                Code.PUSH_TURNED_OFF,
                f"'{source}' pushes nothing: it has do_xcom_push = false",
                place,
                suggestion="remove that line and declare the key there",
                related=[("pushing is turned off here", said)],
            )
            return False
        return True

    def _members(self, task: str, named: Named, place: At) -> list[str]:
        tasks = [
            member
            for member in named.tasks
            if member != task and self._tasks[member].kind != "joint" and self._tasks[member].do_xcom_push
        ]
        if not tasks:
            message = "none of the tasks that this stands for pushes anything"
            self._findings.add(Code.NOTHING_MATCHES, message, place)
        return tasks

    def _note_missing(self, key: str, tasks: list[str], place: At) -> None:
        if not tasks:
            return
        known = list(dict.fromkeys(known for task in tasks for known in self._pushed_by(task)))
        one = len(tasks) == 1
        verb, they = ("does", "it pushes") if one else ("do", "they push")
        pushed = f"{they} {listed(known)}" if known else f"{they} nothing"
        self._findings.add(
            Code.UNKNOWN_KEY,
            f"{listed(tasks)} {verb} not push '{key}'; {pushed}",
            place,
            suggestion=_way_out(key, tasks[0], known),
            related=[self._declaration(task) for task in tasks[:SHOWN]],
        )

    def _declaration(self, task: str) -> tuple[str, At]:
        if not self._pushed_by(task):
            return f"'{task}' is here", at("tasks", task, part="key")
        field = "push" if self._tasks[task].push else "returns"
        return f"'{task}' declares here what it pushes", at("tasks", task, field, part="both")


def _way_out(key: str, task: str, known: Iterable[str]) -> str:
    if hint := near(key, known):
        return f"did you mean '{hint}'?"
    line = 'returns = "any"' if key == RETURN_VALUE else f'push = {{ {quoted(key)} = "any" }}'
    declare = f"declare it with its type under [tasks.{quoted(task)}]: {line}"
    if list(known) == [RETURN_VALUE]:
        return f'pull "{task}" for what it returns, or {declare}'
    if key == RETURN_VALUE and known:
        return f'name the key that is meant, "{task}:{next(iter(known))}", or {declare}'
    return declare
