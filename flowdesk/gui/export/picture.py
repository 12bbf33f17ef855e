"""A graph drawn into the bytes of an SVG, PNG or PDF, anew and not as it is looked at: nothing is selected.

A PDF is one page of the graph's own size, at 96 pixels an inch, or as large as a page may be. A PNG has a
bound: beyond it no program opens it, and the memory would not do.
"""

from __future__ import annotations

import re
from time import time
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from flowdesk.errors import FlowdeskError
from flowdesk.gui.canvas.arrangement import fine
from flowdesk.gui.canvas.graph_scene import GraphScene
from flowdesk.plan.graph_formats import GraphFormat

if TYPE_CHECKING:
    from flowdesk.gui.export.looks import Looks
    from flowdesk.layout.graph import Layout, LayoutGraph
    from flowdesk.plan.plan import Plan
    from flowdesk.plan.run_view import RunView

MOST_DOTS = 120_000_000
"""Of a PNG: half a gigabyte of memory."""

_FONTS = re.compile(r'font-family="([^"]*)"')
_EMPTY = re.compile(r"<g [^>]*>\s*</g>\s*")
_NO_PEN = (
    'stroke="#000000" stroke-opacity="1" stroke-width="1" '
    'stroke-linecap="butt" stroke-linejoin="miter" stroke-miterlimit="4"'
)
"""How Qt writes the pen without a brush of its own SVG reader; nothing of ours has such ends and joins."""

_LONGEST = 32_767  # dots along a side, which is what Qt can draw
_MARGIN = 24.0
_TOLERANCE = 1.0  # pixels
_DPI = 96
_POINTS = 72 / _DPI
_LONGEST_PAGE = 14_400  # points: what readers of PDF open
_FURTHER = 3  # fonts that an SVG names besides the first


def draw(plan: Plan, view: RunView | None, form: GraphFormat, looks: Looks) -> bytes:
    """The graph of `plan`, and over it how a run of it stands.

    Raises:
        FlowdeskError: it is too large for a PNG at this scale.
    """
    scene = _scene(plan, view, looks)
    area = scene.bounds.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
    if form is GraphFormat.PNG:
        return _png(scene, area, looks)
    return _svg(scene, area, looks) if form is GraphFormat.SVG else _pdf(scene, area, looks)


def _scene(plan: Plan, view: RunView | None, looks: Looks) -> GraphScene:
    scene = GraphScene(plan, arrange=None, clock=lambda: _end_of(view))
    scene.ink.retheme(looks.theme)
    drawing = scene.draw(looks.folded, only=looks.only, direction=looks.direction)
    known = looks.layout
    is_usable = known is not None and _fits(known, drawing.graph)
    scene.show_drawing(drawing, known if known and is_usable else fine(drawing.graph, looks.direction))
    if view is not None:
        scene.show_run(view)
    scene.pulse.set_busy(is_busy=False)
    return scene


def _fits(layout: Layout, graph: LayoutGraph) -> bool:
    """Whether a layout is one of this graph, whose sizes follow from the fonts: there may be others here."""
    places = layout.nodes
    return len(layout.edges) == len(graph.edges) and all(
        name in places
        and abs(places[name].width - size.width) < _TOLERANCE
        and abs(places[name].height - size.height) < _TOLERANCE
        for name, size in graph.nodes.items()
    )


def _end_of(view: RunView | None) -> float:
    """The moment at which times that go on are shown."""
    return time() if view is None or view.finished_at is None else view.finished_at


def _png(scene: GraphScene, area: QRectF, looks: Looks) -> bytes:
    width, height = round(area.width() * looks.scale), round(area.height() * looks.scale)
    if width * height > MOST_DOTS or max(width, height) > _LONGEST:
        raise FlowdeskError(
            f"a PNG of {width:,} by {height:,} dots is too large: take a smaller scale, or SVG or PDF"
        )
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_RGB32)
    image.fill(looks.theme.colour("canvas"))
    _render(scene, area, image, looks)
    buffer = _buffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide takes a str, whatever its stubs say
    return _bytes(buffer)


def _svg(scene: GraphScene, area: QRectF, looks: Looks) -> bytes:
    buffer, generator = _buffer(), QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_DPI)
    generator.setSize(area.size().toSize())
    generator.setViewBox(QRectF(0, 0, area.width(), area.height()))
    generator.setTitle(scene.plan.name if scene.plan else "")
    _render(scene, area, generator, looks)
    return mended(_bytes(buffer).decode()).encode()


def mended(svg: str) -> str:
    """Qt's SVG, in which what is only filled is not stroked, and every font has a generic one behind it."""
    svg = _EMPTY.sub("", svg).replace(_NO_PEN, 'stroke="none"')
    return _FONTS.sub(lambda found: f'font-family="{_families(found[1])}"', svg)


def _families(said: str) -> str:
    """The first of the fonts that were asked for, which stand at every text, and a generic one."""
    first, *others = said.split(",")
    generic = "monospace" if "Mono" in first else "sans-serif"  # not said: fonts
    return ",".join([first, *others[:_FURTHER], generic])


def _pdf(scene: GraphScene, area: QRectF, looks: Looks) -> bytes:
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    share = min(1.0, _LONGEST_PAGE / max(area.width() * _POINTS, area.height() * _POINTS))
    writer.setResolution(round(_DPI / share))
    writer.setCreator("flowdesk")
    writer.setTitle(scene.plan.name if scene.plan else "")
    size = QPageSize(
        area.size() * _POINTS * share, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    _render(scene, area, writer, looks)
    return _bytes(buffer)


def _render(scene: GraphScene, area: QRectF, device: QPaintDevice, looks: Looks) -> None:
    painter = QPainter(device)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    scale = looks.scale if isinstance(device, QImage) else 1.0
    target = QRectF(0, 0, area.width() * scale, area.height() * scale)
    painter.fillRect(target, looks.theme.colour("canvas"))
    scene.render(painter, target, area)
    painter.end()


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _bytes(buffer: QBuffer) -> bytes:
    buffer.close()
    return cast("bytes", buffer.data().data())
