from __future__ import annotations

import io
from typing import TYPE_CHECKING

from flowdesk.cli.problems import counted, gravest, print_headings, print_problems
from flowdesk.errors import Place, Problem, Severity

if TYPE_CHECKING:
    from pathlib import Path


def problem(severity: Severity = Severity.ERROR, line: int = 1, file: str = "a.toml") -> Problem:
    return Problem("X", "m", Place(file, line, 1, line, 2), severity)


def test_problems_are_counted_by_severity() -> None:
    of = [problem(severity) for severity in (Severity.WARNING, *[Severity.ERROR] * 2)]
    assert counted(of) == "2 errors, 1 warning"
    assert counted([problem()] * 1200) == "1,200 errors"
    assert counted([]) == "no problems"


def test_the_gravest_are_chosen_but_keep_their_order() -> None:
    weights = (Severity.NOTE, Severity.ERROR, Severity.WARNING, Severity.ERROR)
    of = [problem(severity, line) for line, severity in enumerate(weights, 1)]
    assert [chosen.place.line for chosen in gravest(of, 3)] == [2, 3, 4]
    assert gravest(of, 4) == gravest(of, None) == of


def test_the_text_that_was_checked_is_shown_not_what_stands_in_the_file_by_now(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text("now = 1\n")
    stream = io.StringIO()
    assert print_problems([problem(file=str(file))], {str(file): "then = 1\n"}, stream) == 0
    assert "1 | then = 1" in stream.getvalue()


def test_a_file_that_is_gone_has_no_excerpt(tmp_path: Path) -> None:
    stream = io.StringIO()
    print_problems([problem(file=str(tmp_path / "a.toml"))], {}, stream)
    assert len(stream.getvalue().rstrip().splitlines()) == 1


def test_lines_are_counted_as_toml_counts_them(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text("a = '\x85\u2028\x0c'\r\nb = 1\r\n", newline="")
    stream = io.StringIO()
    print_problems([problem(line=2, file=str(file))], {}, stream)
    assert "2 | b = 1" in stream.getvalue()


def test_headings_take_a_line_each() -> None:
    stream = io.StringIO()
    left_out = print_headings([problem(Severity.WARNING, line) for line in (1, 2, 3)], stream, most=2)
    assert stream.getvalue() == "a.toml:1:1: warning: m [X]\na.toml:2:1: warning: m [X]\n"
    assert left_out == 1
