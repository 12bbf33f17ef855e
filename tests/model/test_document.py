"""A document knows in which of its files a field stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.model.reader import read

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.model.document import Document

MAIN = """\
include = "parts.toml"
[pools]
gpu = 2
[tasks.b]
bash = "true"
after = "a"
"""
PARTS = """\
[tasks.a]
bash = "true"
push.k = "list[int]"
[pools]
disk = 1
"""


@pytest.fixture
def document(tmp_path: Path) -> Document:
    (tmp_path / "p.toml").write_text(MAIN)
    (tmp_path / "parts.toml").write_text(PARTS)
    return read(tmp_path / "p.toml")


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        (("tasks", "a"), "parts.toml:1:8"),
        (("tasks", "a", "push", "k", "type"), "parts.toml:3:10"),
        (("pools", "disk"), "parts.toml:5:8"),
        (("pools", "gpu", "slots"), "p.toml:3:7"),
        (("tasks", "b", "after", 0), "p.toml:6:9"),
        (("include", 0), "p.toml:1:11"),
        (("tasks", "nowhere"), "p.toml:4:2"),
    ],
)
def test_a_field_is_found_in_the_file_that_has_it(
    document: Document, loc: tuple[str | int, ...], place: str
) -> None:
    assert document.problems == []
    assert str(document.place(loc)).endswith(f"/{place}")


def test_a_character_is_found_in_the_file_that_has_it(document: Document) -> None:
    place = document.place_in(("tasks", "a", "push", "k", "type"), 5)
    assert str(place).endswith("/parts.toml:3:16")


def test_all_its_files_are_known_its_own_first(document: Document) -> None:
    assert [file.name for file in document.files] == ["p.toml", "parts.toml"]


def test_the_task_of_a_line_is_one_of_its_own_file(document: Document) -> None:
    assert [document.task_at(line) for line in (1, 2, 4, 5, 6)] == [None, None, "b", "b", "b"]
