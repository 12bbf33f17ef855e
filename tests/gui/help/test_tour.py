from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from flowdesk.gui.help.first_tour import FirstTour
from flowdesk.gui.help.tour import Tour

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.toml"
    path.write_text("[tasks.t]\nbash = 'true'\n")
    return path


def tour_of(window: MainWindow) -> Tour | None:
    return next((child for child in window.children() if isinstance(child, Tour)), None)


def test_it_comes_with_the_first_pipeline_and_never_again(
    window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    FirstTour(window)
    window.open_file(file)
    qtbot.waitUntil(lambda: tour_of(window) is not None)
    tour = tour_of(window)
    assert tour is not None
    assert {"Graph", "XComs", "Log", "Runs"} <= {
        note.accessibleName().partition(":")[0] for note in tour.notes
    }
    QTest.keyClick(tour, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: tour_of(window) is None)
    FirstTour(window)
    window.pages.front_renamed.emit()
    assert tour_of(window) is None


def test_its_notes_lie_within_the_window_and_not_on_each_other(
    window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    window.resize(1280, 800)
    window.open_file(file)
    qtbot.waitUntil(lambda: bool(window.session.view.plan.tasks))
    window.show_around()
    tour = tour_of(window)
    assert tour is not None
    cards = [note.geometry() for note in tour.notes] + [tour.keys.geometry()]
    assert all(tour.rect().contains(card) for card in cards)
    assert not [(a, b) for a in cards for b in cards if a is not b and a.intersects(b)]
    tour.done.click()
    qtbot.waitUntil(lambda: tour_of(window) is None)
