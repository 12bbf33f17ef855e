from __future__ import annotations

from flowdesk.gui.canvas.links import Link, LinkKey, links_of
from flowdesk.plan.plan import Edge, Plan


def test_keys_between_the_same_two_tasks_share_a_line() -> None:
    plan = Plan("p", {}, edges=(Edge("a", "b", "x", "first"), Edge("a", "b", "y", "second")))
    assert links_of(plan) == [Link("a", "b", (LinkKey("a", "x", ("first",)), LinkKey("a", "y", ("second",))))]


def test_a_key_pulled_twice_is_shown_once_with_both_arguments() -> None:
    plan = Plan("p", {}, edges=(Edge("a", "b", "x", "first"), Edge("a", "b", "x", "second")))
    assert links_of(plan) == [Link("a", "b", (LinkKey("a", "x", ("first", "second")),))]


def test_order_beside_a_key_is_no_line_of_its_own() -> None:
    plan = Plan("p", {}, edges=(Edge("a", "b"), Edge("a", "b", "x", "x"), Edge("a", "c")))
    assert links_of(plan) == [Link("a", "b", (LinkKey("a", "x", ("x",)),)), Link("a", "c")]
