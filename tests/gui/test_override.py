"""What is run here dies, where it dies, with the whole process: so each case is a process of its own."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from flowdesk.gui.override import override

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SHOWS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from flowdesk.gui.override import override

class Painted(QWidget):
    @override
    def paintEvent(self, event):
        QTimer.singleShot(0, app.quit)
        {code}

sys.excepthook = lambda kind, error, trace: print("told", kind.__name__)
app = QApplication([])
widget = Painted()
widget.show()
app.exec()
print("lives")
"""


@pytest.mark.parametrize(
    ("code", "kind"), [("int('x')", "ValueError"), ("[].index(1)", "ValueError"), ("{}['a']", "KeyError")]
)
def test_an_exception_that_leaves_an_override_is_told_and_the_program_lives(code: str, kind: str) -> None:
    shown = SHOWS.replace("{code}", code)
    ran = subprocess.run(
        [sys.executable, "-c", shown], capture_output=True, text=True, check=False, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    assert f"told {kind}" in ran.stdout
    assert ran.stdout.endswith("lives\n")


def test_an_override_without_arguments_can_still_be_called_by_a_signal_that_has_some(qtbot: QtBot) -> None:
    class Label(QLabel):
        @override
        def clear(self) -> None:
            super().clear()

    label, source = Label("words"), QLineEdit()
    qtbot.addWidget(label)
    qtbot.addWidget(source)
    source.textChanged.connect(label.clear)
    source.setText("other")
    assert not label.text()
