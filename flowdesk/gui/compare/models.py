"""The lines of a comparison as rows, and what their columns are called by the two sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.compare.comparing import NOTICED, FactLine, TaskLine, ValueLine
from flowdesk.gui.icons import Icon
from flowdesk.gui.language import mark, plural, tr
from flowdesk.gui.models.rows import Column
from flowdesk.gui.models.state_icons import plain_icon, state_icon
from flowdesk.gui.state_look import look_of
from flowdesk.gui.times import duration

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from flowdesk.gui.compare.sides import Stood

BARS = 5
"""The column of tasks in which the two times are drawn."""


def _state_text(stood: Stood | None) -> str:
    if stood is None:
        return tr("not there")
    word = tr(look_of(stood.shown).word)
    return f"{word}, {plural('{n} try', '{n} tries', stood.tries)}" if stood.tries > 1 else word


def _state_icon(stood: Stood | None) -> QIcon | None:
    return state_icon(stood.shown) if stood else None


def _reason(stood: Stood | None) -> str:
    return (stood.reason or "") if stood else ""


def _took_text(stood: Stood | None) -> str:
    return duration(stood.took) if stood and stood.took is not None else ""


def _took(stood: Stood | None) -> float:
    return stood.took if stood and stood.took is not None else -1.0


def delta_text(line: TaskLine) -> str:
    """By how much a task took longer or shorter: "+3.2 s (+40 %)", "same" where nobody would notice."""
    delta = line.delta
    if delta is None or line.before is None or not (most := max(_took(line.before), _took(line.after))):
        return ""
    if abs(delta) < NOTICED or abs(delta) / most < NOTICED:
        return tr("same")
    sign = "+" if delta > 0 else "-"
    before = _took(line.before)
    percent = f" ({delta / before * 100:+.0f} %)" if before > 0 else ""
    return f"{sign}{duration(abs(delta))}{percent}"


def _edited_icon(is_edited: bool) -> QIcon | None:  # noqa: FBT001 - the one thing it is about
    return plain_icon(Icon.EDIT, "accent") if is_edited else None


def _equal(line: ValueLine | FactLine) -> str:
    return "≠" if line.differs else "="


def _equal_tip(line: ValueLine | FactLine) -> str:
    return tr("Different") if line.differs else tr("The same")


TASKS: tuple[Column[TaskLine], ...] = (
    Column(mark("Task"), lambda line: line.task, lambda line: line.number, lambda line: line.task),
    Column(
        mark("Before"),
        lambda line: _state_text(line.before),
        tooltip=lambda line: _reason(line.before),
        icon=lambda line: _state_icon(line.before),
    ),
    Column(
        mark("After"),
        lambda line: _state_text(line.after),
        tooltip=lambda line: _reason(line.after),
        icon=lambda line: _state_icon(line.after),
    ),
    Column(
        mark("Took before"), lambda line: _took_text(line.before), lambda line: _took(line.before), right=True
    ),
    Column(
        mark("Took after"), lambda line: _took_text(line.after), lambda line: _took(line.after), right=True
    ),
    Column(mark("Times"), lambda _line: "", lambda line: max(_took(line.before), _took(line.after))),
    Column(mark("Difference"), delta_text, lambda line: line.delta or 0.0, right=True),
)
VALUES: tuple[Column[ValueLine], ...] = (
    Column(mark("Task"), lambda line: line.task, lambda line: line.number, lambda line: line.task),
    Column(mark("Key"), lambda line: line.key, tooltip=lambda line: line.key),
    Column("", _equal, tooltip=_equal_tip),
    Column(mark("Part"), lambda line: line.part, tooltip=lambda line: line.part),
    Column(
        mark("Before"),
        lambda line: line.before,
        tooltip=lambda line: line.before,
        icon=lambda line: _edited_icon(line.edited[0]),
    ),
    Column(
        mark("After"),
        lambda line: line.after,
        tooltip=lambda line: line.after,
        icon=lambda line: _edited_icon(line.edited[1]),
    ),
    Column(mark("Moved"), lambda line: line.moved, tooltip=lambda line: line.moved, right=True),
)
FACTS: tuple[Column[FactLine], ...] = (
    Column(mark("Fact"), lambda line: line.name, lambda line: line.number),
    Column("", _equal, tooltip=_equal_tip),
    Column(mark("Before"), lambda line: line.before, tooltip=lambda line: line.before),
    Column(mark("After"), lambda line: line.after, tooltip=lambda line: line.after),
)
