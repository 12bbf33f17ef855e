from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui import log_tail
from flowdesk.gui.log_tail import LogTail

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def text_of(tail: LogTail) -> str:
    """The next piece, as it is shown."""
    return "".join(line.shown for line in tail.read())


def test_a_log_that_is_not_there_yet_is_empty(tmp_path: Path) -> None:
    tail = LogTail(tmp_path / "1.log")
    assert text_of(tail) == ""
    (tmp_path / "1.log").write_text("hello\n")
    assert text_of(tail) == "hello\n"


def test_lines_are_told_with_times_and_streams(tmp_path: Path) -> None:
    path = tmp_path / "1.log"
    at = "2026-11-24T11:47:39.123Z"
    path.write_text(f"{at} out+ 10%\n{at} out \r20%\n{at} err oh\n{at} flowdesk exit code 1\n{at} out ha")
    lines = LogTail(path).read()
    assert [(line.stream, line.text, line.is_whole) for line in lines] == [
        ("out", "10%", False),
        ("out", "", True),
        ("out", "20%", True),
        ("err", "oh", True),
        ("flowdesk", "exit code 1", True),
    ]
    assert {line.at for line in lines} == {at}


def test_what_would_end_a_line_of_a_text_view_does_not(tmp_path: Path) -> None:
    path = tmp_path / "1.log"
    path.write_text("a\u2029b\u2028c\0d\n", "utf-8")
    assert text_of(LogTail(path)) == "a\u2424b\u2424c\u2400d\n"


def test_only_what_was_added_is_read(tmp_path: Path) -> None:
    path = tmp_path / "1.log"
    path.write_text("one\n")
    tail = LogTail(path)
    tail.read()
    with path.open("a") as file:
        file.write("two\n")
    assert text_of(tail) == "two\n"
    assert text_of(tail) == ""


def test_a_character_written_in_two_halves_is_read_whole(tmp_path: Path) -> None:
    path, data = tmp_path / "1.log", "값".encode()
    path.write_bytes(data[:2])
    tail = LogTail(path)
    assert text_of(tail) == ""
    path.write_bytes(data)
    assert text_of(tail) == "값"


def test_bytes_that_are_no_utf8_are_shown_escaped(tmp_path: Path) -> None:
    path = tmp_path / "1.log"
    path.write_bytes(b"caf\xe9\n")
    assert text_of(LogTail(path)) == "caf\\xe9\n"


def test_terminal_colours_are_left_out_even_when_cut_in_two(tmp_path: Path) -> None:
    path = tmp_path / "1.log"
    path.write_bytes(b"\x1b[32mok\x1b[0m \x1b[3")
    tail = LogTail(path)
    assert text_of(tail) == "ok "
    with path.open("ab") as file:
        file.write(b"1mred\x1b[0m\n")
    assert text_of(tail) == "red\n"


def test_a_progress_bar_drawn_over_itself_becomes_lines(tmp_path: Path) -> None:
    path = tmp_path / "1.log"
    path.write_bytes(b"10%\r20%\r\ndone\r")
    assert text_of(LogTail(path)) == "10%\n20%\ndone"


def test_of_a_huge_log_the_end_is_read_in_bounded_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_tail, "CHUNK", 1000)
    monkeypatch.setattr(log_tail, "BACKLOG", 5000)
    path = tmp_path / "1.log"
    path.write_text("".join(f"line {number:05}\n" for number in range(10_000)))
    tail = LogTail(path)
    pieces = [text_of(tail) for _ in range(6)]
    assert "left out" in pieces[0]
    assert max(map(len, pieces)) < 1000 + 200
    assert "".join(pieces).endswith("line 09999\n")
    assert "".join(pieces).splitlines()[1].startswith("line ")


def test_a_log_that_was_emptied_is_read_from_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "1.log"
    path.write_text("a long first line\n")
    tail = LogTail(path)
    tail.read()
    path.write_text("new\n")
    assert text_of(tail) == "new\n"
