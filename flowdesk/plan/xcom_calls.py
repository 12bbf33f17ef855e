"""Whether what the code pushes and pulls through `ti` is what the file declares for its task.

Everything told here would be refused in the run, in the line that does it: a key that is not declared
cannot be pushed, and only what the file says is pulled can be pulled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.errors import Place
from flowdesk.model.code_xcoms import ModuleXcoms, read_xcoms
from flowdesk.model.codes import Code
from flowdesk.plan.findings import at, listed
from flowdesk.plan.names import near
from flowdesk.plan.pulls import quoted

if TYPE_CHECKING:
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
        for task in self._scope.plan.tasks.values():
            reference = self._scope.file.tasks[task.id].function
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
            if use.verb == "xcom_push":
                self._check_push(task, use, there)
            elif use.tasks is None:
                self._check_own(task, use, there)
            else:
                self._check_pull(task, use, there)

    def _check_push(self, task: Task, use: XcomUse, there: Place) -> None:
        declared = [push.key for push in task.push]
        if use.key in declared or not task.do_xcom_push:
            return
        hint = near(use.key, declared)
        self._scope.findings.add(
            Code.CODE_PUSHES_UNDECLARED,
            f"the code pushes '{use.key}', which '{task.id}' does not declare",
            self._function(task),
            suggestion=f"did you mean '{hint}'?" if hint else _declare(task.id, use.key),
            related=[("it is pushed here", there)],
        )

    def _check_own(self, task: Task, use: XcomUse, there: Place) -> None:
        """Without task_ids it is the task's own value that is pulled, in Airflow too."""
        if any(push.key == use.key for push in task.push):
            return
        others = [
            other.id for other in self._scope.plan.tasks.values() if any(p.key == use.key for p in other.push)
        ]
        hint = f"name the task: task_ids={others[0]!r}" if len(others) == 1 else "name the task: task_ids=…"
        self._scope.findings.add(
            Code.CODE_PULLS_UNDECLARED,
            f"the code pulls '{use.key}' of no task, which means of '{task.id}' itself, and that pushes none",
            self._function(task),
            suggestion=hint,
            related=[("it is pulled here", there)],
        )

    def _check_pull(self, task: Task, use: XcomUse, there: Place) -> None:
        pulled = {(source.task, source.key) for pull in task.pulls for source in pull.sources}
        own = {push.key for push in task.push}
        missing = [
            name
            for name in use.tasks or ()
            if (name, use.key) not in pulled and not (name == task.id and use.key in own)
        ]
        missing = [name for name in missing if not self._scope.findings.losses.may_mean(name)]
        if not missing:
            return
        self._scope.findings.add(
            Code.CODE_PULLS_UNDECLARED,
            f"the code pulls '{use.key}' of {listed(missing)}, which the file does not say of '{task.id}'",
            self._function(task),
            suggestion=self._way_out(task, use, missing[0]),
            related=[("it is pulled here", there)],
        )

    def _way_out(self, task: Task, use: XcomUse, source: str) -> str:
        tasks = self._scope.plan.tasks
        if source not in tasks:
            named = {other.rpartition(".")[2]: other for other in tasks}
            hint = named.get(source) or near(source, tasks)
            return f"did you mean the task '{hint}'?" if hint else f"there is no task '{source}'"
        keys = [push.key for push in tasks[source].push]
        hint = None if use.key in keys else near(use.key, keys)
        if hint:
            return f"did you mean the key '{hint}'?"
        name = use.key if use.key != "return_value" else source.rpartition(".")[2]
        return f'add to [tasks.{quoted(task.id)}]: pull.{quoted(name)} = "{source}:{use.key}"'

    def _function(self, task: Task) -> At:
        return at("tasks", task.id, task.kind.value)


def _declare(task: str, key: str) -> str:
    return f'declare it under [tasks.{quoted(task)}] with its type: push = {{ {quoted(key)} = "any" }}'
