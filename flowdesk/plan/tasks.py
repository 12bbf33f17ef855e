"""From a task as a file says it to the task of a plan, and the same for groups and the pipeline's header."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from flowdesk.model.contract import RETURN_VALUE
from flowdesk.model.kinds import AnyTask, ApproveTask, PipelineTask
from flowdesk.plan.inherit import notify_of
from flowdesk.plan.parts import record
from flowdesk.plan.plan import Expand, Group, Kind, Param, Push, Source, Task
from flowdesk.plan.trigger import TriggerRule
from flowdesk.xcom.values import Unstorable, encode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.model.contract import PushTable
    from flowdesk.model.document import Document
    from flowdesk.model.file import GroupTable, PipelineFile
    from flowdesk.model.params import ParamTable
    from flowdesk.plan.inherit import Inherited

_KINDS: dict[str, Kind] = {kind.value: kind for kind in Kind if kind is not Kind.PLUGGED}
_SPECIAL = frozenset({Kind.APPROVE, Kind.PIPELINE})
_OWN = frozenset({"label", "description", "do_xcom_push", "expand_limit", "max_active_tasks", "setup"})
_HEADER = (
    *("name", "description", "schedule", "timezone", "catchup", "max_active_tasks"),
    *("max_active_runs", "timeout", "tags", "keep_runs"),
)
_OF_PUSH = frozenset(Push._fields) - {"type", "source"}


_make_task = record(Task)


def kind_of(written: AnyTask) -> Kind:
    """The kind of a written task; PLUGGED for what an installed package adds."""
    return _KINDS.get(written.kind, Kind.PLUGGED)


def task_of(name: str, written: AnyTask, settings: Inherited, resolved: Mapping[str, Any]) -> Task:
    """A task with its settings; `resolved` are the fields that take the rest of the file to know."""
    kind = kind_of(written)
    values: dict[str, Any] = {"id": name, "kind": kind, **settings.said, **resolved}
    for field in written.model_fields_set & _OWN:
        values[field] = getattr(written, field)
    if written.teardown is not None:
        values["teardown"] = written.teardown
        values.setdefault("trigger_rule", TriggerRule.ALL_DONE)
    values["code"] = _plugged(written) if kind is Kind.PLUGGED else written.code
    if written.push or written.returns is not None:
        values["push"] = tuple(push_of(key, table) for key, table in written.pushes.items())
    if kind in _SPECIAL:
        values |= _of_kind(written)
    return _make_task(values)  # type: ignore[no-any-return]  # its kind is Task


def _plugged(written: AnyTask) -> tuple[str, ...]:
    """What is called for a plugged-in kind: its word, its function, and each own field with its JSON text."""
    own = type(written).model_fields.keys() - AnyTask.model_fields.keys()
    fields = written.model_dump(include=own)
    try:
        texts = {name: encode(value) for name, value in fields.items()}
    except Unstorable:  # a type of pydantic's, like a URL
        texts = {name: encode(value) for name, value in written.model_dump(mode="json", include=own).items()}
    return (written.kind, written.runs, *(part for pair in texts.items() for part in pair))


def _of_kind(written: AnyTask) -> dict[str, Any]:
    """The fields of a task that only one kind has, but for its code."""
    match written:
        case ApproveTask(approve=approve):
            return {"answer_timeout": approve.timeout}
        case PipelineTask(params=params):
            return {"params": {name: encode(value) for name, value in params.items()}}
        case _:
            return {}


def push_of(key: str, table: PushTable) -> Push:
    """A declared key."""
    if len(table.model_fields_set) == 1:
        return _plain_push(key, table.type)
    values: dict[str, Any] = {name: getattr(table, name) for name in table.model_fields_set & _OF_PUSH}
    if "example" in values:
        values["example"] = encode(table.example)
    if table.source is not None:
        values["source"] = _source_of(table.source)
    return Push(key, table.type, **values)


@lru_cache
def _plain_push(key: str, type_text: str) -> Push:
    """A key of which only the type is said, as of most: those that are equal are one."""
    return Push(key, type_text)


def _source_of(written: str) -> Source:
    task, _, key = written.partition(":")
    return Source(task, key or RETURN_VALUE)


def expand_of(argument: str, written: object) -> Expand:
    """An argument that makes tasks: a text is the source of its list, all else the list."""
    if isinstance(written, str):
        return Expand(argument, _source_of(written))
    return Expand(argument, items=encode(list(written)))  # type: ignore[call-overload]  # a tuple, by the model


def group_of(group: str, written: GroupTable | None) -> Group:
    """A group, written or not."""
    if written is None:
        return Group(group)
    return Group(group, written.label, written.tooltip, written.retries or 0)


def param_of(name: str, table: ParamTable) -> Param:
    """A param."""
    return Param(
        name,
        table.type,
        default=encode(table.default) if table.has_default else None,
        choices=None if table.choices is None else tuple(map(encode, table.choices)),
        required=table.is_required,
        description=table.description,
        **table.constraints,  # type: ignore[arg-type]  # of the types of Param's fields, by the model
    )


def header_of(document: Document, file: PipelineFile) -> Mapping[str, Any]:
    """The fields of a plan that the pipeline says of itself."""
    table = file.pipeline
    return {
        **{name: getattr(table, name) for name in _HEADER},
        "params": tuple(param_of(name, param) for name, param in table.params.items()),
        "notify": notify_of(table.notify) if table.notify else None,
        "store_url": file.store.url,
        "store_values": file.store.values,
        "pools": {name: pool.slots for name, pool in file.pools.items()},
        "pool_descriptions": {
            name: pool.description for name, pool in file.pools.items() if pool.description
        },
        "start_date": table.start_date.isoformat() if table.start_date else None,
        "end_date": table.end_date.isoformat() if table.end_date else None,
        "files": tuple(map(str, document.files)),
    }
