from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.cli.annotations import annotation
from flowdesk.errors import Place, Problem, Related, Severity

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder; no runner of GitHub's is there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    return tmp_path


def read(line: str) -> tuple[str, dict[str, str], str]:
    """Read a command as the runner does: its name, properties and data."""
    assert line.startswith("::")
    assert "\n" not in line
    head, data = line[2:].split("::", 1)
    name, _, properties = head.partition(" ")
    pairs = (pair.split("=", 1) for pair in properties.split(","))
    return name, {key: _unescaped(value, ":,") for key, value in pairs}, _unescaped(data, "")


def _unescaped(text: str, more: str) -> str:
    for character in ("\r", "\n", *more, "%"):
        text = text.replace(f"%{ord(character):02X}", character)
    return text


def test_a_problem_is_one_command_with_its_place_and_code(here: Path) -> None:
    name, properties, data = read(
        annotation(Problem("FD207", "no task 'b'", Place(str(here / "a.toml"), 2, 10, 2, 13)))
    )
    assert name == "error"
    assert properties == {
        "file": "a.toml",
        "line": "2",
        "endLine": "2",
        "col": "10",
        "endColumn": "13",
        "title": "FD207",
    }
    assert data == "a.toml:2:10: no task 'b'"


@pytest.mark.parametrize(
    ("severity", "command"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "notice")],
)
def test_each_weight_has_its_command(severity: Severity, command: str) -> None:
    assert read(annotation(Problem("X", "m", Place("a", 1, 1, 1, 2), severity)))[0] == command


def test_nothing_in_a_name_or_sentence_can_break_out_of_the_command(here: Path) -> None:
    place = Place(str(here / "a,b:c%2C=d::\n.toml"), 1, 1, 1, 2)
    name, properties, data = read(annotation(Problem("X", "50%0A of ::error::x\r\nb", place)))
    assert name == "error"
    assert properties["file"] == "a,b:c%2C=d::\n.toml"
    assert "50%0A of ::error::x" in data
    assert "\n" not in data


def test_suggestion_and_other_end_are_lines_of_the_same_command(here: Path) -> None:
    other = Related("pushed here", Place(str(here / "b.toml"), 9, 1, 9, 2))
    place = Place(str(here / "a.toml"), 1, 1, 1, 2)
    data = read(annotation(Problem("X", "m", place, suggestion="did you mean 'k'?", related=(other,))))[2]
    assert data.split("\n") == ["a.toml:1:1: m", "did you mean 'k'?", "b.toml:9: pushed here"]


def test_a_place_over_lines_has_no_columns() -> None:
    properties = read(annotation(Problem("X", "m", Place("a", 1, 5, 3, 2))))[1]
    assert properties.keys() == {"file", "line", "endLine", "title"}


def test_files_are_counted_from_the_workspace(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(here.parent))
    properties = read(annotation(Problem("X", "m", Place(str(here / "a.toml"), 1, 1, 1, 2))))[1]
    assert properties["file"] == f"{here.name}/a.toml"


def test_a_file_outside_keeps_its_path() -> None:
    assert read(annotation(Problem("X", "m", Place("/p/a.toml", 1, 1, 1, 2))))[1]["file"] == "/p/a.toml"
