from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QImage

from flowdesk.errors import FlowdeskError
from flowdesk.gui.colours import DARK, LIGHT
from flowdesk.gui.export.looks import Looks
from flowdesk.gui.export.picture import draw, mended
from flowdesk.plan.graph_formats import GraphFormat
from flowdesk.plan.plan import Edge, Plan
from tests.builders import bash
from tests.gui.canvas.shown import run_of, training_plan

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.usefixtures("qapp")
PLAN = training_plan()


def png(looks: Looks) -> QImage:
    image = QImage()
    assert image.loadFromData(draw(PLAN, None, GraphFormat.PNG, looks))
    return image


def texts(svg: bytes) -> list[str]:
    root = ET.fromstring(svg)  # noqa: S314 - it is ours
    return [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]


def test_a_png_has_the_colours_and_the_size_that_were_asked_for() -> None:
    small, large = png(Looks(LIGHT, scale=1.0)), png(Looks(DARK, scale=2.0))
    assert abs(large.width() - 2 * small.width()) <= 1
    assert small.pixelColor(1, 1) == QColor(LIGHT.canvas)
    assert large.pixelColor(1, large.height() - 1) == QColor(DARK.canvas)


def test_it_flows_the_way_that_was_asked_for() -> None:
    across, down = png(Looks(direction="LR")), png(Looks(direction="TB"))
    assert across.width() > across.height()
    assert down.width() < across.width()


def test_an_svg_keeps_its_words_and_tells_how_a_run_stands() -> None:
    view = run_of(PLAN, {"get": "success", "train.a": "failed"}, {("train.a", "accuracy"): "0.8312"})
    said = texts(draw(PLAN, view, GraphFormat.SVG, Looks()))
    assert {"get", "Train models", "accuracy", "0.8312"} <= set(said)
    assert any(text.startswith("Failed") for text in said)


def test_no_task_is_taken_for_a_picture_in_an_svg() -> None:
    assert b"<image" not in draw(PLAN, None, GraphFormat.SVG, Looks())


def test_folded_groups_are_drawn_folded() -> None:
    said = texts(draw(PLAN, None, GraphFormat.SVG, Looks(folded={"train"})))
    assert "Train models" in said
    assert "a" not in said


def test_a_pdf_is_one_page() -> None:
    pdf = draw(PLAN, None, GraphFormat.PDF, Looks())
    assert pdf.startswith(b"%PDF-")
    assert pdf.count(b"/Type /Page\n") == 1


def test_a_png_that_nobody_could_open_is_refused_in_a_sentence() -> None:
    with pytest.raises(FlowdeskError, match="is too large: take a smaller scale, or SVG or PDF"):
        draw(PLAN, None, GraphFormat.PNG, replace(Looks(), scale=400.0))


def test_every_font_of_an_svg_falls_back_on_a_generic_one() -> None:
    assert (
        mended('font-family="Noto Sans Mono,D2Coding"') == 'font-family="Noto Sans Mono,D2Coding,monospace"'
    )
    assert mended('font-family="Inter"') == 'font-family="Inter,sans-serif"'


def test_the_window_keeps_its_theme(qapp: QApplication) -> None:
    before = qapp.palette().window().color()
    png(Looks(DARK))
    assert qapp.palette().window().color() == before


def test_a_graph_that_is_larger_than_a_page_may_be_is_made_smaller() -> None:
    chain = [bash(f"t{number}", code="x" * 60) for number in range(90)]
    edges = [Edge(f"t{number}", f"t{number + 1}") for number in range(89)]
    plan = Plan("long", {task.id: task for task in chain}, {}, tuple(edges))
    pdf = draw(plan, None, GraphFormat.PDF, Looks())
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert box is not None
    assert 14_000 < float(box[1]) <= 14_401


def test_an_svg_names_a_few_fonts_only() -> None:
    many = ",".join(f"Font {number}" for number in range(20))
    assert mended(f'font-family="{many}"') == 'font-family="Font 0,Font 1,Font 2,Font 3,sans-serif"'
