"""What of a plan this version checks but cannot run yet: one sentence for each task, before a run starts."""

from __future__ import annotations

from dataclasses import MISSING
from dataclasses import fields as dataclass_fields
from typing import TYPE_CHECKING

from flowdesk.plan.plan import Kind, Plan, Push, Task
from flowdesk.xcom.kept import Kept, Model, parts
from flowdesk.xcom.types import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

RUNS = frozenset({Kind.BASH, Kind.COMMAND, Kind.PYTHON, Kind.JOINT})
"""The kinds of task that can be carried out."""

SKIPS = 99
"""The exit code with which a shell task skips itself where nothing else is written."""

_TASK_FIELDS = (
    *("retry_backoff", "max_retry_delay", "timeout", "pool", "priority", "depends_on_past", "env_from"),
    *("interpreter", "cache", "expand", "setup", "teardown", "notify", "answer_timeout", "params"),
)
_PUSH_FIELDS = (
    *("ge", "gt", "le", "lt", "min_length", "max_length", "pattern"),
    *("max_bytes", "secret", "source"),
)
_PLAN_FIELDS = (
    *("params", "max_active_tasks", "max_active_runs", "timeout", "keep_runs"),
    *("notify", "store_url", "store_values"),
)
"""What changes how a run goes and is not obeyed yet."""

_WRITTEN = {
    "answer_timeout": "approve.timeout",
    "source": "push.from",
    "store_url": "store.url",
    "store_values": "store.values",
}
"""What the file calls a field, where the plan has another word for it."""


def unsupported(plan: Plan) -> list[str]:
    """One sentence for each task that cannot run as it is written yet; empty where the plan can run."""
    found = [_sentence("the pipeline", name) for name in _said(plan, _PLAN_FIELDS)]
    found += [_sentence(f"group '{group.id}'", "retries") for group in plan.groups.values() if group.retries]
    return found + [sentence for task in plan.tasks.values() for sentence in _of_task(task)]


def _of_task(task: Task) -> Iterator[str]:
    if task.kind not in RUNS:
        kind = task.code[0] if task.kind is Kind.PLUGGED else task.kind
        yield f"'{task.id}': flowdesk cannot run `{kind}` tasks yet; `flowdesk validate` checks them"
        return
    fields = _said(task, _TASK_FIELDS)
    fields += [name for push in task.push for name in _said(push, _PUSH_FIELDS)]
    fields += ["earlier" for pull in task.pulls if pull.earlier]
    fields += ['cwd = "temp"'] if task.cwd == "temp" else []
    fields += ["skip_on_exit_code"] if _skips_otherwise(task) else []
    fields += ["{{ … }}"] if _has_template(task) else []
    if fields:
        yield _sentence(f"'{task.id}'", *dict.fromkeys(fields))
    for push in task.push:
        if any(isinstance(part, Kept | Model) for part in parts(parse(push.type))):
            yield f"'{task.id}': flowdesk cannot keep values of type {push.type} yet"


def _said(part: Task | Push | Plan, names: tuple[str, ...]) -> list[str]:
    defaults = _DEFAULTS[type(part)]
    return [name for name in names if getattr(part, name) != defaults[name]]


def _has_template(task: Task) -> bool:
    if task.kind is Kind.PYTHON:
        return False
    return any("{{" in text or "{%" in text for text in (*task.code, *task.env.values(), task.cwd or ""))


def _skips_otherwise(task: Task) -> bool:
    is_shell = task.kind in (Kind.BASH, Kind.COMMAND)
    return is_shell and task.skip_on_exit_code not in (None, (SKIPS,))


def _sentence(who: str, *fields: str) -> str:
    them = "them" if len(fields) > 1 else "it"
    said = ", ".join(f"`{_WRITTEN.get(name, name)}`" for name in fields)
    return f"{who}: flowdesk does not obey {said} yet; `flowdesk validate` checks {them}"


def _defaults(part: type[Task | Push | Plan]) -> dict[str, object]:
    return {
        field.name: {} if field.default is MISSING and field.default_factory is not MISSING else field.default
        for field in dataclass_fields(part)
    }


_DEFAULTS = {part: _defaults(part) for part in (Task, Push, Plan)}
