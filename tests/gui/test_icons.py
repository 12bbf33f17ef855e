"""The icons are all there, all tinted, and sharp."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QIcon
from PySide6.QtSvg import QSvgRenderer

from flowdesk.assets import asset
from flowdesk.gui.icons import Icon, icon, icon_pixmap, program_icon, show_icon
from flowdesk.gui.theme import DARK, LIGHT, Scheme, apply_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_every_icon_has_its_file_and_every_file_its_icon() -> None:
    files = {path.stem for path in asset("icons").glob("*.svg")}
    assert files == {str(name) for name in Icon}


@pytest.mark.parametrize("name", Icon)
def test_an_icon_has_no_colour_of_its_own(name: Icon) -> None:
    text = asset("icons", f"{name}.svg").read_text(encoding="utf-8")
    colours = re.findall(r'(?:fill|stroke|stop-color|color)="([^"]+)"', text)
    assert "currentColor" in colours
    assert set(colours) <= {"currentColor", "none"}
    assert "style=" not in text


@pytest.mark.parametrize("name", Icon)
@pytest.mark.usefixtures("qapp")
def test_an_icon_draws_something_in_the_colour_asked_for(name: Icon) -> None:
    assert QSvgRenderer(str(asset("icons", f"{name}.svg"))).isValid()
    image = icon_pixmap(name, QColor("#ff0000"), 32).toImage()
    shown = [image.pixelColor(x, y) for x in range(32) for y in range(32)]
    opaque = [colour for colour in shown if colour.alpha() > 200]
    assert opaque
    assert all(colour.red() > 250 and colour.green() < 5 for colour in opaque)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
@pytest.mark.usefixtures("qapp")
def test_a_pixmap_has_a_pixel_for_each_of_the_devices(ratio: float) -> None:
    pixmap = icon_pixmap(Icon.RUN, QColor("black"), 16, ratio)
    assert pixmap.size() == QSize(round(16 * ratio), round(16 * ratio))
    assert pixmap.devicePixelRatio() == ratio


def test_an_icon_shown_follows_the_theme(qapp: QApplication) -> None:
    apply_theme(qapp, Scheme.LIGHT)
    action = QAction("Stop")
    show_icon(action, Icon.STOP, "text")
    assert _middle(action.icon()) == QColor(LIGHT.text)
    apply_theme(qapp, Scheme.DARK)
    assert _middle(action.icon()) == QColor(DARK.text)
    apply_theme(qapp, Scheme.LIGHT)


def test_a_second_icon_replaces_the_first(qapp: QApplication) -> None:
    action = QAction("Run")
    show_icon(action, Icon.RUN)
    show_icon(action, Icon.STOP, "failed")
    apply_theme(qapp, Scheme.LIGHT)
    assert _middle(action.icon()) == QColor(LIGHT.failed)


def test_a_disabled_icon_is_grey(qapp: QApplication) -> None:
    apply_theme(qapp, Scheme.LIGHT)
    assert _middle(icon(Icon.STOP, "failed"), QIcon.Mode.Disabled) == QColor(LIGHT.text_disabled)


def _middle(shown: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QColor:
    return shown.pixmap(QSize(16, 16), mode).toImage().pixelColor(8, 8)


def test_the_programs_icon_is_there_in_all_sizes(qapp: QApplication) -> None:
    assert qapp is not None
    assert {size.width() for size in program_icon().availableSizes()} == {16, 24, 32, 48, 64, 128, 256, 512}
