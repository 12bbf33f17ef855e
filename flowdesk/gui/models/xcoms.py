"""The values of a run as rows: all tries, those that a later try replaced marked as such.

What was made of a mapped task goes by its name (`train[3]`); of a secret value there is a mask alone.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from flowdesk.gui.icons import Icon
from flowdesk.gui.language import mark, tr
from flowdesk.gui.models.rows import Column, RowsModel
from flowdesk.gui.models.state_icons import plain_icon
from flowdesk.gui.override import override
from flowdesk.gui.times import clock, moment_text
from flowdesk.xcom.values import decode, preview

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QIcon

    from flowdesk.store.rows import ValueRow

TOOLTIP_WIDTH = 1200
EDITED, SECRET = "edited:", "secret:"
"""Words of the filter, for values of that sort."""
MASK = "***"
WHY_MASKED = mark("A secret value: it is kept encrypted, and shown to no one")
_LONG = 10_000  # characters; longer values are sorted by how they look


@dataclass(frozen=True, slots=True)
class XCom:
    """A pushed value; `is_last` unless a later push of the same name and key replaced it."""

    row: ValueRow
    is_last: bool = True


class XComsModel(RowsModel[XCom]):
    """The values of one run, in the order in which they were pushed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, key_of, dimmed=_is_past, parent=parent)
        self._last: dict[tuple[str, str], int] = {}

    @override
    def searched(self, row: XCom) -> str:
        """What a filter looks in: an edited value is also found by `edited:`, a secret one by `secret:`."""
        marks = [word for word, holds in ((EDITED, row.row.is_edited), (SECRET, row.row.secret)) if holds]
        return "\n".join([super().searched(row), *marks])

    def reset_values(self, rows: Sequence[ValueRow]) -> None:
        """Show the values of another run."""
        last = {(row.name, row.key): row.seq for row in rows}
        self._last = {(row.name, row.key): place for place, row in enumerate(rows)}
        self.reset([XCom(row, last[row.name, row.key] == row.seq) for row in rows])

    def add_values(self, rows: Sequence[ValueRow]) -> None:
        """Add values that were pushed since; one that is there already is shown anew."""
        for row in rows:
            place = self._last.get((row.name, row.key))
            old = None if place is None else self.rows[place]
            if place is not None and old is not None:
                if old.row.try_number == row.try_number:
                    self.replace(place, XCom(row))
                    continue
                self.replace(place, replace(old, is_last=False))
            self._last[row.name, row.key] = len(self.rows)
            self.append([XCom(row)])


def key_of(xcom: XCom) -> Hashable:
    """What tells one value from another."""
    return (xcom.row.name, xcom.row.key, xcom.row.try_number)


def order_of_value(text: str) -> tuple[int, Any]:
    """What a value (JSON text) is sorted by: numbers as numbers, before texts, before all else."""
    if len(text) > _LONG:
        return (2, preview(text))
    return _order_of_short(text)


@lru_cache(maxsize=4096)
def _order_of_short(text: str) -> tuple[int, Any]:
    value = decode(text)
    if isinstance(value, float) and math.isnan(value):
        return (0, -math.inf)
    if isinstance(value, (int, float, Decimal)):
        return (0, value)
    return (1, value.casefold()) if isinstance(value, str) else (2, preview(text))


@lru_cache(maxsize=4096)
def _preview(text: str) -> str:
    return preview(text)


def _task_order(xcom: XCom) -> tuple[str, int]:
    return (xcom.row.task.casefold(), xcom.row.map_index)


def _is_past(xcom: XCom) -> bool:
    return not xcom.is_last


def _value_text(xcom: XCom) -> str:
    text = MASK if xcom.row.secret else _preview(xcom.row.value)
    return tr("{value} (edited)").format(value=text) if xcom.row.is_edited else text


def _value_order(xcom: XCom) -> tuple[int, Any]:
    return (3, "") if xcom.row.secret else order_of_value(xcom.row.value)


def _value_tooltip(xcom: XCom) -> str:
    row = xcom.row
    text = tr(WHY_MASKED) if row.secret else preview(row.value, TOOLTIP_WIDTH)
    if row.edit is None:
        return text
    about = tr("Edited by {user} at {moment}").format(
        user=row.edit.by, moment=moment_text(row.edit.edited_at)
    )
    if row.secret:
        return f"{text}\n\n{about}"
    original = preview(row.edit.original, TOOLTIP_WIDTH)
    return f"{text}\n\n{about}\n" + tr("Original: {value}").format(value=original)


def _value_icon(xcom: XCom) -> QIcon | None:
    if xcom.row.is_edited:
        return plain_icon(Icon.EDIT, "accent")
    return plain_icon(Icon.LOCK) if xcom.row.secret else None


def _try_text(xcom: XCom) -> str:
    return str(xcom.row.try_number)


def _try_tooltip(xcom: XCom) -> str:
    if xcom.is_last:
        return ""
    return tr("Try {number}; a later try pushed this key again").format(number=xcom.row.try_number)


COLUMNS: tuple[Column[XCom], ...] = (
    Column(mark("Task"), lambda xcom: xcom.row.name, _task_order, lambda xcom: xcom.row.name),
    Column(mark("Key"), lambda xcom: xcom.row.key, tooltip=lambda xcom: xcom.row.key),
    Column(mark("Type"), lambda xcom: xcom.row.type),
    Column(mark("Value"), _value_text, _value_order, _value_tooltip, _value_icon),
    Column(mark("Try"), _try_text, lambda xcom: xcom.row.try_number, _try_tooltip, right=True),
    Column(
        mark("Time"),
        lambda xcom: clock(xcom.row.pushed_at),
        lambda xcom: xcom.row.seq,
        lambda xcom: moment_text(xcom.row.pushed_at),
    ),
)
