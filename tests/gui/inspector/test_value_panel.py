"""One value in its panel, and the promise that the window never stands still for it."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from flowdesk.gui.inspector.panel import HINT, ValuePanel
from flowdesk.gui.models.xcoms import WHY_MASKED
from flowdesk.store.rows import ValueRow
from flowdesk.xcom.files import Files
from flowdesk.xcom.keeping import keep
from flowdesk.xcom.kept import FileToKeep
from flowdesk.xcom.values import encode, type_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LONG = 60_000  # milliseconds
MOST = 0.1  # seconds


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "values"


@pytest.fixture
def panel(folder: Path, qtbot: QtBot) -> Iterator[ValuePanel]:
    made = ValuePanel(folder)
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.show()
    yield made
    made.close_down()


def row_of(text: str, key: str = "k", *, secret: bool = False) -> ValueRow:
    return ValueRow("r", "a", 1, key, type_name(text), text, 0.0, 1, secret=secret)


def show(panel: ValuePanel, qtbot: QtBot, text: str) -> None:
    """Show a value and wait until it is there."""
    before = panel.value.content
    panel.show_value(row_of(text))
    qtbot.waitUntil(lambda: panel.value.content is not before, timeout=LONG)


def test_without_a_value_it_is_said_how_to_come_by_one(panel: ValuePanel) -> None:
    assert panel.value.outline.sentence.text() == HINT
    assert not panel.tabs.tabBar().isVisible()


def test_a_number_is_shown_in_full_and_copied(panel: ValuePanel, qtbot: QtBot) -> None:
    show(panel, qtbot, encode(0.1 + 0.2))
    assert panel.value.currentWidget() is panel.value.scalar
    assert panel.value.scalar.toPlainText() == "0.30000000000000004"
    assert panel.head.title.text() == "k of a"
    QTest.mouseClick(panel.head.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "0.30000000000000004"


def test_a_secret_value_is_neither_shown_nor_copied(panel: ValuePanel) -> None:
    panel.show_value(row_of('"***"', secret=True))
    assert panel.value.outline.sentence.text().startswith(WHY_MASKED)
    assert not panel.head.copy.isVisible()


def test_a_part_of_a_tree_and_the_path_to_it_are_copied(panel: ValuePanel, qtbot: QtBot) -> None:
    show(panel, qtbot, encode({"best": {"name": "모델"}}))
    tree, model = panel.value.tree, panel.value.tree.model
    best = model.index(0, 0)
    tree.tree.expand(best)
    tree.tree.setCurrentIndex(model.index(0, 0, best))
    QTest.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "모델"
    QTest.keyClick(
        tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert QGuiApplication.clipboard().text() == ".best.name"
    menu = tree.menu_of(best)
    assert [action.text() for action in menu.actions()] == ["Copy &value", "Copy &path"]
    menu.close()


def test_a_search_shows_what_it_found_and_clearing_it_shows_all(panel: ValuePanel, qtbot: QtBot) -> None:
    show(panel, qtbot, encode({"a": {"score": 1}, "b": 2}))
    tree = panel.value.tree
    QTest.keyClicks(tree.field, "score")
    QTest.keyClick(tree.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tree.answer.text() == "1 found")
    assert tree.model.index(0, 0).data() == "a.score"
    tree.field.clear()
    assert [tree.model.index(row, 0).data() for row in range(2)] == ["a", "b"]


def test_a_click_on_a_column_sorts_a_table_and_a_third_one_brings_the_order_back(
    panel: ValuePanel, qtbot: QtBot, folder: Path
) -> None:
    show(panel, qtbot, keep(pa.table({"n": [2, 3, 1], "l": [[1], [2], [3]]}), Files(folder)))
    view = panel.value.table
    header, at = view.table.horizontalHeader(), QPoint(20, 8)
    seen = []
    for first in ("1", "3", "2"):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.waitUntil(lambda first=first: view.model.index(0, 0).data() == first)  # type: ignore[misc]  # of this turn
        seen.append(view.told.text())
    assert seen == ["3 rows, 2 columns"] * 3
    header.setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    qtbot.waitUntil(lambda: "has no order" in view.told.text())
    assert header.sortIndicatorSection() == -1


def test_a_file_is_saved_under_another_name(
    panel: ValuePanel, qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text("a,b\n")
    show(panel, qtbot, keep(FileToKeep(tmp_path / "a.csv"), Files(folder)))
    assert "a.csv" in panel.head.facts.text()
    assert "sha256" in panel.head.facts.text()
    panel.head.save_to(tmp_path / "그대로.csv")
    qtbot.waitUntil(lambda: panel.head.answer.text() == "Saved as 그대로.csv")
    assert (tmp_path / "그대로.csv").read_text() == "a,b\n"
    panel.head.save_to(tmp_path / "nowhere" / "a.csv")
    qtbot.waitUntil(lambda: "No such file" in panel.head.answer.text())


def test_the_value_chosen_last_is_shown_however_long_the_one_before_takes(
    panel: ValuePanel, qtbot: QtBot, folder: Path
) -> None:
    large = keep(np.zeros(20_000_000), Files(folder))
    for _ in range(3):
        panel.show_value(row_of(large))
    panel.show_value(row_of("5"))
    qtbot.waitUntil(lambda: panel.value.currentWidget() is panel.value.scalar, timeout=LONG)
    assert panel.value.scalar.toPlainText() == "5"


def long_json(size: int) -> bytes:
    one = b'{"id": 1234567, "name": "a name \\" of \xea\xb0\x80", "xs": [1.5, 2.5]}, '
    return b'{"first": 1, "data": [' + one * (size // len(one)) + b'0], "last": 2}'


def stored(folder: Path, data: bytes, form: str) -> str:
    def write(file: object) -> dict[str, object]:
        file.write(data)  # type: ignore[attr-defined]  # a Writing
        return {"type": "dict"}

    return encode(Files(folder).keep(write, form))


def json_value(folder: Path, size: int) -> str:
    return stored(folder, long_json(size), "json")


def array_value(folder: Path, size: int) -> str:
    return keep(np.zeros((size // 8 // 1000, 1000)), Files(folder))


def row_value(folder: Path, size: int) -> str:
    return keep(np.arange(size // 8, dtype="float64"), Files(folder))


def text_value(folder: Path, size: int) -> str:
    return stored(folder, b"x" * size, "text")


def table_value(folder: Path, size: int) -> str:
    """Ten million rows for 160 MB."""
    numbers = np.arange(size // 16)
    return keep(pa.table({"n": numbers[::-1], "x": numbers / 7}), Files(folder))


def worst_gap(panel: ValuePanel, qtbot: QtBot, text: str) -> float:
    """The longest that the event loop stood still while a value was shown and looked at, in seconds.

    Of a gap it counts what this process was at work for: the rest is what others on a busy machine took.
    """
    times = [_clocks()]
    timer = QTimer()
    timer.setInterval(2)
    timer.timeout.connect(lambda: times.append(_clocks()))
    timer.start()
    show(panel, qtbot, text)
    for _ in range(30):
        seen = len(times)
        qtbot.waitUntil(lambda seen=seen: len(times) > seen)  # type: ignore[misc]  # of this turn
    timer.stop()
    return max(min(b - a for a, b in zip(before, after, strict=True)) for before, after in pairwise(times))


def _clocks() -> tuple[float, float]:
    return (time.perf_counter(), time.process_time())


MAKERS = [json_value, array_value, row_value, text_value, table_value]


def holds_its_promise(panel: ValuePanel, qtbot: QtBot, text: str) -> None:
    # The best of several: what the window itself does to stand still it does each time, what others do to a
    # busy machine, and the one import of a library, it does not.
    gaps = []
    for _ in range(5):
        gaps.append(worst_gap(panel, qtbot, text))
        if gaps[-1] < MOST:
            return
    pytest.fail(f"the window stood still for {min(gaps):.3f} s at the least")


@pytest.mark.parametrize("make", MAKERS)
def test_the_window_never_stands_still_for_a_large_value(
    make: Callable[[Path, int], str], panel: ValuePanel, qtbot: QtBot, folder: Path
) -> None:
    holds_its_promise(panel, qtbot, make(folder, 160_000_000 if make is table_value else 80_000_000))


@pytest.mark.slow
@pytest.mark.parametrize("make", MAKERS)
def test_a_value_of_a_gibibyte_opens_at_once(
    make: Callable[[Path, int], str], panel: ValuePanel, qtbot: QtBot, folder: Path
) -> None:
    text = make(folder, 1 << 30)
    holds_its_promise(panel, qtbot, text)
    began = time.perf_counter()
    show(panel, qtbot, text)
    reads_all = make in (array_value, row_value)  # for their statistics
    assert time.perf_counter() - began < (30 if reads_all else 1)


def test_ten_million_rows_are_scrolled_and_sorted_without_standing_still(
    panel: ValuePanel, qtbot: QtBot, folder: Path
) -> None:
    show(panel, qtbot, table_value(folder, 160_000_000))
    view = panel.value.table
    assert view.model.rowCount() == 10_000_000
    began = time.perf_counter()
    view.table.scrollToBottom()
    view.table.grab()
    assert time.perf_counter() - began < 1
    assert view.model.index(9_999_999, 0).data() == "0"
    view.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    qtbot.waitUntil(lambda: view.model.index(0, 0).data() == "0", timeout=LONG)
