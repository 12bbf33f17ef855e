from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.canvas.links import Link, LinkKey
from flowdesk.gui.canvas.pill_parts import names_of, parts_of
from flowdesk.gui.canvas.pill_stack import MOST
from tests.builders import bash

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink

TASKS = {task: bash(task) for task in ("m.a", "m.b", "get")}


def test_every_key_of_a_task_has_a_pill_of_its_own(ink: Ink) -> None:
    link = Link("get", "end", (LinkKey("get", "x"), LinkKey("get", "y")))
    assert [part.pill.text for part in parts_of(link, TASKS, ink)] == ["x", "y"]


def test_keys_of_one_name_share_a_pill_on_a_bundle_that_counts_their_values(ink: Ink) -> None:
    keys = (LinkKey("m.a", "score"), LinkKey("m.b", "score"), LinkKey("m.b", "time"))
    link = Link("m", "end", keys, bundled=2)
    first, second = parts_of(link, TASKS, ink)
    assert names_of(link) == ["score (2)", "time"]
    assert first.pill.text == "score (2)"
    assert [label for _, label in first.keys] == ["m.a:score", "m.b:score"]
    assert [key for key, _ in second.keys] == [keys[2]]


def test_a_line_with_very_many_names_keeps_every_key(ink: Ink) -> None:
    keys = tuple(LinkKey("get", f"k{number}") for number in range(20))
    parts = list(parts_of(Link("get", "end", keys), TASKS, ink))
    assert len(parts) == MOST
    assert [key for part in parts for key, _ in part.keys] == list(keys)
