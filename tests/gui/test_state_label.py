from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.state_label import StateLabel
from flowdesk.gui.theme import DARK, LIGHT, Scheme, apply_theme
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def colours_of(label: StateLabel) -> set[str]:
    image = label.pixmap().toImage()
    spots = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return {image.pixelColor(*spot).name() for spot in spots}


def test_a_state_is_shown_in_the_colours_of_each_theme(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, Scheme.LIGHT)
    label = StateLabel()
    qtbot.addWidget(label)
    label.show_state(TaskState.SUCCESS)
    assert LIGHT.success in colours_of(label)
    apply_theme(qapp, Scheme.DARK)
    try:
        assert DARK.success in colours_of(label)
        assert LIGHT.success not in colours_of(label)
    finally:
        apply_theme(qapp, Scheme.LIGHT)


def test_no_state_takes_no_room(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, Scheme.LIGHT)
    label = StateLabel()
    qtbot.addWidget(label)
    label.show_state(TaskState.FAILED)
    assert (label.isHidden(), label.accessibleName()) == (False, "Failed")
    label.show_state(None)
    assert (label.isHidden(), label.accessibleName()) == (True, "")
