from __future__ import annotations

import pytest

from flowdesk.gui.export.export import export
from flowdesk.gui.export.looks import Looks
from flowdesk.plan.graph_formats import GraphFormat
from tests.gui.canvas.shown import run_of, training_plan

BEGIN = {
    GraphFormat.SVG: b"<?xml",
    GraphFormat.PNG: b"\x89PNG",
    GraphFormat.PDF: b"%PDF",
    GraphFormat.MERMAID: b"---\ntitle",
    GraphFormat.DOT: b"digraph",
}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("form", GraphFormat)
def test_every_format_can_be_made(form: GraphFormat) -> None:
    assert export(training_plan(), None, form).startswith(BEGIN[form])


def test_a_text_has_the_direction_the_states_and_all_tasks() -> None:
    plan = training_plan()
    looks = Looks(direction="TB", folded={"train"})
    text = export(plan, run_of(plan, {"get": "success"}), GraphFormat.MERMAID, looks).decode()
    assert "flowchart TB" in text
    assert "get<br/>success" in text
    assert "t_train_a" in text
