"""Where the keys lead in a grid of 5 rows and 8 runs, in which 3 rows fit a page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from flowdesk.gui.grid.geometry import HEAD, Geometry
from flowdesk.gui.grid.walk import step

Key, Held = Qt.Key, Qt.KeyboardModifier
GRID = Geometry(names=100, row=20, x=0, y=0, width=400, height=HEAD + 60, columns=8, rows=5)


def led(
    key: Qt.Key, cell: tuple[int, int], grid: Geometry = GRID, held: Qt.KeyboardModifier = Held.NoModifier
) -> tuple[int, int] | None:
    return step(QKeyEvent(QEvent.Type.KeyPress, key, held), cell, grid)


@pytest.mark.parametrize(
    ("key", "cell"),
    [
        (Key.Key_Left, (2, 3)),
        (Key.Key_Right, (2, 5)),
        (Key.Key_Up, (1, 4)),
        (Key.Key_Down, (3, 4)),
        (Key.Key_Home, (2, 0)),
        (Key.Key_End, (2, 7)),
        (Key.Key_PageUp, (0, 4)),
        (Key.Key_PageDown, (4, 4)),
        (Key.Key_A, None),
    ],
)
def test_a_key_leads_from_the_middle_to(key: Qt.Key, cell: tuple[int, int] | None) -> None:
    assert led(key, (2, 4)) == cell


def test_no_key_leads_out_of_the_grid_but_up_to_the_runs_themselves() -> None:
    assert led(Key.Key_Up, (0, 0)) == led(Key.Key_Up, (-1, 0)) == (-1, 0)
    assert led(Key.Key_Left, (0, 0)) == (0, 0)
    assert led(Key.Key_Down, (4, 7)) == led(Key.Key_Right, (4, 7)) == (4, 7)


def test_control_with_home_and_end_leads_through_the_rows() -> None:
    assert led(Key.Key_Home, (2, 4), held=Held.ControlModifier) == (-1, 4)
    assert led(Key.Key_End, (2, 4), held=Held.ControlModifier) == (4, 4)


def test_the_first_step_is_to_the_newest_run() -> None:
    assert led(Key.Key_Left, (-1, -1)) == (0, 7)
    assert led(Key.Key_Down, (-1, -1), Geometry(100, 20, 0, 0, 400, 300, columns=8, rows=0)) == (-1, 7)


def test_without_runs_a_key_leads_nowhere() -> None:
    assert led(Key.Key_Left, (0, 0), Geometry(100, 20, 0, 0, 400, 300, columns=0, rows=5)) is None
