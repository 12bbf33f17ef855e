"""Whether what the code pushes and pulls through `ti` is what the file declares for its task.

Everything told here would be refused in the run, in the line that does it: a key that is not declared
cannot be pushed, and only what the file says is pulled can be pulled.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flowdesk.errors import Place
from flowdesk.model.code_xcoms import ModuleXcoms, read_xcoms
from flowdesk.model.codes import Code
from flowdesk.model.contract import RETURN_VALUE
from flowdesk.model.functions import CALLING
from flowdesk.plan.findings import at, listed
from flowdesk.plan.names import near
from flowdesk.plan.pulls import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from flowdesk.model.code_xcoms import XcomUse
    from flowdesk.plan.findings import At
    from flowdesk.plan.plan import Task
    from flowdesk.plan.scope import Scope


def check_calls(scope: Scope) -> None:
    """Compare the calls of `xcom_push` and `xcom_pull` in all functions with the file."""
    _Calls(scope).check()


class _Calls:
    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._modules: dict[Path, ModuleXcoms | None] = {}
        self._unsure = scope.findings.losses.tasks

    def check(self) -> None:
        for name, written in self._scope.file.having(*CALLING).items():
            task, reference = self._scope.plan.tasks.get(name), written.function
            if task is None:
                continue
            function = self._scope.document.functions.find(reference) if reference else None
            if function is None or function.path is None or function.parameters is None:
                continue
            if task.id not in self._unsure:
                self._check_task(task, function.name, function.path)

    def _check_task(self, task: Task, function: str, path: Path) -> None:
        if path not in self._modules:
            self._modules[path] = read_xcoms(path)
        module = self._modules[path]
        for use in module.of(function) if module else ():
            there = Place(str(path), use.line, use.column, use.end_line, use.end_column)
            where = at("tasks", task.id, task.kind.value)
            if use.verb == "xcom_push":
                self._check_push(task, use, where, there)
            else:
                check_pull(self._scope, task, use, where, related=[("it is pulled here", there)])

    def _check_push(self, task: Task, use: XcomUse, where: At, there: Place) -> None:
        declared = [push.key for push in task.push]
        if use.key in declared or not task.do_xcom_push:
            return
        hint = near(use.key, declared)
        self._scope.findings.add(
            Code.CODE_PUSHES_UNDECLARED,
            f"the code pushes '{use.key}', which '{task.id}' does not declare",
            where,
            suggestion=f"did you mean '{hint}'?" if hint else _declare(task.id, use.key),
            related=[("it is pushed here", there)],
        )


def calls_in(arguments: str) -> tuple[XcomUse, ...]:
    """The use that a template's `ti.xcom_pull(…)` is, by what stands between its brackets."""
    try:
        return ModuleXcoms(ast.parse(f"def task(ti): ti.xcom_pull{arguments}")).of("task")
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # Jinja's own, and no Python
        return ()


def check_pull(
    scope: Scope,
    task: Task,
    use: XcomUse,
    where: At | Place,
    *,
    related: Iterable[tuple[str, Place]] = (),
) -> None:
    """Compare one call of `xcom_pull` with what the file says that the task pulls."""
    found = _own(scope, task, use) if use.tasks is None else _of_others(scope, task, use, use.tasks)
    if found is not None:
        message, hint = found
        scope.findings.add(Code.CODE_PULLS_UNDECLARED, message, where, suggestion=hint, related=related)


def _own(scope: Scope, task: Task, use: XcomUse) -> tuple[str, str] | None:
    """Without task_ids it is the task's own value that is pulled, in Airflow too."""
    if any(push.key == use.key for push in task.push):
        return None
    others = [other.id for other in scope.plan.tasks.values() if any(p.key == use.key for p in other.push)]
    hint = f"name the task: task_ids={others[0]!r}" if len(others) == 1 else "name the task: task_ids=…"
    whose = f"means of '{task.id}' itself, and that pushes none"
    return f"'{use.key}' is pulled of no task, which {whose}", hint


def _of_others(scope: Scope, task: Task, use: XcomUse, asked: tuple[str, ...]) -> tuple[str, str] | None:
    known = {(source.task, source.key) for pull in task.pulls for source in pull.sources}
    known |= {(task.id, push.key) for push in task.push}
    missing = [
        name for name in asked if (name, use.key) not in known and not scope.findings.losses.may_mean(name)
    ]
    if not missing:
        return None
    message = f"'{task.id}' pulls '{use.key}' of {listed(missing)} without saying so in its pull"
    return message, _way_out(scope, task, use, missing[0])


def _way_out(scope: Scope, task: Task, use: XcomUse, source: str) -> str:
    tasks = scope.plan.tasks
    if source not in tasks:
        named = {other.rpartition(".")[2]: other for other in tasks}
        hint = named.get(source) or near(source, tasks)
        scope.findings.astray.update(filter(None, [hint]))
        return f"did you mean the task '{hint}'?" if hint else f"there is no task '{source}'"
    scope.findings.astray.add(source)
    keys = [push.key for push in tasks[source].push]
    hint = None if use.key in keys else near(use.key, keys)
    if hint:
        return f"did you mean the key '{hint}'?"
    name = use.key if use.key != RETURN_VALUE else source.rpartition(".")[2]
    return f'add to [tasks.{quoted(task.id)}]: pull.{quoted(name)} = "{source}:{use.key}"'


def _declare(task: str, key: str) -> str:
    return f'declare it under [tasks.{quoted(task)}] with its type: push = {{ {quoted(key)} = "any" }}'
