"""The graph looks as it did: compared with pictures, in a font that is the same everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QImage
from PySide6.QtWidgets import QApplication

from flowdesk.gui import fonts
from flowdesk.gui.canvas.graph_view import GraphView
from flowdesk.gui.theme import Scheme, apply_theme
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.plan import Edge, Expand, Group, Kind, Plan, Push, Task
from flowdesk.plan.run_view import RunView
from tests.gui.canvas.shown import run_of
from tests.gui.pictures.compare import compare, differing, load_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

KINDS = (QFontDatabase.SystemFont.GeneralFont, QFontDatabase.SystemFont.FixedFont)
MODELS = ("train.a", "train.b", "train.c")
STATES = {"get": "success", "train.a": "success", "train.b": "failed", "train.c": "running"}
VALUES = {("get", "rows"): "1,204", ("train.a", "accuracy"): "0.87"}


def plan() -> Plan:
    """A value that three of a group pull, whose values one pulls, before the last."""
    fits = [Task(one, Kind.PYTHON, ("m:fit",), ("get",), (Push("accuracy", "float"),)) for one in MODELS]
    tasks = [
        Task("get", Kind.BASH, ("curl",), push=(Push("rows", "int"),)),
        *fits,
        Task("choose", Kind.BRANCH, ("m:choose",), MODELS),
        Task("publish", Kind.BASH, ("scp",), ("choose",)),
    ]
    pulled = [Edge(one, "choose", "accuracy", "accuracies") for one in MODELS]
    given = [Edge("get", one, "rows", "rows") for one in MODELS]
    edges = (*given, *pulled, Edge("choose", "publish"))
    return Plan("training", {task.id: task for task in tasks}, {"train": Group("train", "Train", "")}, edges)


@pytest.fixture
def graph(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[GraphView]:
    """A canvas of 1000 x 420 in the font of blocks, at second 10, without a plan."""
    blocks = load_blocks()
    for faces in ("_FACES", "_MONO_FACES"):
        monkeypatch.setattr(fonts, faces, (blocks,))
    generic = frozenset(QFontDatabase.systemFont(kind).family() for kind in KINDS)
    monkeypatch.setattr(fonts, "_GENERIC", generic)
    apply_theme(qapp, Scheme.LIGHT)
    view = GraphView(clock=lambda: 10.0)
    view.set_animated(is_animated=False)
    view.resize(1000, 420)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    view.show_plan(plan())
    yield view
    monkeypatch.undo()
    apply_theme(qapp, Scheme.LIGHT)


def show_states(graph: GraphView) -> None:
    graph.show_run(run_of(plan(), STATES, VALUES))


def mapped_run(plan: Plan, states: Sequence[str]) -> RunView:
    """A run in which one more task was made of `fit` than there are states; the last one waits."""
    view, events = RunView(plan, "r"), [Event(1, "r", 4.0, EventKind.RUN_STARTED)]
    events.append(Event(2, "r", 4.0, EventKind.TASK_EXPANDED, "fit", data={"count": len(states) + 1}))
    for index, state in enumerate(states):
        events.append(Event(len(events) + 1, "r", 4.0, EventKind.TRY_STARTED, f"fit[{index}]", 1, {"pid": 1}))
        if state != "running":
            ended = {"task_state": state, "reason": None}
            events.append(Event(len(events) + 1, "r", 6.0, EventKind.TRY_FINISHED, f"fit[{index}]", 1, ended))
    view.apply(events)
    return view


def test_a_plan(graph: GraphView, tmp_path: Path) -> None:
    assert not compare(graph, "plan", tmp_path)


def test_a_run_under_way(graph: GraphView, tmp_path: Path) -> None:
    running = {**STATES, "train.b": "running"}
    graph.show_run(run_of(plan(), running, VALUES))
    assert not compare(graph, "running", tmp_path)


def test_a_failed_run_with_a_selected_task(graph: GraphView, tmp_path: Path) -> None:
    show_states(graph)
    graph.select_task("train.b")
    assert not compare(graph, "failed", tmp_path)


def test_a_folded_group(graph: GraphView, tmp_path: Path) -> None:
    show_states(graph)
    graph.picture.toggle("train")
    assert not compare(graph, "folded", tmp_path)


def test_a_mapped_task(graph: GraphView, tmp_path: Path) -> None:
    mapped = Task("fit", Kind.PYTHON, ("m:fit",), expand=(Expand("seed", items="[]"),))
    shown = Plan("mapped", {"fit": mapped})
    graph.resize(460, 260)
    graph.show_plan(shown)
    graph.show_run(mapped_run(shown, ["success", "failed", "running", "success", "running"]))
    assert not compare(graph, "mapped", tmp_path)


def test_from_top_to_bottom(graph: GraphView, tmp_path: Path) -> None:
    graph.resize(760, 640)
    graph.picture.turn("TB")
    show_states(graph)
    graph.fit()
    assert not compare(graph, "top-down", tmp_path)


@pytest.mark.parametrize("scheme", [Scheme.DARK, Scheme.HIGH_CONTRAST, Scheme.HIGH_CONTRAST_DARK])
def test_in_other_looks(graph: GraphView, scheme: Scheme, tmp_path: Path) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    show_states(graph)
    apply_theme(app, scheme)
    assert not compare(graph, scheme.value, tmp_path)


def test_a_difference_is_found_and_shown(
    graph: GraphView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FLOWDESK_RENEW_PICTURES", raising=False)
    show_states(graph)
    told = compare(graph, "plan", tmp_path / "proof")
    assert "of plan differ" in told
    assert (tmp_path / "proof" / "plan-differs.png").exists()


def test_only_pixels_that_can_be_told_apart_count() -> None:
    one = QImage(3, 1, QImage.Format.Format_RGB32)
    one.fill(QColor("#808080"))
    other = one.copy()
    other.setPixelColor(0, 0, QColor("#848080"))
    other.setPixelColor(2, 0, QColor("#80ff80"))
    assert differing(one, other) == [(2, 0)]
