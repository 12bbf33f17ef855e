from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from flowdesk.gui.panels.events import EventsPanel
from flowdesk.plan.events import EventKind
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, ended, open_run, over

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.session import Session

PLAN = plan_of(bash("get"), bash("train", "get"))


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> EventsPanel:
    """Of a run of two tasks, the second of which failed."""
    made = EventsPanel(session)
    qtbot.addWidget(made)
    made.show()
    tries = [*ended("get", "success", seq=2), *ended("train", "failed", seq=4)]
    open_run(session, PLAN, [*begun(), *tries, over(6)])
    return made


def test_a_double_clicked_event_shows_its_moment(panel: EventsPanel, session: Session) -> None:
    panel.table.setCurrentIndex(panel.model.index(2, 0))
    panel.table.activated.emit(panel.model.index(2, 0))
    assert session.moment == 3
    assert panel.table.selected()[0].seq == 3


def test_the_button_shows_the_moment_of_the_selected_event(panel: EventsPanel, session: Session) -> None:
    assert not panel.moment.isEnabled()
    panel.table.selectRow(1)
    panel.moment.click()
    assert (session.moment, session.task) == (2, "get")


def test_whichever_moment_is_shown_its_event_is_selected(panel: EventsPanel, session: Session) -> None:
    session.show_moment(4)
    assert [event.seq for event in panel.table.selected()] == [4]


def test_events_are_filtered_by_text_kind_and_the_selected_task(panel: EventsPanel, session: Session) -> None:
    panel.filter.setText("failed")
    assert panel.count.text() == "1 of 6"
    panel.filter.clear()
    panel._actions[EventKind.TRY_STARTED].setChecked(True)
    assert panel.count.text() == "2 of 6"
    panel.task.setChecked(True)
    session.select_task("get")
    assert [event.seq for event in panel.model.rows] == [2]


def test_selected_events_are_copied_as_json(panel: EventsPanel) -> None:
    panel.table.selectAll()
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [json.loads(line)["seq"] for line in lines] == [1, 2, 3, 4, 5, 6]


def test_what_happens_meanwhile_is_added(panel: EventsPanel, session: Session) -> None:
    session.feed.events_arrived.emit("r1", ended("get", "success", seq=7))
    assert panel.count.text() == "8"
