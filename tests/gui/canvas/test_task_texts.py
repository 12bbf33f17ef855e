from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.canvas.task_texts import KIND_ICONS, TaskTexts, detail_of
from flowdesk.plan.plan import Kind, Push, Task

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_an_icon_of_its_own(kind: Kind) -> None:
    assert KIND_ICONS[kind]
    assert len(set(KIND_ICONS.values())) == len(KIND_ICONS)


@pytest.mark.parametrize(
    ("kind", "code", "detail"),
    [
        (Kind.BASH, ("\n  echo one\necho two",), "echo one …"),
        (Kind.BASH, ("sleep 3\n",), "sleep 3"),
        (Kind.BASH, ("",), ""),
        (Kind.COMMAND, ("python", "-m", "tool"), "python -m tool"),
        (Kind.PYTHON, ("models:fit",), "models:fit"),
        (Kind.WAIT, ("file", "a.csv"), "until a.csv is there"),
        (Kind.WAIT, ("seconds", "300.0"), "for 5 min 00 s"),
        (Kind.WAIT, ("seconds", "{{ params.n }}"), "for {{ params.n }} s"),
        (Kind.WAIT, ("until", "09:00"), "until 09:00"),
        (Kind.APPROVE, ("Publish?", "yes", "no"), "Publish?"),
        (Kind.JOINT, (), "waits for its upstream"),
    ],
)
def test_the_second_line_says_what_the_task_does(kind: Kind, code: tuple[str, ...], detail: str) -> None:
    assert detail_of(Task("t", kind, code)) == detail


def test_a_card_is_as_wide_as_its_words_within_bounds(ink: Ink) -> None:
    short = TaskTexts(Task("t", Kind.BASH, ("true",)), ink).size
    longest = TaskTexts(Task("t" * 300, Kind.BASH, ("true",)), ink).size
    assert short.width() < longest.width() < 300
    assert short.height() == longest.height()


def test_the_label_stands_for_the_name_and_the_tooltip_tells_the_id(ink: Ink) -> None:
    texts = TaskTexts(Task("g.t", Kind.BASH, ("a < b",), label="내려받기"), ink)
    assert texts.name.shown == "내려받기"
    assert "g.t" in texts.tooltip
    assert "a &lt; b" in texts.tooltip


def test_the_last_line_tells_what_will_be_pushed(ink: Ink) -> None:
    pushes = (Push("best", "str"), Push("n", "int"))
    assert TaskTexts(Task("t", Kind.PYTHON, ("m:f",), push=pushes), ink).pushes.shown == "best: str, n: int"
