"""The window without mouse or eyes: everything has a name, a way by keys, and is no mere colour."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QSplitter,
    QTabBar,
    QWidget,
)

from flowdesk.gui.state_look import LOOKS
from tests.gui.windows import opened_window

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

OWN_PARTS = ("qt_", "ScrollBar")
NEEDS_NAME = (QAbstractButton, QAbstractItemView, QAbstractScrollArea, QComboBox, QLineEdit)


def is_ours(widget: QWidget) -> bool:
    """Whether it is a control that users meet, and no part that Qt makes for one."""
    names = [part.objectName() for part in (widget, widget.parentWidget()) if part]
    made_by_qt = any(name.startswith(OWN_PARTS) for name in names)
    at, is_popup = widget.parentWidget(), False
    while at is not None and not at.isWindow():
        at = at.parentWidget()
    is_popup = (
        isinstance(at, QFrame) and not isinstance(at, QMainWindow) and at.windowType() is Qt.WindowType.Popup
    )
    inner = is_popup or isinstance(widget.parentWidget(), (QComboBox, QLineEdit, QAbstractItemView, QTabBar))
    return not made_by_qt and not inner and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus


def is_waiting(widget: QWidget) -> bool:
    """Whether it is a button that gets its text when it is shown, with what it then does."""
    return isinstance(widget, QPushButton) and not widget.isVisible() and widget.icon().isNull()


def is_for_arrows(widget: QWidget) -> bool:
    """Whether it is one of several choices: Tab goes to one of them, and arrows from there to the others."""
    if not isinstance(widget, QAbstractButton):
        return False
    return widget.autoExclusive() or widget.group() is not None


def name_of(widget: QWidget) -> str:
    """What a screen reader says of it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def path_of(widget: QWidget) -> str:
    parts: list[str] = []
    at: QWidget | None = widget
    while at is not None and not isinstance(at, QMainWindow):
        parts.insert(0, type(at).__name__)
        at = at.parentWidget()
    return "/".join(parts)


def test_everything_that_takes_the_focus_has_a_name(
    qapp: QApplication, home: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with opened_window(qapp, home, tmp_path, qtbot) as window:
        widgets = [one for one in window.findChildren(QWidget) if isinstance(one, NEEDS_NAME)]
        nameless = [
            path_of(one)
            for one in widgets
            if is_ours(one) and not name_of(one).strip() and not is_waiting(one)
        ]
        assert len(widgets) > 30
        assert not nameless, "\n".join(nameless)


def test_everything_in_sight_is_reached_by_tab(
    qapp: QApplication, home: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with opened_window(qapp, home, tmp_path, qtbot) as window:
        window.activateWindow()
        takes_tab = Qt.FocusPolicy.TabFocus
        wanted = {
            one
            for one in window.findChildren(QWidget)
            if one.isVisible()
            and not one.visibleRegion().isEmpty()
            and one.isEnabled()
            and is_ours(one)
            and one.focusPolicy() & takes_tab
            and one.focusProxy() is None
            and not is_for_arrows(one)
            and not isinstance(one, (QSplitter, QMainWindow, QLabel))
        }
        assert len(wanted) > 5
        reached: list[QWidget] = []
        window.setFocus()
        for turn in range(6 * len(wanted) + 100):
            # Into a panel that has one chief part Qt goes to that part; the others are before it.
            key = Qt.Key.Key_Tab if turn < 3 * len(wanted) + 50 else Qt.Key.Key_Backtab
            QTest.keyClick(qapp.focusWidget() or window, key)
            if (at := qapp.focusWidget()) is not None:
                reached.append(at)
        left = wanted - set(reached)
        assert not left, "\n".join(sorted(map(path_of, left)))


def test_no_state_is_told_by_colour_alone() -> None:
    words = Counter(look.word for look in LOOKS.values())
    icons = Counter(look.icon for look in LOOKS.values())
    assert all(look.word and look.icon and look.role for look in LOOKS.values())
    assert max(words.values()) == 1
    assert max(icons.values()) == 1
