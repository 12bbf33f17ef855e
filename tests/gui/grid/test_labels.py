from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from flowdesk.gui.grid.labels import shortened, told_apart

pytestmark = pytest.mark.usefixtures("qapp")


def short(*labels: str, share: float = 0.6) -> list[str]:
    metrics = QFontMetrics(QFont())
    width = int(max(map(metrics.horizontalAdvance, labels)) * share)
    made = [shortened(label, told_apart(labels), metrics, width) for label in labels]
    assert all(metrics.horizontalAdvance(text) <= width for text in made)
    return made


def test_what_tells_names_apart_is_kept_wherever_it_stands() -> None:
    models = short("training_model_a", "training_model_b")
    assert [text[-2:] for text in models] == ["…a", "…b"]
    tasks = short("task_01_with_a_name", "task_02_with_a_name")
    assert ["01" in tasks[0], "02" in tasks[1]] == [True, True]


def test_a_name_alone_loses_its_middle() -> None:
    (text,) = short("a_very_long_name_of_a_task")
    assert text.startswith("a")
    assert text.endswith("k")


def test_a_name_that_fits_stays_whole() -> None:
    assert short("one", "two", share=1.0) == ["one", "two"]


def test_equal_ends_are_counted_once_where_they_overlap() -> None:
    assert told_apart(["aa", "aaa"]) == (2, 0)
    assert told_apart(["x"]) == (0, 0)
