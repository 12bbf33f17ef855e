"""What follows from where vertices stand."""

from __future__ import annotations

from flowdesk.layout.graph import Spacing
from flowdesk.layout.items import Box, Link
from flowdesk.layout.rows import Rows, rows_of
from flowdesk.layout.standing import Standing


def _crossed() -> Rows:
    """Two items before two others, each with an edge to the one that is not beside it."""
    return rows_of([Box(1, 1)] * 4, [Link(0, 3), Link(1, 2)], [0, 0, 1, 1], Spacing())


def test_crossings_are_counted_anew_where_a_row_changed() -> None:
    standing = Standing(_crossed())
    standing.take([[0, 1], [2, 3]])
    assert standing.count() == 1
    standing.rows.rows[1].reverse()
    standing.changed(1)
    assert standing.count() == 0


def test_the_far_ends_are_those_of_the_order_as_it_is() -> None:
    standing = Standing(_crossed())
    standing.take([[0, 1], [2, 3]])
    standing.look(0)
    assert [standing.below[vertex] for vertex in (0, 1)] == [[1], [0]]
    standing.take([[0, 1], [3, 2]])
    standing.look(0)
    assert [standing.below[vertex] for vertex in (0, 1)] == [[0], [1]]


def test_an_order_that_was_kept_is_not_changed_by_a_later_one() -> None:
    standing = Standing(_crossed())
    standing.take([[0, 1], [2, 3]])
    kept = standing.copy()
    standing.rows.rows[0].reverse()
    standing.changed(0)
    standing.take(kept)
    assert standing.rows.rows == [[0, 1], [2, 3]]
    assert standing.at[:2] == [0, 1]


def test_a_place_off_the_middle_lies_within_its_vertex() -> None:
    links = [Link(0, 1, tail_shift=-3), Link(0, 1, tail_shift=3)]
    standing = Standing(rows_of([Box(1, 20)] * 2, links, [0, 1], Spacing()))
    standing.take([[0], [1]])
    before, after = (standing.at[anchor] for anchor in standing.up[1])
    assert -0.5 < before < 0 < after < 0.5
