"""Which edges are turned round."""

from __future__ import annotations

from flowdesk.layout.cycles import backward


def test_a_graph_without_a_cycle_keeps_all_its_edges() -> None:
    assert backward(4, [(0, 1), (0, 2), (1, 3), (2, 3)]) == set()


def test_the_edge_that_closes_a_cycle_in_the_items_order_is_turned() -> None:
    assert backward(3, [(0, 1), (1, 2), (2, 0)]) == {(2, 0)}


def test_the_search_begins_where_nothing_leads_to() -> None:
    assert backward(3, [(2, 0), (0, 1), (1, 0)]) == {(1, 0)}


def test_an_edge_from_an_item_to_itself_is_not_a_cycle() -> None:
    assert backward(1, [(0, 0)]) == set()


def test_a_long_cycle_needs_no_recursion() -> None:
    count = 5000
    assert backward(count, [(item, (item + 1) % count) for item in range(count)]) == {(count - 1, 0)}
