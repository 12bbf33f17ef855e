from __future__ import annotations

from PySide6.QtTest import QAbstractItemModelTester

from flowdesk.gui.palette.entries import Entry, plain
from flowdesk.gui.palette.rows import PaletteRows, Row, fitting


def entry(title: str, place: str = "Run", reason: str = "") -> Entry:
    return Entry(title, place, list, reason=reason)


def titles(rows: list[Row]) -> list[str]:
    return [row.entry.title for row in rows]


def test_without_letters_all_is_offered_in_its_order() -> None:
    entries = [entry("Stop"), entry("Run")]
    assert titles(fitting(" ", entries)) == ["Stop", "Run"]


def test_the_best_title_comes_first_and_the_menu_counts_less() -> None:
    entries = [entry("Stop", place="Run"), entry("Find a run"), entry("Run")]
    assert titles(fitting("run", entries)) == ["Run", "Find a run", "Stop"]


def test_what_can_be_done_comes_before_its_like_that_cannot() -> None:
    entries = [entry("Retry a", reason="No"), entry("Retry b")]
    assert titles(fitting("retry", entries)) == ["Retry b", "Retry a"]


def test_the_access_key_is_taken_out_of_a_text() -> None:
    assert [plain(text) for text in ("&Open…", "열기(&O)", "A && B")] == ["Open…", "열기", "A & B"]


def test_the_rows_are_a_model_that_qt_finds_nothing_wrong_with() -> None:
    rows = PaletteRows()
    rows.show_rows(fitting("", [entry("Run"), entry("Stop")]))
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.show_rows([])
    assert rows.rowCount() == 0
    assert tester.model() is rows
