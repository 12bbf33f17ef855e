from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.log.growth import LONGEST
from flowdesk.gui.log.levels import Level
from flowdesk.gui.log.log_lines import LogLines, Sieve
from flowdesk.store.log_line import ERR, NOTE, OUT
from tests.gui.log.printed import Printed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def lines() -> Iterator[LogLines]:
    made = LogLines(lambda number: f"Try {number}")
    yield made
    made.reset()


@pytest.fixture
def printed(tmp_path: Path) -> Printed:
    return Printed(tmp_path / "1.log")


def seen(lines: LogLines) -> list[str]:
    return [lines.line(lines.line_of(row)).text for row in range(lines.rows)]


def test_a_line_goes_on_where_it_was_left_unless_the_other_stream_comes_between(
    lines: LogLines, printed: Printed
) -> None:
    lines.take(printed.more("10%", goes_on=True))
    assert seen(lines) == ["10%"]
    lines.take(printed.more("20%", goes_on=True))
    lines.take(printed.more("oh", stream=ERR))
    lines.take(printed.more("done"))
    assert seen(lines) == ["10%20%", "oh", "done"]


def test_a_very_long_line_is_shown_in_parts_that_go_on(lines: LogLines, printed: Printed) -> None:
    text = "값 of 1 MB " * 100_000
    printed.print(text)
    while growth := printed.tail.read():
        lines.take(growth)
    assert "".join(seen(lines)) == text
    assert max(len(lines.line(number).text.encode()) for number in range(lines.lines)) <= LONGEST
    assert [lines.line(number).goes_on for number in range(3)] == [False, True, True]


def test_a_filter_lets_through_what_is_grave_enough_and_of_the_stream(
    lines: LogLines, printed: Printed
) -> None:
    lines.take(printed.more("DEBUG d", "INFO i", "plain", "WARNING w", "ERROR e", "  more of it"))
    lines.take(printed.more("WARNING of err", stream=ERR))
    lines.sift(Sieve(Level.INFO))
    assert seen(lines) == ["INFO i", "plain", "WARNING w", "ERROR e", "  more of it", "WARNING of err"]
    lines.sift(Sieve(Level.WARNING, frozenset({OUT, NOTE})))
    assert seen(lines) == ["WARNING w", "ERROR e", "  more of it"]
    lines.take(printed.more("INFO no", "ERROR yes"))
    assert seen(lines) == ["WARNING w", "ERROR e", "  more of it", "ERROR yes"]
    assert lines.row_of(lines.line_of(3)) == 3


def test_what_was_printed_by_a_moment_is_found_by_its_time(lines: LogLines, printed: Printed) -> None:
    lines.take(printed.more(*(f"line {number}" for number in range(100))))
    lines.sift(Sieve(until="2026-11-24T11:47:48.500Z"))
    assert seen(lines) == [f"line {number}" for number in range(10)]


def test_errors_are_gone_to_forward_and_back_past_what_is_not_seen(lines: LogLines, printed: Printed) -> None:
    lines.take(printed.more("ERROR 0", "  more", "INFO", "ERROR 3"))
    lines.take(printed.more("ERROR 4", stream=ERR))
    lines.take(printed.more("INFO", "ERROR 6"))
    assert lines.errors == 4
    assert [lines.next_error(row) for row in (-1, 0, 3, 4, 6)] == [0, 3, 4, 6, -1]
    assert lines.next_error(6, backward=True) == 4
    assert lines.next_error(0, backward=True) == -1
    lines.sift(Sieve(streams=frozenset({OUT, NOTE})))
    assert [lines.line_of(lines.next_error(row)) for row in (0, 3)] == [3, 6]


def test_several_tries_stand_under_their_headings_whichever_grows(lines: LogLines, tmp_path: Path) -> None:
    one, two = Printed(tmp_path / "1.log", 1), Printed(tmp_path / "2.log", 2)
    lines.take(one.more("a"), headed=True)
    lines.take(two.more("ERROR c"), headed=True)
    lines.take(one.more("b"), headed=True)
    assert seen(lines) == ["Try 1", "a", "b", "Try 2", "ERROR c"]
    assert lines.next_error(-1) == 4
    lines.sift(Sieve(Level.ERROR))
    assert seen(lines) == ["Try 1", "Try 2", "ERROR c"]


def test_colours_left_on_colour_the_next_line_of_the_stream_only(lines: LogLines, printed: Printed) -> None:
    lines.take(printed.more("\x1b[31mred"))
    lines.take(printed.more("err", stream=ERR))
    lines.take(printed.more("still red\x1b[0m", "plain"))
    assert [bool(lines.line(number).spans) for number in range(4)] == [True, False, True, False]


def test_a_log_that_was_deleted_is_blank_and_no_error(lines: LogLines, printed: Printed) -> None:
    growth = printed.more("gone")
    printed.path.unlink()
    lines.take(growth)
    assert seen(lines) == [""]


def test_a_character_that_is_none_is_shown_escaped(lines: LogLines, printed: Printed) -> None:
    printed.path.write_bytes(b"2026-11-24T11:47:39.000Z out caf\xe9\n")
    growth = printed.tail.read()
    assert growth is not None
    lines.take(growth)
    assert seen(lines) == ["caf\\xe9"]
