from __future__ import annotations

import click

from flowdesk.cli.table import Column, table
from flowdesk.cli.terminal import cell_width

COLUMNS = (Column("task", gives_way=True), Column("try", right=True), Column("value", gives_way=True))


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    _, first, second = table(COLUMNS, [("train", "1", "0.5"), ("t", "12", "x")], None)
    assert first == "train    1  0.5"
    assert second == "t       12  x"


def test_wide_characters_keep_the_columns_in_line() -> None:
    _, first, second = table(COLUMNS, [("학습", "1", "a"), ("train", "1", "b")], None)
    assert cell_width(first) == cell_width(second)


def test_without_a_terminal_nothing_is_cut() -> None:
    assert "x" * 500 in table(COLUMNS, [("t", "1", "x" * 500)], None)[1]


def test_a_narrow_terminal_cuts_what_gives_way() -> None:
    lines = table(COLUMNS, [("t" * 40, "123", "x" * 40)], 40)[1:]
    assert all(cell_width(line) <= 40 for line in lines)
    assert "123" in lines[0]
    assert lines[0].count("…") == 2


def test_a_terminal_too_narrow_for_anything_still_gets_a_table() -> None:
    assert table(COLUMNS, [("t" * 40, "1", "x" * 40)], 3)


def test_control_characters_are_shown_not_sent() -> None:
    assert "\x1b" not in table(COLUMNS, [("a\x1b[2J", "1", "b\nc")], None)[1]


def test_an_id_is_cut_in_front_since_its_end_tells_it_from_its_neighbours() -> None:
    columns = (Column("task", gives_way=True, cut_left=True), Column("try"))
    assert table(columns, [("training.model_a", "1")], 15)[1] == "…g.model_a  1"


def test_optional_columns_are_left_out_before_anything_is_cut() -> None:
    columns = (*COLUMNS, Column("file", optional=True), Column("id", optional=True))
    row = ("train", "1", "0.5", "a.toml", "x" * 20)
    assert [click.unstyle(line).split() for line in table(columns, [row], 30)] == [
        ["TASK", "TRY", "VALUE", "FILE"],
        ["train", "1", "0.5", "a.toml"],
    ]
