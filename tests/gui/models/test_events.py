from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from flowdesk.gui.models.events import PIECE, EventsModel
from flowdesk.plan.events import Event, EventKind

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")


def event(
    seq: int, kind: EventKind = EventKind.TRY_STARTED, task: str | None = "get", index: int = -1
) -> Event:
    return Event(seq, "r", float(seq), kind, task, 1, {"question": ""}, index)


def model_of(*events: Event) -> EventsModel:
    model = EventsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_events(events)
    return model


def seqs(model: EventsModel) -> list[int]:
    return [row.seq for row in model.rows]


def test_what_happens_later_comes_last_and_leaves_the_rest_in_place() -> None:
    model = model_of(event(1), event(2))
    kept = QPersistentModelIndex(model.index(1, 2))
    model.add_events([event(3, task="train")])
    assert seqs(model) == [1, 2, 3]
    assert (kept.row(), kept.data()) == (1, "get")


def test_events_pass_by_words_by_kind_and_by_task() -> None:
    started = event(1, EventKind.RUN_STARTED, None)
    model = model_of(started, event(2), event(3, task="train"), event(4, task="train", index=2))
    model.sift(text="TRY train")
    assert seqs(model) == [3, 4]
    model.sift(kinds=[EventKind.RUN_STARTED])
    assert seqs(model) == [1]
    model.sift(task="train[2]")
    assert seqs(model) == [4]
    model.add_events([event(5, task="train", index=2), event(6)])
    assert seqs(model) == [4, 5]
    model.sift()
    assert (seqs(model), model.total) == ([1, 2, 3, 4, 5, 6], 6)


def test_many_events_are_sifted_a_piece_at_a_time(qtbot: QtBot) -> None:
    model = model_of(*(event(seq, task="get" if seq % 2 else "train") for seq in range(1, 3 * PIECE)))
    model.sift(task="train")
    assert (model.is_sifting, model.rowCount()) == (True, PIECE // 2)
    model.add_events([event(3 * PIECE, task="train")])
    qtbot.waitUntil(lambda: not model.is_sifting)
    assert seqs(model) == list(range(2, 3 * PIECE + 1, 2))


def test_what_comes_after_the_moment_is_greyed() -> None:
    model = model_of(event(1), event(2))
    model.show_moment(1)
    grey = [model.index(row, 0).data(Qt.ItemDataRole.ForegroundRole) is not None for row in range(2)]
    assert grey == [False, True]
    assert (model.place_of(1), model.place_of(9), model.place_of(0)) == (0, 1, -1)
