"""What is no TOML is told with what was probably meant, and with both places where one thing stands twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from flowdesk.model.reader import read


@pytest.mark.parametrize(
    ("line", "way_out"),
    [
        ("a = True", "TOML writes true"),
        ("a = None", "TOML has no word for nothing: leave the field out"),
        ("a = echo it is done", 'put it in quotes: "echo it is done"'),
        ("a = [echo, b]", 'put it in quotes: "echo"'),
        ('a = echo "b"', "put it in quotes: 'echo \"b\"'"),
        ("a = 03", "a number does not begin with 0"),
        ("a = 'it's'", 'a text with \' in it stands between " and ", or between three of them'),
        ("[a]:", "a header stands alone on its line"),
        ("[다운로드.b]", 'a name with letters other than A-Z needs quotes: "다운로드"'),
    ],
)
def test_the_way_out_is_what_was_meant(line: str, way_out: str) -> None:
    (problem,) = read(Path("p.toml"), text=line).problems
    assert (problem.code, problem.suggestion) == ("FD006", way_out)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("[tasks.a]\nx = 1\n\n  [tasks.a] # again\n", (1, 1, 10), (4, 3, 12)),
        ("[a]\nx = 1\n[b]\nx = 1\ny = 2\nx = 3\n", (4, 1, 2), (6, 1, 2)),
        ("a.b = 1\na.b = 2", (1, 1, 4), (2, 1, 4)),
    ],
)
def test_what_stands_twice_is_told_with_both_places(
    text: str, first: tuple[int, int, int], second: tuple[int, int, int]
) -> None:
    (problem,) = read(Path("p.toml"), text=text).problems
    places = [problem.place, *(related.place for related in problem.related)]
    assert [(place.line, place.column, place.end_column) for place in places] == [second, first]


def test_a_text_that_is_not_closed_says_so() -> None:
    (problem,) = read(Path("p.toml"), text='a = "echo\nb = 1').problems
    assert problem.message == "this text is not closed by quotes before its line ends"
    assert problem.suggestion is None
