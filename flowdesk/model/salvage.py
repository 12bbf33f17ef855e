"""Makes the model of a file whose shape is broken, without what is broken, so that the rest is checked too.

What has a name and is referred to by it stays, as little of it as there may be: a task whose command is
wrong is a task all the same. What was left out is in the `Losses`, by which later checks know what not
to complain about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from flowdesk.model.codes import Code
from flowdesk.model.complaints import plain
from flowdesk.model.file import PipelineFile
from flowdesk.model.kinds import kind_of
from flowdesk.model.levels import kind_fields, owner_of
from flowdesk.model.losses import LOST

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from flowdesk.model.losses import Losses
    from flowdesk.model.places import Loc

ROUNDS = 5
"""How often what is left is tried: leaving out one thing may show that another one is wrong."""
ANYTHING = {"bash": ":"}
"""What a task does of which nobody knows what it does."""
_NAMED = ("push", "pull", "expand", "env", "params")
_LEAST: dict[str, object] = {"groups": {}, "pools": 1, "params": "any"}


def salvage(tables: dict[str, Any], errors: list[ErrorDetails], losses: Losses) -> PipelineFile | None:
    """The model of what is not broken, or None where nothing is left. `tables` stay as they are."""
    losses.is_partial = True
    rest = _Rest(tables, losses)
    for _ in range(ROUNDS):
        for error in errors:
            rest.leave_out(error)
        try:
            return PipelineFile.model_validate(rest.tables)
        except ValidationError as still:
            errors = still.errors(include_url=False)
    return None


class _Rest:
    """The tables of a file, from which parts are taken without a change to the original."""

    def __init__(self, tables: dict[str, Any], losses: Losses) -> None:
        self.tables = dict(tables)
        self._losses = losses
        self._copied: set[Loc] = set()

    def leave_out(self, error: ErrorDetails) -> None:
        """Take out the least that an error is about."""
        loc, is_key = plain(error)
        match loc:
            case ("tasks", str() as task):
                self._task(task, is_key=is_key)
            case ("tasks", str() as task, *inside):
                self._field(task, tuple(inside), error)
            case ("groups", group, "defaults", field, *_):
                self._table(("groups", group, "defaults")).pop(field, None)
            case ("groups", group, field, *_):
                self._table(("groups", group)).pop(field, None)
            case ("groups" | "pools" as section, str() as name, *_):
                self._named((section,), name, is_key=is_key and len(loc) == 2)  # noqa: PLR2004 - (section, name)
            case ("pipeline", "params", str() as name, *_):
                self._losses.header = True
                self._named(("pipeline", "params"), name, is_key=is_key and len(loc) == 3)  # noqa: PLR2004 - as above
            case ("pipeline", *inside):
                self._header(inside)
            case ("defaults", field, *_):
                self._table(("defaults",)).pop(field, None)
            case (section, *_):
                self._section(section)

    def _task(self, task: str, *, is_key: bool) -> None:
        tasks = self._table(("tasks",))
        if is_key:
            tasks.pop(task, None)
            self._losses.ids.add(task)
        else:
            tasks[task] = ANYTHING
            self._losses.tasks.add(task)

    def _field(self, task: str, inside: Loc, error: ErrorDetails) -> None:
        self._losses.tasks.add(task)
        table = self._table(("tasks", task))
        field = str(inside[0])
        is_foreign = error["type"] == "extra_forbidden" and len(inside) == 1
        if is_foreign:
            self._losses.ids.update(_ids_inside(f"{task}.{field}", table.pop(field, None)))
            if kind_of(table) == "joint":
                table |= ANYTHING
        elif isinstance(inside[-1], int) and self._item(task, inside):
            self._losses.ids.add(LOST)
        elif field in kind_fields() or owner_of(field) or error["type"] == Code.JOINT_HAS_DATA:
            for other in [name for name in table if name in kind_fields() or owner_of(name)]:
                del table[other]
            table |= ANYTHING
        elif len(inside) > 1 and field in _NAMED and isinstance(table.get(field), dict):
            self._table(("tasks", task, field)).pop(inside[1], None)
        else:
            table.pop(field, None)

    def _item(self, task: str, inside: Loc) -> bool:
        """Put something in the place of one of several references, so that the others stay where they are."""
        match inside:
            case ("after" | "choices" | "teardown" as name, int() as position):
                table = self._table(("tasks", task))
            case ("pull", name, "from", int() as position):
                table = self._table(("tasks", task, "pull"))
                if isinstance(table.get(name), dict):
                    table, name = self._table(("tasks", task, "pull", name)), "from"
            case _:
                return False
        items = table.get(name)
        if not isinstance(items, list):
            return False
        table[name] = [*items[:position], LOST, *items[position + 1 :]]
        return True

    def _named(self, section: Loc, name: str, *, is_key: bool) -> None:
        table = self._table(section)
        if is_key:
            table.pop(name, None)
            self._losses.ids.add(name)
        else:
            table[name] = _LEAST[str(section[-1])]

    def _header(self, inside: list[str | int]) -> None:
        self._losses.header = True
        header = self._table(("pipeline",))
        if inside:
            header.pop(inside[0], None)
        else:
            self.tables["pipeline"] = {"name": "pipeline", "params": header.get("params", {})}

    def _section(self, section: str | int) -> None:
        part = self.tables.pop(str(section), None)
        if section not in ("store", "defaults"):
            self._losses.anything |= isinstance(part, dict | list)

    def _table(self, loc: Loc) -> dict[Any, Any]:
        """The table at `loc`, a copy; where there is none, one that belongs to nothing."""
        at: dict[Any, Any] = self.tables
        for depth, step in enumerate(loc, start=1):
            inner = at.get(step)
            if not isinstance(inner, dict):
                return {}
            if loc[:depth] not in self._copied:
                inner = at[step] = dict(inner)
                self._copied.add(loc[:depth])
            at = inner
        return at


def _ids_inside(name: str, table: object) -> list[str]:
    """The ids that tables in tables seem to mean: [tasks.a.b] is meant to be the task "a.b"."""
    if not isinstance(table, dict):
        return []
    return [name, *(found for key, inner in table.items() for found in _ids_inside(f"{name}.{key}", inner))]
