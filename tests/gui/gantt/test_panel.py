from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from flowdesk.gui.gantt.geometry import AXIS, LINE
from flowdesk.gui.gantt.panel import GanttPanel
from flowdesk.plan.events import Event, EventKind
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, ended, open_run, over

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.session import Session

PLAN = plan_of(bash("get"), bash("train", "get"))
TRIES = [*begun(), *ended("get", "success", seq=2), *ended("train", "failed", seq=4)]


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> GanttPanel:
    """Of a run whose second task failed."""
    made = GanttPanel(session)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    open_run(session, PLAN, [*TRIES, over(6)])
    return made


def middle_of(line: int) -> QPoint:
    return QPoint(120, AXIS + line * LINE + LINE // 2)


def test_a_task_is_selected_by_its_line_and_a_line_by_its_task(panel: GanttPanel, session: Session) -> None:
    QTest.mouseClick(panel.chart.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(0))
    assert session.task == "get"
    session.select_task("train")
    assert panel.chart.task == "train"


def test_lines_are_walked_by_keys(panel: GanttPanel, session: Session) -> None:
    session.select_task("get")
    QTest.keyClick(panel.chart, Qt.Key.Key_Down)
    assert session.task == "train"
    QTest.keyClick(panel.chart, Qt.Key.Key_Home)
    assert session.task == "get"


def test_the_axis_is_clicked_to_show_a_moment(panel: GanttPanel, session: Session) -> None:
    x = round(panel.chart.geometry_of().x(5.0))
    QTest.mouseClick(panel.chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 8))
    assert session.time() == pytest.approx(5.0, abs=0.05)
    assert panel.chart.moment == session.time()
    session.show_moment(None)
    assert panel.chart.moment is None


def test_zooming_in_shows_less_time_and_fitting_all_of_it(panel: GanttPanel) -> None:
    for _ in range(3):
        QTest.keyClick(panel.chart, Qt.Key.Key_Plus)
    assert panel.chart.horizontalScrollBar().maximum() > 0
    QTest.keyClick(panel.chart, Qt.Key.Key_0)
    assert panel.chart.horizontalScrollBar().maximum() == 0


def test_a_double_click_tells_the_task_and_its_try(panel: GanttPanel, qtbot: QtBot) -> None:
    chart = panel.chart
    x = round(chart.geometry_of().x(5.0))
    with qtbot.waitSignal(chart.task_activated) as told:
        QTest.mouseDClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, middle_of(1).y()))
    assert told.args == ["train", 1]


def test_a_run_that_goes_on_grows(session: Session, qtbot: QtBot) -> None:
    panel = GanttPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    open_run(session, PLAN, [*begun(), *ended("get", "success", seq=2)])
    session.feed.events_arrived.emit("r1", [Event(4, "r1", 6.0, EventKind.TRY_STARTED, "train", 1)])
    qtbot.waitUntil(lambda: panel.chart.is_live and "train" in panel.chart.run.path.tasks)
    assert len(panel.chart.lines) == 2


def test_what_the_mouse_is_on_is_found(panel: GanttPanel) -> None:
    place = QPointF(panel.chart.geometry_of().x(5.0), middle_of(0).y())
    span = panel.chart.span_at(place)
    assert span is not None
    assert span.number == 1
    assert panel.chart.span_at(QPointF(5.0, place.y())) is None


def test_the_picture_has_all_lines(panel: GanttPanel, tmp_path: Path) -> None:
    path = tmp_path / "times.png"
    picture = panel.chart.picture()
    assert picture.height() >= AXIS + 2 * LINE
    assert picture.save(str(path))


def test_a_panel_that_is_behind_others_takes_the_run_up_once_it_is_seen(
    session: Session, qtbot: QtBot
) -> None:
    panel = GanttPanel(session)
    qtbot.addWidget(panel)
    open_run(session, PLAN, [*TRIES, over(6)])
    assert panel.chart.lines == []
    panel.show()
    assert [line.name for line in panel.chart.lines] == ["get", "train"]


def test_what_happened_while_the_panel_was_behind_others_is_shown_once_it_is_seen_again(
    session: Session, qtbot: QtBot
) -> None:
    panel = GanttPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    open_run(session, PLAN, begun())
    panel.hide()
    session.feed.events_arrived.emit("r1", ended("get", "success", seq=2))
    qtbot.waitUntil(lambda: not panel._gather.isActive())
    assert panel.chart.run.took("get") == 0
    panel.show()
    assert panel.chart.run.took("get") == 2
