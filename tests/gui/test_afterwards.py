from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from flowdesk.gui.afterwards import Afterwards, FirstPaint

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_works_wait_for_the_begin_and_are_done_in_their_order(qtbot: QtBot) -> None:
    parent = QObject()
    afterwards, did = Afterwards(parent), list[int]()
    for number in range(3):
        afterwards.give(partial(did.append, number))
    qtbot.wait(0)
    assert did == []
    with qtbot.waitSignal(afterwards.done):
        afterwards.begin()
    assert did == [0, 1, 2]


def test_what_is_given_when_all_is_done_is_done_at_once(qtbot: QtBot) -> None:
    parent = QObject()
    afterwards, did = Afterwards(parent), list[str]()
    with qtbot.waitSignal(afterwards.done):
        afterwards.begin()
    afterwards.give(lambda: did.append("late"))
    assert did == ["late"]


def test_it_begins_by_itself_where_nothing_is_painted(qtbot: QtBot) -> None:
    parent = QObject()
    afterwards, did = Afterwards(parent), list[str]()
    afterwards.give(lambda: did.append("waited"))
    afterwards.begin_soon()
    qtbot.waitUntil(lambda: did == ["waited"])


def test_what_is_not_done_at_the_end_is_left(qtbot: QtBot) -> None:
    parent = QObject()
    afterwards, did = Afterwards(parent), list[str]()
    afterwards.give(lambda: did.append("never"))
    afterwards.begin()
    afterwards.close()
    qtbot.wait(0)
    assert did == []


def test_nothing_is_begun_or_done_after_the_end(qtbot: QtBot) -> None:
    parent = QObject()
    afterwards, did = Afterwards(parent), list[str]()
    afterwards.close()
    afterwards.give(lambda: did.append("given after the end"))
    with qtbot.assertNotEmitted(afterwards.done):
        afterwards.begin()
        qtbot.wait(0)
    assert did == []


def test_the_first_paint_is_that_with_something_to_be_seen(qtbot: QtBot) -> None:
    widget, seen, came = QWidget(), list[int](), list[int]()
    qtbot.addWidget(widget)
    first = FirstPaint(widget, lambda: bool(seen))
    first.came.connect(lambda: came.append(1))
    with qtbot.waitExposed(widget):
        widget.show()
    widget.repaint()
    assert came == []
    seen.append(1)
    widget.repaint()
    widget.repaint()
    assert came == [1]
