from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui import log_tail
from flowdesk.gui.log.log_lines import LogLines
from flowdesk.gui.log_tail import LogTail

if TYPE_CHECKING:
    from pathlib import Path

AT = "2026-11-24T11:47:39.123Z"


class Shown:
    """A log, read to its end each time it is asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.tail = LogTail(path)
        self.lines = LogLines()
        self.reads = 0

    @property
    def texts(self) -> list[str]:
        while growth := self.tail.read():
            self.reads += 1
            self.lines.take(growth)
        return [self.lines.line(number).text for number in range(self.lines.lines)]


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    return Shown(tmp_path / "1.log")


def test_a_log_that_is_not_there_yet_is_empty(shown: Shown) -> None:
    assert shown.texts == []
    shown.path.write_text("hello\n")
    assert shown.texts == ["hello"]


def test_only_what_was_added_is_read(shown: Shown) -> None:
    shown.path.write_text("one\n")
    assert shown.texts == ["one"]
    with shown.path.open("a") as file:
        file.write("two\n")
    growth = shown.tail.read()
    assert growth is not None
    assert (growth.kept, len(growth.starts)) == (1, 1)
    assert shown.tail.read() is None


def test_a_line_that_is_being_written_waits_for_its_end(shown: Shown) -> None:
    shown.path.write_text(f"{AT} out one\n{AT} out tw")
    assert shown.texts == ["one"]
    with shown.path.open("a") as file:
        file.write("o\n")
    assert shown.texts == ["one", "two"]


def test_a_line_without_a_time_is_shown_while_it_grows(shown: Shown) -> None:
    shown.path.write_bytes("값".encode()[:2])
    assert len(shown.texts) == 1
    shown.path.write_bytes("값 one".encode())
    assert shown.texts == ["값 one"]
    shown.path.write_bytes("값 one\ntwo".encode())
    assert shown.texts == ["값 one", "two"]


def test_a_long_log_is_read_in_pieces_and_told_to_have_more(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_tail, "CHUNK", 1000)
    lines = [f"line {number:05}" for number in range(2000)]
    shown.path.write_text("".join(f"{AT} out {line}\n" for line in lines))
    shown.tail.read()
    assert shown.tail.has_more
    shown = Shown(shown.path)
    assert shown.texts == lines
    assert shown.reads > 50
    assert not shown.tail.has_more


def test_a_log_that_was_emptied_is_read_from_its_beginning(shown: Shown) -> None:
    shown.path.write_text("a long first line\n")
    assert shown.texts == ["a long first line"]
    shown.path.write_text("new\n")
    assert shown.texts == ["new"]


def test_where_more_and_more_is_left_out_all_after_it_is_found_anew(shown: Shown) -> None:
    def write(left_out: int, *after: str) -> None:
        cut = f"{AT} cut {left_out} bytes in 9 lines are left out here: a log keeps its first 8\n"
        shown.path.write_text(f"{AT} out head\n{cut}" + "".join(f"{AT} out {line}\n" for line in after))

    write(0, "a", "b", "c")
    assert shown.texts == ["head", "a", "b", "c"]
    write(10, "b", "c", "d")
    told = "flowdesk: 10 bytes in 9 lines are left out here: a log keeps its first 8"
    assert shown.texts == ["head", told, "b", "c", "d"]
    write(70, "ccc", "ddd")
    assert shown.texts == ["head", told.replace("10", "70", 1), "ccc", "ddd"]
