from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QProcess

from flowdesk.gui.export.drawer import Drawer
from flowdesk.gui.export.export import export
from flowdesk.gui.export.job import Job
from flowdesk.gui.export.looks import Looks
from flowdesk.gui.work import Workshop
from flowdesk.plan.graph_formats import GraphFormat
from tests.gui.canvas.shown import run_of, training_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

LONG = 30_000
_FONT = re.compile(rb'font-family="[^"]*" font-size="[^"]*"')


@pytest.fixture
def drawer(qtbot: QtBot) -> Iterator[Drawer]:
    """Has nothing to draw yet."""
    assert qtbot is not None
    made = Drawer()
    yield made
    made.stop()


@pytest.fixture
def workshop(qtbot: QtBot) -> Iterator[Workshop]:
    assert qtbot is not None
    made = Workshop()
    yield made
    made.close()


@pytest.mark.parametrize("form", [GraphFormat.SVG, GraphFormat.MERMAID])
def test_a_process_draws_what_would_be_drawn_here(drawer: Drawer, qtbot: QtBot, form: GraphFormat) -> None:
    plan = training_plan()
    with qtbot.waitSignal(drawer.drawn, timeout=LONG) as told:
        drawer.start(Job(plan, None, form, Looks()))
    # The font of the program, which nothing is written in, stands at the head.
    theirs, ours = (_FONT.sub(b"", drawn) for drawn in (told.args[0], export(plan, None, form, Looks())))
    assert theirs == ours


def test_the_text_for_the_process_is_written_off_the_windows_thread(workshop: Workshop, qtbot: QtBot) -> None:
    drawer, plan = Drawer(workshop), training_plan()
    with qtbot.waitSignal(drawer.drawn, timeout=LONG) as told:
        drawer.start(Job(plan, run_of(plan, {}), GraphFormat.DOT, Looks()))
    assert b"digraph" in told.args[0]


def test_why_there_is_no_picture_is_said(drawer: Drawer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(drawer.failed, timeout=LONG) as told:
        drawer.start(Job(training_plan(), None, GraphFormat.PNG, Looks(scale=1000.0)))
    assert "too large" in told.args[0]
    assert "\n" not in told.args[0]


def test_a_process_that_cannot_be_started_is_said(drawer: Drawer, qtbot: QtBot) -> None:
    drawer._process.setProgram("/nowhere/python")
    with qtbot.waitSignal(drawer.failed, timeout=LONG) as told:
        drawer.start(Job(training_plan(), None, GraphFormat.SVG, Looks()))
    assert told.args == ["No process could be started to draw the graph."]


def test_what_is_stopped_tells_nothing_more(drawer: Drawer, qtbot: QtBot) -> None:
    told: list[object] = []
    drawer.drawn.connect(told.append)
    drawer.failed.connect(told.append)
    drawer.start(Job(training_plan(), None, GraphFormat.SVG, Looks()))
    qtbot.waitUntil(lambda: drawer._process.state() is QProcess.ProcessState.Running)
    drawer.stop()
    assert drawer._process.state() is QProcess.ProcessState.NotRunning
    assert told == []
