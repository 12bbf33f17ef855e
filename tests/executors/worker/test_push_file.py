"""The form of `$FLOWDESK_PUSH`."""

from __future__ import annotations

import pytest

from flowdesk.executors.worker.push_file import parse, path_of
from flowdesk.executors.worker.refused import Refused


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("", []),
        ("a=1\n", [("a", "1")]),
        ("a=1", [("a", "1")]),
        ("a=1\n\nb = 2 \n", [("a", "1"), ("b", " 2 ")]),
        ("a=b=c\n", [("a", "b=c")]),
        ("a=x<<y\n", [("a", "x<<y")]),
        ("a=\n", [("a", "")]),
        ("a=1\na=2\n", [("a", "1"), ("a", "2")]),
        ("a<<END\nx\n\ny=1\nEND\nb=2\n", [("a", "x\n\ny=1"), ("b", "2")]),
        ("a<<END\nEND\n", [("a", "")]),
        ("a<<E=F\nx\nE=F\n", [("a", "x")]),
        ("정확도=값\n", [("정확도", "값")]),
    ],
)
def test_an_entry_is_a_line_or_a_block(text: str, entries: list[tuple[str, str]]) -> None:
    assert [entry[:2] for entry in parse(text)] == entries


def test_each_entry_knows_the_line_that_it_begins_in() -> None:
    assert [line for _, _, line in parse("a=1\n\nb<<END\nx\nEND\nc=1\n")] == [1, 3, 6]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a=1\noops\n", "line 2: expected key=value, found 'oops'"),
        ("a<<END\nx\n", "line 1: the block has no line 'END' to end it"),
    ],
)
def test_what_is_neither_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(Refused, match=message):
        parse(text)


def test_paths_are_in_the_folder_for_temporary_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", "/elsewhere")
    assert path_of("1234") == "/elsewhere/flowdesk-push-1234"
