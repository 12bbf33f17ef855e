from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.canvas.text_line import TextLine, text_width, wrapped

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink


def test_a_line_that_fits_is_whole(ink: Ink) -> None:
    assert TextLine("training", ink.title, 200).shown == "training"


def test_a_line_that_does_not_fit_keeps_both_ends(ink: Ink) -> None:
    line = TextLine("아주_긴_이름을_가진_작업_" * 5 + "끝", ink.title, 120)
    assert line.shown.startswith("아주")
    assert line.shown.endswith("끝")
    assert line.size.width() <= 120
    assert not line.is_whole


def test_line_breaks_and_runs_of_blanks_are_one_blank(ink: Ink) -> None:
    assert TextLine("a\n  b\tc", ink.code).shown == "a b c"


@pytest.mark.parametrize("text", ["", "plain", "두 낱말"])
def test_the_width_is_known_without_a_line(ink: Ink, text: str) -> None:
    assert text_width(text, ink.title) == pytest.approx(TextLine(text, ink.title).size.width())


def test_a_text_is_wrapped_behind_the_joints_of_an_id_and_ends_in_dots(ink: Ink) -> None:
    width = text_width("load_files_", ink.title) + 2
    assert [line.shown for line in wrapped("load_files", ink.title, width, 3)] == ["load_files"]
    assert [line.shown for line in wrapped("load_files_again", ink.title, width, 3)] == [
        "load_files_",
        "again",
    ]
    first, last = wrapped("load_files_" * 9, ink.title, width, 2)
    assert first.shown == "load_files_"
    assert "…" in last.shown
