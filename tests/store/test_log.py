from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.store import log
from flowdesk.store.log import LogReader, last_lines
from flowdesk.store.log_line import Line, plain

if TYPE_CHECKING:
    from pathlib import Path

AT = "2026-11-24T11:47:39.123Z"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "1.log"


def add(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def test_a_log_that_is_not_there_yet_is_empty(path: Path) -> None:
    reader = LogReader(path)
    assert list(reader.lines()) == []
    assert last_lines(path, 3) == []
    add(path, f"{AT} out a\n")
    assert list(reader.lines()) == [Line("out", "a", AT)]


def test_each_line_has_its_stream_and_its_time(path: Path) -> None:
    add(path, f"{AT} out 정확도 0.5\n{AT} err \n{AT} flowdesk exit code 1\n")
    assert list(LogReader(path).lines()) == [
        Line("out", "정확도 0.5", AT),
        Line("err", "", AT),
        Line("flowdesk", "exit code 1", AT),
    ]


def test_a_line_that_goes_on_is_not_whole(path: Path) -> None:
    add(path, f"{AT} out+ 10%\n{AT} err oh\n{AT} out  20%\n")
    lines = list(LogReader(path).lines())
    assert [line.is_whole for line in lines] == [False, True, True]
    assert "".join(line.shown for line in lines) == "10%oh\n 20%\n"


def test_a_half_written_last_line_comes_when_it_is_whole(path: Path) -> None:
    reader = LogReader(path)
    add(path, f"{AT} out a\n{AT[:13]}")
    assert [line.text for line in reader.lines()] == ["a"]
    add(path, f"{AT[13:]} out b")
    assert list(reader.lines()) == []
    add(path, "c\n")
    assert [line.text for line in reader.lines()] == ["bc"]


def test_at_the_end_a_half_written_line_is_told_too(path: Path) -> None:
    add(path, f"{AT} out a\n{AT} out b")
    assert list(LogReader(path).lines(to_the_end=True))[1:] == [Line("out", "b", AT, is_whole=False)]


def test_a_log_from_before_lines_had_times_is_read_as_it_is(path: Path) -> None:
    add(path, "hello\n\nflowdesk: exit code 1\nno end")
    lines = list(LogReader(path).lines())
    assert lines[0] == Line("out", "hello")
    assert "".join(line.shown for line in lines) == path.read_text("utf-8")


def test_bytes_that_are_no_text_are_escaped(path: Path) -> None:
    path.write_bytes(AT.encode() + b" out \xff\x00\r\x1b[0m\n")
    assert [line.text for line in LogReader(path).lines()] == ["\\xff\x00\r\x1b[0m"]


def test_a_log_that_was_emptied_is_read_from_its_beginning(path: Path) -> None:
    reader = LogReader(path)
    add(path, "a long first line\n")
    list(reader.lines())
    path.write_text("new\n")
    assert [line.text for line in reader.lines()] == ["new"]


def cut_log(kept: range, left_out: int) -> str:
    """A log of numbered lines of 32 bytes whose middle is left out."""
    tail = "".join(f"{AT} out {number:02}\n" for number in kept)
    return f"{AT} out 00\n{AT} cut {left_out * 32} bytes are left out here\n{tail}"


def numbers(reader: LogReader) -> list[str]:
    return [line.text for line in reader.lines()]


def test_a_reader_keeps_its_place_while_more_of_the_middle_is_left_out(path: Path) -> None:
    reader = LogReader(path)
    add(path, cut_log(range(2, 6), 1))
    assert numbers(reader) == ["00", "32 bytes are left out here", "02", "03", "04", "05"]
    path.write_text(cut_log(range(5, 9), 4))
    assert numbers(reader) == ["06", "07", "08"]
    path.write_text(cut_log(range(20, 22), 19))
    assert numbers(reader) == ["608 bytes are left out here", "20", "21"]


def test_a_reader_that_skips_keeps_its_place_too(path: Path) -> None:
    reader = LogReader(path)
    add(path, cut_log(range(2, 8), 1))
    assert reader.skip(64) > 0
    assert reader.skip(64) == 0
    assert numbers(reader) == ["07"]
    path.write_text(cut_log(range(6, 9), 5))
    assert numbers(reader) == ["08"]


def test_a_long_log_is_read_in_pieces_of_whole_lines(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(path, "".join(f"{AT} out {number}\n" for number in range(20_000)))
    monkeypatch.setattr(log, "CHUNK", 1000)
    assert numbers(LogReader(path)) == [str(number) for number in range(20_000)]


def test_the_last_lines_are_found_without_the_rest(path: Path) -> None:
    add(path, "".join(f"{AT} out {number}\n" for number in range(20_000)))
    assert [line.text for line in last_lines(path, 2)] == ["19998", "19999"]
    assert len(last_lines(path, 1000, within=320)) < 10


def test_a_piece_is_told_as_the_task_printed_it() -> None:
    data = f"{AT} out+ 10%\n{AT} out \r20%\n{AT} flowdesk exit code 1\n\nold\n{AT} out ha".encode()
    assert plain(data) == b"10%\r20%\nflowdesk: exit code 1\n\nold\n" + f"{AT} out ha".encode()
