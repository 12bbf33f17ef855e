from __future__ import annotations

from flowdesk.cli.excerpts import MOST_RELATED, Style, excerpt, heading
from flowdesk.cli.terminal import cell_width
from flowdesk.errors import Place, Problem, Related


def problem(line: int, column: int, end: int, *, end_line: int | None = None, **more: object) -> Problem:
    place = Place("a.toml", line, column, end_line or line, end)
    return Problem("FD201", "no task 'b'", place, **more)  # type: ignore[arg-type]  # passed on


def drawn(shown: Problem, *texts: str, width: int | None = None) -> list[str]:
    """The lines for a problem; the texts are those of a.toml, b.toml."""
    lines = {
        f"{name}.toml": text.removesuffix("\n").split("\n") for name, text in zip("ab", texts, strict=False)
    }
    return excerpt(shown, lines.get, Style(width))


def test_the_caret_stands_under_what_is_meant_with_a_line_around_it() -> None:
    text = '[tasks.a]\nafter = ["b"]\nbash = "true"\n'
    assert drawn(problem(2, 10, 13), text) == [
        "a.toml:2:10: error: no task 'b' [FD201]",
        "1 | [tasks.a]",
        '2 | after = ["b"]',
        "  |          ^^^",
        '3 | bash = "true"',
    ]


def test_a_suggestion_and_the_other_end_follow() -> None:
    related = (
        Related("pushed here", Place("a.toml", 9, 1, 9, 2)),
        Related("and here", Place("b.toml", 3, 1, 3, 2)),
    )
    lines = drawn(problem(1, 1, 2, suggestion="did you mean 'c'?", related=related))
    assert lines[1:] == ["  = did you mean 'c'?", "  = line 9: pushed here", "  = b.toml:3:1: and here"]


def test_wide_characters_count_two_cells() -> None:
    text = '이름 = "b"'
    *_, line, caret = drawn(problem(1, 6, 9), text)
    assert caret.index("^") == cell_width(line[: line.index('"')])
    assert caret.count("^") == 3


def test_carets_under_wide_characters_are_as_wide() -> None:
    assert drawn(problem(1, 1, 3), "이름 = 1")[-1].count("^") == 4


def test_tabs_go_to_the_next_stop() -> None:
    *_, line, caret = drawn(problem(1, 3, 4), "a\tb")
    assert line == "1 | a   b"
    assert caret == "  |     ^"


def test_a_combining_mark_takes_no_cell() -> None:
    assert drawn(problem(1, 3, 4), "e\u0301b")[-1] == "  |  ^"


def test_an_empty_range_still_gets_a_caret() -> None:
    assert drawn(problem(1, 3, 3), "ab")[-1] == "  |   ^"


def test_a_place_after_the_last_line_is_shown_after_it() -> None:
    assert drawn(problem(2, 1, 1), "a = 1\n")[1:] == ["1 | a = 1", "  | ^"]


def test_a_range_over_lines_is_marked_to_the_end_of_its_first() -> None:
    assert drawn(problem(1, 5, 2, end_line=2), "a = [\n]")[2] == "  |     ^"


def test_a_place_beyond_the_file_shows_no_excerpt() -> None:
    assert len(drawn(problem(9, 1, 1), "a = 1\n")) == 1


def test_control_characters_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in "".join(drawn(problem(1, 1, 2), "a\x1b[31m"))


def test_a_long_line_is_cut_around_its_caret() -> None:
    text = "x" * 500 + "HERE" + "y" * 500
    _, line, caret = drawn(problem(1, 501, 505), text, width=60)
    assert max(map(cell_width, (line, caret))) <= 60
    start = caret.index("^")
    assert line[start : start + 4] == "HERE"
    assert caret.endswith("^^^^")
    assert line.startswith("1 | …")
    assert line.endswith("…")


def test_a_long_line_of_wide_characters_is_cut_around_its_caret() -> None:
    text = "가" * 300 + "HERE" + "나" * 300
    _, line, caret = drawn(problem(1, 301, 305), text, width=61)
    assert cell_width(line) <= 61
    assert cell_width(line[: line.index("HERE")]) == caret.index("^")


def test_both_ends_are_shown_where_two_places_disagree() -> None:
    ends = (Related("it is pushed here", Place("a.toml", 12, 1, 12, 5)),)
    text = "pull\n" + "\n" * 10 + "push = 1\n"
    assert drawn(problem(1, 1, 5, related=ends), text)[1:] == [
        " 1 | pull",
        "   | ^^^^",
        " 2 |",
        "   = line 12: it is pushed here",
        "12 | push = 1",
        "   | ----",
    ]


def test_the_other_end_may_be_in_another_file() -> None:
    ends = (Related("here", Place("b.toml", 1, 1, 1, 2)),)
    assert drawn(problem(1, 1, 2, related=ends), "a = 1", "b = 2")[-3:] == [
        "  = b.toml:1:1: here",
        "1 | b = 2",
        "  | -",
    ]


def test_another_end_on_the_same_line_is_not_shown_again() -> None:
    ends = (Related("here", Place("a.toml", 1, 5, 1, 6)),)
    assert drawn(problem(1, 1, 2, related=ends), "a = 1")[-1] == "  = line 1: here"


def test_of_hundreds_of_ends_a_few_are_shown() -> None:
    ends = tuple(Related("waits", Place("a.toml", 1, 1, 1, 2)) for _ in range(200))
    lines = drawn(problem(1, 1, 2, related=ends), "a = 1")
    assert lines[-1] == f"  = and {200 - MOST_RELATED} more places"
    assert len(lines) == 3 + MOST_RELATED + 1


def test_a_long_sentence_is_broken_between_words() -> None:
    long = Problem("FD201", "word " * 30 + "end", Place("a.toml", 1, 1, 1, 2))
    lines = heading(long, Style(60))
    assert all(len(line) <= 60 for line in lines)
    assert " ".join(line.strip() for line in lines) == f"a.toml:1:1: error: {'word ' * 30}end [FD201]"


def test_a_sentence_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in "".join(heading(Problem("FD201", "\x1b[31m", Place("a\x1b.toml", 1, 1, 1, 2))))
