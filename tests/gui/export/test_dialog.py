from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from flowdesk.gui.export.dialog import ExportDialog
from flowdesk.plan.graph_formats import GraphFormat
from tests.gui.canvas.conftest import canvas, training

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.canvas.graph_view import GraphView

__all__ = ["canvas", "training"]

SAID: list[str] = []
LONG = 30_000


@pytest.fixture
def dialog(training: GraphView) -> ExportDialog:
    SAID.clear()
    made = ExportDialog(training, "train", SAID.append, training)
    made.open()
    return made


def choose(dialog: ExportDialog, form: GraphFormat) -> None:
    dialog.form.setCurrentIndex(dialog.form.findData(form))


@pytest.mark.parametrize("form", GraphFormat)
def test_each_format_is_saved_with_its_ending(
    dialog: ExportDialog, tmp_path: Path, form: GraphFormat
) -> None:
    choose(dialog, form)
    dialog.save(tmp_path / "graph")
    file = tmp_path / f"graph{form.suffix}"
    assert file.stat().st_size > 0
    assert [f"The graph is in {file}"] == SAID


def test_what_cannot_be_written_is_said_and_the_dialog_stays(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.save(tmp_path / "none" / "graph.svg")
    assert "cannot be written" in dialog.problem.text()
    assert dialog.isVisible()
    assert SAID == []


def test_only_what_matters_for_a_format_can_be_chosen(dialog: ExportDialog) -> None:
    enabled = {}
    for form in GraphFormat:
        choose(dialog, form)
        enabled[form] = (dialog.theme.isEnabled(), dialog.scale.isEnabled())
    assert enabled == {
        GraphFormat.SVG: (True, False),
        GraphFormat.PNG: (True, True),
        GraphFormat.PDF: (True, False),
        GraphFormat.MERMAID: (False, False),
        GraphFormat.DOT: (False, False),
    }


def test_a_text_is_copied(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, GraphFormat.MERMAID)
    copy = next(button for button in dialog.findChildren(QPushButton) if button.text() == "&Copy")
    copy.click()
    qtbot.waitUntil(lambda: "flowchart LR" in QGuiApplication.clipboard().text())


def test_a_picture_that_is_too_large_is_refused_in_the_dialog(dialog: ExportDialog, tmp_path: Path) -> None:
    choose(dialog, GraphFormat.PNG)
    dialog.scale.addItem("huge", 1000.0)
    dialog.scale.setCurrentIndex(dialog.scale.count() - 1)
    dialog.save(tmp_path / "graph.png")
    assert "too large" in dialog.problem.text()
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def large(training: GraphView) -> ExportDialog:
    """A dialog over what is too large to be drawn at once."""
    SAID.clear()
    made = ExportDialog(training, "train", SAID.append, training, most=0)
    made.open()
    return made


def test_a_large_graph_is_drawn_while_the_window_goes_on(
    large: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(large, GraphFormat.SVG)
    large.save(tmp_path / "graph.svg")
    assert large.is_drawing
    assert large.progress.isVisible()
    assert not large.form.isEnabled()
    qtbot.waitUntil(lambda: bool(SAID), timeout=LONG)
    assert b"</svg>" in (tmp_path / "graph.svg").read_bytes()


def test_a_large_graph_that_cannot_be_drawn_leaves_the_dialog_with_the_reason(
    large: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(large, GraphFormat.PNG)
    large.scale.addItem("huge", 1000.0)
    large.scale.setCurrentIndex(large.scale.count() - 1)
    large.save(tmp_path / "graph.png")
    qtbot.waitUntil(lambda: "too large" in large.problem.text(), timeout=LONG)
    assert not large.progress.isVisible()
    assert large.form.isEnabled()
    assert large.scale.isEnabled()
    assert list(tmp_path.iterdir()) == []


def test_a_dialog_that_is_closed_draws_no_more(large: ExportDialog, tmp_path: Path) -> None:
    large.save(tmp_path / "graph.svg")
    process = large._drawer._process
    large.reject()
    assert process.state() is QProcess.ProcessState.NotRunning
    assert list(tmp_path.iterdir()) == []
    assert SAID == []
