"""A plan as JSON text and back, so that a run can be opened with the definition that it ran.

Fields with their default value are left out, and what has an order keeps it. `VERSION` counts up
with every change that an older reader would misread; a field with a default is no such change for
us, who fill it in, but is one for the older reader, who would drop it.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from flowdesk.errors import FlowdeskError
from flowdesk.plan.plan import Edge, Expand, Group, Notify, Param, Plan, Pull, Push, Source, Task
from flowdesk.plan.read_back import version_and_plan

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

VERSION = 1
AT_ONCE = 500
"""How many parts of a plan are made JSON at once."""


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


def from_json(text: str) -> Plan:
    """The plan that `to_json` wrote. Raises PlanUnreadable for a damaged text or another version."""
    try:
        version, plan = version_and_plan(text, VERSION)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise PlanUnreadable(f"The kept plan is damaged: {error}.") from error
    if plan is None:
        raise PlanUnreadable(
            f"The kept plan has version {version}, and this flowdesk reads version {VERSION}: "
            "open it with the flowdesk that wrote it, or a newer one."
        )
    return plan
