"""A page finds characters inside texts, and the task of a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from flowdesk.model.page import Page


@pytest.mark.parametrize(
    ("written", "offset", "column"),
    [
        ("'list[x]'", 5, 6),
        ('"가나[x]"', 3, 4),
        ('"\\u0061\\n[x]"', 3, 10),
        ('"\\\\[x]"', 1, 3),
        ("'ab'", 2, 3),
        ("'ab'", 99, 3),
        ('"""ab"""', 1, 4),
    ],
)
def test_a_character_inside_a_text_is_found(written: str, offset: int, column: int) -> None:
    place = Page(Path("p"), f"x = {written}").place_in(("x",), offset)
    assert (place.line, place.column - len("x = "), place.end_column - place.column) == (1, column + 1, 1)


def test_a_word_inside_a_text_is_marked_whole() -> None:
    place = Page(Path("p"), "x = 'list[flaot]'").place_in(("x",), 5)
    assert (place.column, place.end_column) == (11, 16)


def test_a_character_inside_a_text_of_several_lines_is_found() -> None:
    page = Page(Path("p"), 'x = """\nab\\\n   cd\nef"""')
    found = [str(page.place_in(("x",), offset)) for offset in (0, 1, 2, 3, 5)]
    assert found == ["p:2:1", "p:2:2", "p:3:4", "p:3:5", "p:4:1"]


TASKS = """\
[pipeline]
name = "x"

[tasks.a]
bash = \"\"\"
x
\"\"\"

[tasks."가.b".pull]
c = "d"

[tasks]
  c.bash = "x"
d = { bash = "x" }

[groups.a]
"""


def test_the_task_of_a_line_is_known() -> None:
    page = Page(Path("p"), TASKS)
    tasks = {line: page.task_at(line) for line in range(18)}
    assert tasks == {
        **dict.fromkeys(range(18), None),
        **dict.fromkeys(range(4, 9), "a"),
        **dict.fromkeys(range(9, 12), "가.b"),
        13: "c",
        14: "d",
    }
