from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from flowdesk.gui.log.find_bar import LogFindBar
from flowdesk.gui.log.log_view import LogView
from flowdesk.gui.log.saving import LogSaving
from flowdesk.gui.log.selection import Copying
from flowdesk.gui.log_tail import LogTail
from flowdesk.gui.theme import Scheme, apply_theme
from tests.gui.log.printed import Printed

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

MANY = [f"line {number}" for number in range(200)]


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> LogView:
    apply_theme(qapp, Scheme.LIGHT)
    made = LogView()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


@pytest.fixture
def find_bar(view: LogView, qtbot: QtBot) -> LogFindBar:
    made = LogFindBar(view)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def printed(tmp_path: Path) -> Printed:
    return Printed(tmp_path / "1.log")


def in_sight(view: LogView) -> list[str]:
    return [view.lines.line(one.number).text for one in view.seen()]


def copied(view: LogView, qtbot: QtBot, how: Copying | None = None) -> str:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("")
    view.copy(how or Copying())
    qtbot.waitUntil(lambda: clipboard.text() != "")
    return clipboard.text()


def press(view: LogView, key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(view, key, how)


CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_the_end_is_followed_unless_the_reader_scrolled_up(view: LogView, printed: Printed) -> None:
    view.grow(printed.more(*MANY))
    assert in_sight(view)[-1] == "line 199"
    view.verticalScrollBar().setValue(3)
    view.grow(printed.more("one more"))
    assert in_sight(view)[0] == "line 3"
    assert view.new_lines.isVisible()
    assert view.new_lines.text() == "1 new line"
    view.new_lines.click()
    assert in_sight(view)[-1] == "one more"
    assert not view.new_lines.isVisible()
    view.grow(printed.more("and one"))
    assert in_sight(view)[-1] == "and one"


def test_keys_go_through_the_log_and_a_screen_reader_is_told_the_line(
    view: LogView, printed: Printed
) -> None:
    view.grow(printed.more(*MANY))
    press(view, Qt.Key.Key_Home, CONTROL)
    assert in_sight(view)[0] == "line 0"
    assert view.accessibleDescription() == "line 0"
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_End)
    assert view.selection.caret == (1, len("line 1"))
    press(view, Qt.Key.Key_PageDown)
    assert view.selection.caret[0] > 5
    press(view, Qt.Key.Key_End, CONTROL)
    assert view.accessibleDescription() == "line 199"
    assert view.follows
    press(view, Qt.Key.Key_Up)
    assert not view.follows


def test_what_is_selected_is_copied_plainly_with_times_or_with_colours(
    view: LogView, printed: Printed, qtbot: QtBot
) -> None:
    view.grow(printed.more("\x1b[31mone\x1b[0m", "two", "three"))
    press(view, Qt.Key.Key_Home, CONTROL)
    press(view, Qt.Key.Key_Down, SHIFT)
    press(view, Qt.Key.Key_End, SHIFT)
    assert copied(view, qtbot) == "one\ntwo"
    assert [line[-4:] for line in copied(view, qtbot, Copying(times=True)).splitlines()] == [" one", " two"]
    assert copied(view, qtbot, Copying(escapes=True)) == "\x1b[31mone\x1b[0m\ntwo"
    press(view, Qt.Key.Key_A, CONTROL)
    assert copied(view, qtbot) == "one\ntwo\nthree"


def test_growing_leaves_a_selection_alone(view: LogView, printed: Printed, qtbot: QtBot) -> None:
    view.grow(printed.more("first"))
    view.select_all()
    view.grow(printed.more("second"))
    assert copied(view, qtbot) == "first"


def test_a_double_click_selects_a_word_and_a_third_the_line(
    view: LogView, printed: Printed, qtbot: QtBot
) -> None:
    view.grow(printed.more("한국어 로그 line"))
    x, _ = view.layouts.row(0).x_of(5)
    at = QPoint(int(x) + view.painter.gutter.width(view.fontMetrics()) + 8, view.layouts.height // 2)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert copied(view, qtbot) == "로그"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert copied(view, qtbot) == "한국어 로그 line"


def test_a_place_in_a_file_is_followed_by_a_click_and_by_enter(
    view: LogView, printed: Printed, qtbot: QtBot
) -> None:
    view.grow(printed.more("begin", '  File "/srv/etl.py", line 7, in load'))
    x, _ = view.layouts.row(1).x_of(10)
    at = QPoint(int(x) + view.painter.gutter.width(view.fontMetrics()) + 8, view.layouts.height * 3 // 2)
    with qtbot.waitSignal(view.place_asked) as asked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == ["/srv/etl.py", 7]
    with qtbot.waitSignal(view.place_asked) as asked:
        press(view, Qt.Key.Key_Return)
    assert asked.args == ["/srv/etl.py", 7]


def test_a_wrapped_line_takes_several_rows_and_nothing_is_to_the_right(
    view: LogView, printed: Printed
) -> None:
    view.grow(printed.more("word " * 200, *MANY))
    press(view, Qt.Key.Key_Home, CONTROL)
    assert view.horizontalScrollBar().maximum() > 0
    view.set_wrapped(wrapped=True)
    assert view.layouts.row(0).screen_rows > 5
    assert view.horizontalScrollBar().maximum() == 0
    view.scroll_rows(1)
    assert view.scrolling.top.skipped == 1
    view.go_to_end()
    assert in_sight(view)[-1] == "line 199"
    view.scroll_rows(-10_000)
    assert (view.scrolling.top.row, view.scrolling.top.skipped) == (0, 0)


def test_all_places_are_found_counted_and_gone_to_round_the_end(
    view: LogView, printed: Printed, find_bar: LogFindBar, qtbot: QtBot
) -> None:
    view.grow(printed.more("apple", "pear", "Apple tart and apple"))
    find_bar.show()
    find_bar.open()
    find_bar.field.setText("apple")
    qtbot.waitUntil(lambda: find_bar.answer.text() == "1 of 3")
    places = [view.painter.hit]
    for _ in range(3):
        QTest.keyClick(find_bar.field, Qt.Key.Key_Return)
        places.append(view.painter.hit)
    assert places == [(0, 0), (2, 0), (2, 1), (0, 0)]
    QTest.keyClick(find_bar.field, Qt.Key.Key_Return, SHIFT)
    assert view.painter.hit == (2, 1)
    find_bar.case.click()
    qtbot.waitUntil(lambda: find_bar.answer.text().endswith("of 2"))
    find_bar.field.setText("a(")
    find_bar.regex.click()
    assert find_bar.answer.text().startswith("Not an expression")
    find_bar.field.setText("^a.*e$")
    qtbot.waitUntil(lambda: find_bar.answer.text() == "1 of 1")
    view.grow(printed.more("a line"))
    qtbot.waitUntil(lambda: find_bar.answer.text() == "1 of 2")
    find_bar.field.setText("cherry")
    qtbot.waitUntil(lambda: find_bar.answer.text() == "Not found")
    QTest.keyClick(find_bar.field, Qt.Key.Key_Escape)
    assert not find_bar.isVisible()
    assert not view.search.is_on


def test_what_is_seen_is_saved_as_plain_text(
    view: LogView, printed: Printed, tmp_path: Path, qtbot: QtBot
) -> None:
    view.grow(printed.more("\x1b[31m값\x1b[0m", "two"))
    saving = LogSaving(view)
    with qtbot.waitSignal(saving.slices.ended):
        saving.save(tmp_path / "saved.log")
    assert (tmp_path / "saved.log").read_text("utf-8") == "값\ntwo\n"


def test_a_hundred_thousand_lines_are_gone_about_in_without_a_wait(
    view: LogView, tmp_path: Path, find_bar: LogFindBar, qtbot: QtBot
) -> None:
    path = tmp_path / "1.log"
    head = "2026-11-24T11:47:39.000Z out"
    path.write_text("".join(f"{head} INFO row {number} handled\n" for number in range(100_000)))
    tail, longest = LogTail(path), 0.0

    def timed(do: object) -> None:
        nonlocal longest
        assert callable(do)
        began = time.thread_time()
        do()
        view.viewport().repaint()
        longest = max(longest, time.thread_time() - began)

    while growth := tail.read():
        timed(lambda growth=growth: view.grow(growth))
    for row in (50_000, 3, 99_999):
        timed(lambda row=row: view.go_to_row(row))
    timed(view.select_all)
    timed(lambda: view.set_wrapped(wrapped=True))
    timed(lambda: view.verticalScrollBar().setValue(40_000))
    assert longest < 0.1
    find_bar.show()
    find_bar.field.setText("row 77777 ")
    qtbot.waitUntil(lambda: find_bar.answer.text() == "1 of 1" and not view.search.is_busy)
    assert "INFO row 77777 handled" in in_sight(view)
