from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.canvas.folded_item import FoldedItem
from flowdesk.plan.plan import Group
from flowdesk.plan.states import RunState, TaskState
from tests.gui.canvas.painted import colours, picture_of

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink

COUNTS: dict[RunState | TaskState, int] = {
    TaskState.SUCCESS: 5,
    TaskState.FAILED: 2,
    TaskState.RUNNING: 1,
    TaskState.WAITING: 4,
}


def test_a_plan_tells_how_many_tasks_lie_inside(ink: Ink) -> None:
    assert FoldedItem(Group("g"), 1, ink).told == "1 task"
    assert FoldedItem(Group("g"), 1200, ink).told == "1,200 tasks"


def test_a_run_tells_how_many_are_over_and_all_states(ink: Ink) -> None:
    item = FoldedItem(Group("g", tooltip="what <it> is"), 12, ink)
    item.show_counts(COUNTS)
    assert item.told == "7 of 12 tasks"
    for fact in ("Success: 5", "Failed: 2", "Running: 1", "Waiting: 4", "what &lt;it&gt; is", "unfold"):
        assert fact in item.toolTip()


def test_the_keys_that_leave_are_told(ink: Ink) -> None:
    item = FoldedItem(Group("g"), 3, ink)
    item.show_leaving([f"g.t:k{number}" for number in range(30)])
    assert "g.t:k0, g.t:k1" in item.toolTip()
    assert "k29" not in item.toolTip()


def test_the_box_keeps_its_size_in_every_state(ink: Ink) -> None:
    item = FoldedItem(Group("g", "가장 긴 이름을 가진 묶음 " * 9), 12, ink)
    before = item.boundingRect()
    item.show_counts(COUNTS)
    item.show_leaving(["k"])
    assert item.boundingRect() == before
    assert item.card.contains(item.fold_button)


@pytest.mark.parametrize("scale", [1.0, 0.4, 0.25, 0.1])
def test_it_is_painted_at_every_distance(ink: Ink, scale: float) -> None:
    item = FoldedItem(Group("g"), 12, ink)
    plain = picture_of(item, scale)
    item.show_counts(COUNTS)
    assert len(colours(plain)) > 3
    assert picture_of(item, scale) != plain


def test_a_box_that_hides_what_is_looked_for_has_a_ring(ink: Ink) -> None:
    item = FoldedItem(Group("g"), 12, ink)
    before = picture_of(item, 1.0)
    item.find(is_found=True)
    assert picture_of(item, 1.0) != before
