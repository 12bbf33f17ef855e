"""A file that cannot be read as text or as TOML says so in one sentence, at its place."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.model.reader import read

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65534


def told(path: Path, text: str | None = None) -> tuple[str, str, str | None]:
    """The code, the place with its sentence, and the way out, of the only problem."""
    document = read(path, text=text)
    (problem,) = document.problems
    assert document.pipeline is None or document.losses.is_partial
    assert problem.place.file == str(path)
    return problem.code, f"{problem.place.line}:{problem.place.column} {problem.message}", problem.suggestion


def test_a_missing_file(tmp_path: Path) -> None:
    assert told(tmp_path / "none.toml") == ("FD001", "1:1 there is no such file", None)


def test_a_folder(tmp_path: Path) -> None:
    assert told(tmp_path) == ("FD002", "1:1 this is a folder; a pipeline is one TOML file", None)


def test_a_path_through_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert told(tmp_path / "file" / "p.toml")[1] == "1:1 the file cannot be read: not a directory"


def test_a_path_with_a_nul(tmp_path: Path) -> None:
    assert told(tmp_path / "a\0b")[:1] == ("FD003",)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.toml")
    assert told(tmp_path / "p.toml") == ("FD003", "1:1 this is no ordinary file", None)


@contextmanager
def without_rights() -> Iterator[None]:
    """Be the user nobody where the tests run as root, who may read everything."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "p.toml").touch(mode=0)
    read(tmp_path)  # what is imported when first needed may lie where nobody may read
    with without_rights():
        complaint = told(tmp_path / "p.toml")[1]
    assert complaint == "1:1 the file cannot be read: permission denied"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"a = 1\nb = '\xff'", "2:6 byte 0xff at offset 11 is not UTF-8"),
        ("b = '가".encode() + b"\xb0'", "1:7 byte 0xb0 at offset 8 is not UTF-8"),
        (b"\xef\xbb\xbf\xb0", "1:1 byte 0xb0 at offset 3 is not UTF-8"),
        ("[tasks.a]".encode("utf-16"), "1:1 the file is UTF-16; TOML must be UTF-8"),
    ],
)
def test_bytes_that_are_not_utf8(tmp_path: Path, data: bytes, sentence: str) -> None:
    (tmp_path / "p.toml").write_bytes(data)
    assert told(tmp_path / "p.toml") == ("FD004", sentence, "save the file as UTF-8")


@pytest.mark.parametrize("text", ["", "  \n\t\n", "\ufeff"])
def test_an_empty_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "p.toml").write_text(text)
    assert told(tmp_path / "p.toml") == ("FD005", "1:1 the file is empty", None)


def test_a_file_of_comments_has_no_tasks(tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text("# nothing yet\n")
    assert told(tmp_path / "p.toml")[:2] == ("FD106", "1:1 the file has no tasks")


def test_a_byte_order_mark_and_windows_line_ends_are_no_problem(tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_bytes(b"\xef\xbb\xbf[tasks.a]\r\nbash = 'x'\r\nretries = -1\r\n")
    assert told(tmp_path / "p.toml")[:2] == ("FD104", "3:11 'retries' must be at least 0")


@pytest.mark.parametrize(
    ("text", "sentence", "way_out"),
    [
        ("a = ", "1:5 a value must stand here", None),
        ("a = true1", "1:9 nothing more may follow on this line", "one field per line; # begins a comment"),
        ("a = bash", "1:5 a value must stand here", 'put it in quotes: "bash"'),
        ("a = 1\n a = 2", "2:2 this field already has a value", "write it once"),
        (
            "[a]\n[a]",
            "2:1 there is this table already",
            "put its fields together in one of the two places",
        ),
        ("a = {b = 1, b = 2}", "1:18 this field is written twice in the same braces", "write it once"),
        ("a = [1,\n2", "2:2 this list is not closed: ',' or ']' must follow", None),
        ('a = "x', "1:7 this text is not closed by quotes", None),
        ("a", "1:2 after a key there must be '=' and a value", None),
        ("[a", "1:3 this table's header is not closed", None),
        (
            "다 = 1",
            "1:1 a line must begin with a key or a [table]",
            'a name with letters other than A-Z needs quotes: "다"',
        ),
        (
            "[tasks.다]",
            "1:8 a key must stand here",
            'a name with letters other than A-Z needs quotes: "다"',
        ),
        (
            'a = "C:\\Users"',
            "1:10 this escape needs hexadecimal digits",
            'write "\\\\" for a backslash, or put the text in single quotes',
        ),
        ("a = 2020-02-30", "1:5 there is no such date or time", None),
        ("a = 2020-02-30T00:00:00", "1:5 there is no such date or time", None),
        ("\x00", "1:1 a line must begin with a key or a [table]", None),
    ],
)
def test_a_file_that_is_no_toml(text: str, sentence: str, way_out: str | None) -> None:
    assert told(Path("p.toml"), text) == ("FD006", sentence, way_out)


def test_lists_nested_absurdly_deep() -> None:
    code, sentence, _ = told(Path("p.toml"), "a = 1\nb = " + "[" * 100_000)
    assert (code, sentence) == ("FD007", "2:100004 lists or tables nested too deeply")


def test_a_huge_number() -> None:
    code, sentence, _ = told(Path("p.toml"), f"a = 1\nb = {'9' * 5000}")
    assert (code, sentence) == ("FD008", "2:5 this number is too long")


def test_a_huge_number_that_can_be_read_is_too_large_where_it_stands() -> None:
    code, sentence, _ = told(Path("p.toml"), f"[tasks.a]\nretries = 0x{'f' * 5000}")
    assert (code, sentence) == ("FD104", "2:11 'retries' must be at most 1,000,000")


def test_half_a_character_from_an_editor() -> None:
    code, sentence, _ = told(Path("p.toml"), "a = 1\nb = '\ud800'")
    assert (code, sentence) == ("FD004", "2:6 half of a character that UTF-8 cannot write")
