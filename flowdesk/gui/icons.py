"""The icons: SVGs of our own in `currentColor`, drawn in the theme's colours, crisp at any size and ratio.

A `QIcon` holds pixmaps, so it cannot follow the theme by itself; `show_icon` gives an action or a button
its icon and keeps it right. (A QIconEngine written in Python would follow, and crashes PySide6 6.12
as soon as a copied icon detaches.) On the canvas, `draw_icon` draws straight into a painter.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPdfWriter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer

from flowdesk.assets import asset
from flowdesk.gui.theme import current_theme, theme_changes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton


class Icon(StrEnum):
    """Every icon, by the name of its file in `assets/icons/`."""

    FLOWDESK = "flowdesk"
    KIND_BASH = "kind-bash"
    KIND_COMMAND = "kind-command"
    KIND_PYTHON = "kind-python"
    KIND_BRANCH = "kind-branch"
    KIND_SHORT_CIRCUIT = "kind-short-circuit"
    KIND_WAIT = "kind-wait"
    KIND_APPROVE = "kind-approve"
    KIND_PIPELINE = "kind-pipeline"
    KIND_JOINT = "kind-joint"
    KIND_PLUGGED = "kind-plugged"
    STATE_WAITING = "state-waiting"
    STATE_RUNNING = "state-running"
    STATE_RETRY = "state-retry"
    STATE_SUCCESS = "state-success"
    STATE_FAILED = "state-failed"
    STATE_UPSTREAM_FAILED = "state-upstream-failed"
    STATE_SKIPPED = "state-skipped"
    STATE_CANCELLED = "state-cancelled"
    STATE_REMOVED = "state-removed"
    STATE_INTERRUPTED = "state-interrupted"
    STATE_PAUSED = "state-paused"
    STATE_TIMED_OUT = "state-timed-out"
    STATE_CACHED = "state-cached"
    RUN = "run"
    PAUSE = "pause"
    PREVIOUS = "previous"
    NEXT = "next"
    NOW = "now"
    GANTT = "gantt"
    DETAILS = "details"
    RESUME = "resume"
    RETRY = "retry"
    FOLD = "fold"
    UNFOLD = "unfold"
    DOWNWARDS = "downwards"
    CLEAR = "clear"
    MORE = "more"
    LOCK = "secret"
    QUESTION = "question"
    CLOCK = "clock"
    STOP = "stop"
    OPEN = "open"
    FIT = "fit"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"
    GROUP = "group"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_DOWN = "chevron-down"
    FILE = "file"
    EDIT = "edit"
    LOG = "log"
    TABLE = "table"
    PROBLEM = "problem"
    WARNING = "warning"
    NOTE = "note"
    RUNS = "runs"
    GRID = "grid"
    LIST = "list"
    FILTER = "filter"
    COMPARE = "compare"
    SWAP = "swap"
    DELETE = "delete"
    DURATIONS = "durations"
    PUSH = "push"
    SCHEME = "scheme"
    DOWN = "down"
    UP = "up"
    WRAP = "wrap"
    FIND = "find"
    EXPORT = "export"
    MINIMAP = "minimap"
    SAVE = "save"
    CLOSE = "close"


_SIZES = (16, 20, 24)  # logical pixels: what menus, tabs, buttons and bars ask for
_FINER = 8.0  # pixels of an icon in a PDF for each of the screen
_LARGEST = 1024  # device pixels; beyond, a stretched pixmap is not told apart


def icon(name: Icon, role: str = "text_dim") -> QIcon:
    """An icon in the colour `role` of the theme that is shown now, greyed where disabled."""
    theme = current_theme()
    ratios = frozenset({1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())})
    return QIcon(_icon(name, theme.colour(role).name(), theme.colour("text_disabled").name(), ratios))


@lru_cache(512)
def _icon(name: Icon, colour: str, off: str, ratios: frozenset[float]) -> QIcon:
    """Kept, for it takes milliseconds, and a window shows a hundred."""
    made = QIcon()
    for size in _SIZES:
        for ratio in ratios:
            made.addPixmap(icon_pixmap(name, QColor(colour), size, ratio), QIcon.Mode.Normal)
            made.addPixmap(icon_pixmap(name, QColor(off), size, ratio), QIcon.Mode.Disabled)
    return made


def program_icon() -> QIcon:
    """The program's own icon, as it stands in the desktop's menu."""
    made = QIcon()
    for path in sorted(asset("desktop").glob("*.png")):
        made.addFile(str(path))
    return made


def show_icon(target: QAction | QAbstractButton, name: Icon, role: str = "text_dim") -> None:
    """Give `target` its icon, now and after each change of the theme."""
    for old in target.findChildren(_ShownIcon, options=Qt.FindChildOption.FindDirectChildrenOnly):
        old.deleteLater()
    _ShownIcon(target, name, role)


def icon_pixmap(name: Icon, colour: QColor, size: float, ratio: float = 1.0) -> QPixmap:
    """The icon as a square pixmap of `size` logical pixels at device pixel ratio `ratio`."""
    pixmap = _device_pixmap(name, colour, max(1, round(size * ratio)))
    pixmap = QPixmap(pixmap)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def draw_icon(painter: QPainter, name: Icon, rect: QRectF, colour: QColor) -> None:
    """Draw the icon into `rect`: as lines into an SVG, else in as many pixels as the device has there."""
    device = painter.device()
    if isinstance(device, QSvgGenerator):
        _renderer(name, colour.name()).render(painter, rect)
        return
    # A PDF can be enlarged, and it would stroke what icons only fill if they were drawn as lines.
    finer = _FINER if isinstance(device, QPdfWriter) else 1.0
    scale = painter.worldTransform().m11() * device.devicePixelRatioF() * finer
    pixels = min(_LARGEST, max(1, round(rect.width() * abs(scale))))
    pixmap = _device_pixmap(name, colour, pixels)
    painter.drawPixmap(rect, pixmap, QRectF(pixmap.rect()))


def draw_turning_icon(painter: QPainter, name: Icon, rect: QRectF, colour: QColor, *, degrees: float) -> None:
    """As `draw_icon`, turned clockwise about its middle; drawn as lines, since no angle recurs."""
    middle = rect.center()
    painter.save()
    painter.translate(middle)
    painter.rotate(degrees)
    painter.translate(-middle)
    _renderer(name, colour.name()).render(painter, rect)
    painter.restore()


def _device_pixmap(name: Icon, colour: QColor, pixels: int) -> QPixmap:
    key = f"flowdesk/{name}/{colour.name()}/{pixels}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = QPixmap(QSize(pixels, pixels))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        _renderer(name, colour.name()).render(painter, QRectF(pixmap.rect()))
        painter.end()
        QPixmapCache.insert(key, pixmap)
    return pixmap


@cache
def _renderer(name: Icon, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_svg(name).replace("currentColor", colour).encode()))


@cache
def _svg(name: Icon) -> str:
    return asset("icons", f"{name}.svg").read_text(encoding="utf-8")


class _ShownIcon(QObject):
    """Belongs to an action or button and dies with it."""

    def __init__(self, target: QAction | QAbstractButton, name: Icon, role: str) -> None:
        super().__init__(target)
        self._target = target
        self._name = name
        self._role = role
        theme_changes().theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self._target.setIcon(icon(self._name, self._role))
