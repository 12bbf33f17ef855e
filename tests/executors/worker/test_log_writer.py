from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.worker import log_writer
from flowdesk.executors.worker.log_writer import ERR, NOTE, OUT, PATIENCE, LogWriter
from flowdesk.store.log import LogReader
from flowdesk.store.log_line import Line

if TYPE_CHECKING:
    from pathlib import Path

AT = "1970-01-01T00:16:40.250Z"


class Clock:
    """A clock that a test sets."""

    now = 1000.25

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a folder" / "1.log"


@pytest.fixture
def writer(path: Path, clock: Clock) -> LogWriter:
    return LogWriter(str(path), ["geheim"], clock)


def test_every_line_has_its_time_and_stream(writer: LogWriter, path: Path) -> None:
    writer.feed(OUT, b"one\ntwo\n")
    writer.feed(ERR, b"\n")
    writer.feed(NOTE, b"exit code 1\n")
    assert path.read_text() == (
        f"{AT} out one\n{AT} out two\n{AT} err \n{AT} flowdesk exit code 1\n"
    )  # at once, before it is closed
    assert not writer.holds
    assert writer.due is None
    writer.close()


def test_lines_of_two_streams_do_not_mix(writer: LogWriter, path: Path) -> None:
    writer.feed(OUT, b"a")
    writer.feed(ERR, b"b\n")
    writer.feed(OUT, b"c\n")
    writer.close()
    assert path.read_text() == f"{AT} err b\n{AT} out ac\n"


def test_a_line_that_stays_unfinished_is_written_after_a_while(
    writer: LogWriter, path: Path, clock: Clock
) -> None:
    writer.feed(OUT, b"Are you sure?")
    writer.write_due()
    assert (path.read_text(), writer.due) == ("", clock.now + PATIENCE)
    clock.now += PATIENCE
    writer.write_due()
    assert [line.text for line in LogReader(path).lines()] == ["Are you sure?"]
    writer.feed(OUT, b" yes\n")
    writer.close()
    assert "".join(line.shown for line in LogReader(path).lines()) == "Are you sure? yes\n"


def test_a_clock_that_is_set_back_keeps_no_line_back(writer: LogWriter, path: Path, clock: Clock) -> None:
    writer.feed(OUT, b"unfinished")
    clock.now -= 100_000
    writer.write_due()
    assert "unfinished" in path.read_text()
    writer.close()


def test_a_last_line_without_an_end_is_told_as_such(writer: LogWriter, path: Path) -> None:
    writer.feed(OUT, b"no end")
    writer.close()
    assert list(LogReader(path).lines()) == [Line("out", "no end", AT, is_whole=False)]


def test_bytes_are_kept_whatever_they_are(writer: LogWriter, path: Path) -> None:
    garbage = bytes(range(256)).replace(b"\n", b"")
    writer.feed(OUT, garbage + b"\n")
    writer.close()
    assert path.read_bytes() == AT.encode() + b" out " + garbage + b"\n"


def test_a_line_of_any_length_is_kept(writer: LogWriter, path: Path) -> None:
    for _ in range(40):
        writer.feed(OUT, b"x" * 10_000)
    writer.feed(OUT, b"\nnext\n")
    writer.close()
    lines = list(LogReader(path).lines())
    assert max(len(line.text) for line in lines) < 80_000
    assert "".join(line.shown for line in lines) == "x" * 400_000 + "\nnext\n"


def test_secrets_are_masked_also_when_they_come_in_pieces(writer: LogWriter, path: Path) -> None:
    writer.feed(OUT, b"token: geh")
    writer.feed(ERR, b"geheim\n")
    writer.feed(OUT, b"eim\n")
    writer.close()
    assert path.read_text() == f"{AT} err ***\n{AT} out token: ***\n"


def test_an_unfinished_line_shows_no_half_of_a_secret(writer: LogWriter, path: Path, clock: Clock) -> None:
    writer.feed(OUT, b"token: geh")
    clock.now += PATIENCE
    writer.write_due()
    assert writer.holds
    writer.feed(OUT, b"eim\n")
    writer.close()
    assert path.read_text().count("***") == 1
    assert "geh" not in path.read_text()


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Logs keep their first 1,000 and their last 500 bytes."""
    monkeypatch.setattr(log_writer, "HEAD", 1000)
    monkeypatch.setattr(log_writer, "TAIL", 500)


@pytest.mark.usefixtures("small")
def test_of_a_log_that_grows_too_long_head_and_tail_are_kept(writer: LogWriter, path: Path) -> None:
    for number in range(10_000):
        writer.feed(OUT, b"%05d\n" % number)
    writer.feed(NOTE, b"killed by SIGKILL\n")
    writer.close()
    lines = [line.text for line in LogReader(path).lines()]
    assert path.stat().st_size < 1000 + 500 + 200
    head = lines.index("00028")  # 29 lines of 35 bytes
    assert lines[: head + 1] == [f"{number:05}" for number in range(29)]
    assert lines[-2:] == ["09999", "killed by SIGKILL"]
    kept = len(lines) - 2
    assert lines[head + 1].startswith(f"{(10_000 - kept) * 35} bytes in {10_000 - kept} lines are left out")


@pytest.mark.usefixtures("small")
def test_a_log_that_grows_too_long_can_be_followed(writer: LogWriter, path: Path, clock: Clock) -> None:
    reader, seen = LogReader(path), []
    for number in range(300):
        writer.feed(OUT, b"%05d\n" % number)
        if number % 7 == 0:
            clock.now += PATIENCE
            writer.write_due()
            seen += [line.text for line in reader.lines()]
    writer.close()
    seen += [line.text for line in reader.lines()]
    assert [text for text in seen if text.isdigit()] == [f"{number:05}" for number in range(300)]


@pytest.mark.usefixtures("small")
def test_a_log_just_over_its_head_has_all_its_lines(writer: LogWriter, path: Path) -> None:
    for number in range(35):
        writer.feed(OUT, b"%05d\n" % number)
    writer.close()
    assert [line.text for line in LogReader(path).lines()] == [f"{number:05}" for number in range(35)]
