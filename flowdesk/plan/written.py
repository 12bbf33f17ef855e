"""A plan as JSON text and back, so that a run can be opened with the definition that it ran.

Fields with their default value are left out, and what has an order keeps it. `VERSION` counts up
with every change that an older reader would misread; a field with a default is no such change for
us, who fill it in, but is one for the older reader, who would drop it.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from flowdesk.errors import FlowdeskError
from flowdesk.plan.plan import Edge, Expand, Group, Kind, Notify, Param, Plan, Pull, Push, Source, Task
from flowdesk.plan.trigger import TriggerRule

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

VERSION = 1
AT_ONCE = 500
"""How many parts of a plan are made JSON at once."""

_TUPLES = {"code", "upstream", "choices", "skip_on_exit_code", "teardown", "tags", "files", "on", "command"}


class PlanUnreadable(FlowdeskError):
    """A kept plan cannot be read."""


_NOTHING = object()
"""What a field without a default is never."""

_DEFAULTS: dict[type, list[tuple[str, object]]] = {
    kind: [(name, kind._field_defaults.get(name, _NOTHING)) for name in kind._fields]
    for kind in (Plan, Task, Group, Edge, Push, Pull, Source, Expand, Param, Notify)
}


def _written(part: tuple[object, ...]) -> dict[str, object]:
    fields = zip(_DEFAULTS[type(part)], part, strict=True)
    return {
        name: _plain(value) for (name, default), value in fields if value is not default and value != default
    }


def _plain(value: object) -> object:
    """A field's value as JSON has it: of a part of a plan an object, of a tuple a list."""
    if not isinstance(value, tuple):
        return value
    return _written(value) if type(value) in _DEFAULTS else [_plain(one) for one in value]


def to_json(plan: Plan) -> str:
    """The plan as compact JSON text on one line. Equal plans give equal texts."""
    many: dict[str, Collection[tuple[object, ...]]] = {
        "tasks": plan.tasks.values(),
        "groups": plan.groups.values(),
        **({"edges": plan.edges} if plan.edges else {}),
    }
    rest = _written(plan._replace(tasks={}, groups={}, edges=()))
    pieces = [_encoded({"version": VERSION, **{name: rest[name] for name in rest if name not in many}})[:-1]]
    for name, parts in many.items():
        pieces.append(f',"{name}":[')
        pieces += _listed(parts)
        pieces.append("]")
    return "".join([*pieces, "}"])


def _listed(parts: Iterable[tuple[object, ...]]) -> Iterator[str]:
    """Parts with commas between them, so many at a time: encoding takes six times the space of its text."""
    left, comma = iter(parts), ""
    while some := list(islice(left, AT_ONCE)):
        yield comma + _encoded([_written(part) for part in some])[1:-1]
        comma = ","


def _encoded(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# Any: what JSON holds is checked by the parts it becomes.
def _all(make: Callable[..., Any], values: Any) -> tuple[Any, ...]:  # noqa: ANN401 - as above
    return tuple(make(**value) for value in values)


def _push(*, source: dict[str, str] | None = None, **values: Any) -> Push:  # noqa: ANN401 - fields of Push
    return Push(source=Source(**source) if source else None, **values)


def _pull(*, sources: list[dict[str, str]], **values: Any) -> Pull:  # noqa: ANN401 - fields of Pull
    return Pull(sources=_all(Source, sources), **values)


def _expand(*, source: dict[str, str] | None = None, **values: Any) -> Expand:  # noqa: ANN401 - fields of Expand
    return Expand(source=Source(**source) if source else None, **values)


def _tuples(values: dict[str, Any], **made: Callable[..., Any]) -> None:
    """Make tuples of what JSON has as lists, of parts where `made` says by which maker."""
    for name, make in made.items():
        if name in values:
            values[name] = _all(make, values[name])
    for name in _TUPLES & values.keys():
        values[name] = tuple(values[name])


def _notify(**values: Any) -> Notify:  # noqa: ANN401 - fields of Notify
    _tuples(values)
    return Notify(**values)


def _task(*, kind: str, **values: Any) -> Task:  # noqa: ANN401 - fields of Task
    _tuples(values, push=_push, pulls=_pull, expand=_expand)
    if "trigger_rule" in values:
        values["trigger_rule"] = TriggerRule(values["trigger_rule"])
    if "notify" in values:
        values["notify"] = _notify(**values["notify"])
    return Task(kind=Kind(kind), **values)


def _param(**values: Any) -> Param:  # noqa: ANN401 - fields of Param
    _tuples(values)
    return Param(**values)


def _plan(*, tasks: Any, groups: Any, **values: Any) -> Plan:  # noqa: ANN401 - fields of Plan
    _tuples(values, edges=Edge, params=_param)
    if "notify" in values:
        values["notify"] = _notify(**values["notify"])
    return Plan(
        tasks={task.id: task for task in _all(_task, tasks)},
        groups={group.id: group for group in _all(Group, groups)},
        **values,
    )


def from_json(text: str) -> Plan:
    """The plan that `to_json` wrote. Raises PlanUnreadable for a damaged text or another version."""
    try:
        written = json.loads(text)
        version = written.pop("version")
    except (ValueError, AttributeError, KeyError, TypeError) as error:
        raise PlanUnreadable("The kept plan is damaged: it is no plan that flowdesk wrote.") from error
    if version != VERSION:
        raise PlanUnreadable(
            f"The kept plan has version {version}, and this flowdesk reads version {VERSION}: "
            "open it with the flowdesk that wrote it, or a newer one."
        )
    try:
        return _plan(**written)
    except (ValueError, KeyError, TypeError) as error:
        raise PlanUnreadable(f"The kept plan is damaged: {error}.") from error
