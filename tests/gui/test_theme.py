"""The theme reaches every widget, and whoever keeps a colour hears of a change."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from flowdesk.gui.colours import HIGH_CONTRAST, HIGH_CONTRAST_DARK
from flowdesk.gui.fonts import interface_font, mono_font
from flowdesk.gui.style_sheet import style_sheet
from flowdesk.gui.theme import DARK, LIGHT, Scheme, Theme, _wanted, apply_theme, current_theme, theme_changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QStyleHints
    from pytestqt.qtbot import QtBot


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, light before and after."""
    apply_theme(qapp, Scheme.LIGHT)
    yield qapp
    apply_theme(qapp, Scheme.LIGHT)


def test_the_scheme_asked_for_is_shown(app: QApplication) -> None:
    apply_theme(app, Scheme.DARK)
    assert current_theme() is DARK
    assert app.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)


def test_a_widget_that_is_there_already_changes_too(app: QApplication, qtbot: QtBot) -> None:
    label = QLabel("text")
    qtbot.addWidget(label)
    apply_theme(app, Scheme.DARK)
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.text)


def test_a_change_is_told_after_it_happened(app: QApplication, qtbot: QtBot) -> None:
    seen: list[Theme] = []
    theme_changes().theme_changed.connect(lambda: seen.append(current_theme()))
    with qtbot.waitSignal(theme_changes().theme_changed):
        apply_theme(app, Scheme.DARK)
    assert seen == [DARK]


def test_the_system_scheme_is_light_where_the_desktop_tells_none(app: QApplication) -> None:
    apply_theme(app, Scheme.SYSTEM)
    assert current_theme() is LIGHT


def test_high_contrast_is_shown_light_and_dark(app: QApplication) -> None:
    apply_theme(app, Scheme.HIGH_CONTRAST)
    assert (current_theme().is_strong, current_theme().is_dark) == (True, False)
    assert "dotted" in app.styleSheet()
    apply_theme(app, Scheme.HIGH_CONTRAST_DARK)
    assert (current_theme().is_strong, current_theme().is_dark) == (True, True)


@pytest.mark.parametrize(
    ("is_dark", "wants_contrast", "shown"),
    [
        (False, False, LIGHT),
        (True, False, DARK),
        (False, True, HIGH_CONTRAST),
        (True, True, HIGH_CONTRAST_DARK),
    ],
)
def test_the_desktops_wish_for_contrast_and_darkness_is_followed(
    *, is_dark: bool, wants_contrast: bool, shown: Theme
) -> None:
    hints = SimpleNamespace(
        colorScheme=lambda: Qt.ColorScheme.Dark if is_dark else Qt.ColorScheme.Light,
        accessibility=lambda: SimpleNamespace(
            contrastPreference=lambda: (
                Qt.ContrastPreference.HighContrast if wants_contrast else Qt.ContrastPreference.NoPreference
            )
        ),
    )
    if not hasattr(Qt, "ContrastPreference"):
        pytest.skip("Qt before 6.10 cannot tell")
    assert _wanted(Scheme.SYSTEM, cast("QStyleHints", hints)) is shown


def test_the_style_sheet_names_only_colours_that_exist() -> None:
    for theme in (LIGHT, DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK):
        assert "$" not in style_sheet(theme)


def test_the_fonts_fall_back_to_faces_with_korean(app: QApplication) -> None:
    assert app.font().families()[0]
    assert any("KR" in family for family in interface_font().families())
    assert any("KR" in family for family in mono_font().families())


def test_the_fonts_of_code_have_one_width(app: QApplication) -> None:
    assert app.font().families() == interface_font().families()
    widths = QFontMetricsF(mono_font())
    assert widths.horizontalAdvance("iiii") == widths.horizontalAdvance("MMMM")
