from __future__ import annotations

from dataclasses import replace

from flowdesk.gui.grid.geometry import COLUMN, HEAD, Geometry

PLACE = Geometry(names=100, row=20, x=0, y=0, width=100 + 5 * COLUMN, height=HEAD + 60, columns=50, rows=30)


def test_only_what_is_seen_is_counted_in_part_or_whole() -> None:
    assert (PLACE.seen_columns, PLACE.seen_rows) == (range(5), range(3))
    scrolled = replace(PLACE, x=COLUMN + 1, y=10)
    assert (scrolled.seen_columns, scrolled.seen_rows) == (range(1, 7), range(4))


def test_a_place_is_that_of_the_cell_that_lies_there() -> None:
    scrolled = replace(PLACE, x=33, y=17)
    middle = scrolled.cell(4, 3).center()
    assert (scrolled.row_at(middle.y()), scrolled.column_at(middle.x())) == (4, 3)


def test_names_runs_and_what_lies_behind_are_no_cells() -> None:
    assert PLACE.column_at(99) is None
    assert PLACE.row_at(HEAD - 1) is None
    assert replace(PLACE, columns=2).column_at(100 + 3 * COLUMN) is None
    assert replace(PLACE, rows=1).row_at(HEAD + 30) is None


def test_what_fits_cannot_be_scrolled() -> None:
    assert replace(PLACE, columns=2, rows=2).most_x == replace(PLACE, columns=2, rows=2).most_y == 0
    assert PLACE.most_y == 30 * 20 - 60
