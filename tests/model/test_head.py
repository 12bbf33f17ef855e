from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.model.head import Head, pipelines_in, read_head

if TYPE_CHECKING:
    from pathlib import Path


def test_name_and_description_are_read(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text('[pipeline]\nname = "Über"\ndescription = """Two\n  lines"""\n[tasks.t]\nbash = "x"\n')
    assert read_head(path) == Head(path, "Über", "Two lines")


def test_without_a_name_it_is_called_as_its_file(tmp_path: Path) -> None:
    path = tmp_path / "daily.toml"
    path.write_text("[tasks.t]\n")
    assert read_head(path) == Head(path, "daily", "")


@pytest.mark.parametrize(
    "content", [b"", b"[tasks", b"\xff\xfe", b"tasks = 1", b"[project]\nname = 'x'", b"a = " + b"[" * 5000]
)
def test_what_is_no_pipeline_has_no_head(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "p.toml"
    path.write_bytes(content)
    assert read_head(path) is None
    assert read_head(tmp_path / "gone.toml") is None


def test_wrong_types_in_the_head_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text("pipeline = { name = 1, description = [] }\n[tasks.t]\n")
    assert read_head(path) == Head(path, "p", "")


def test_a_folder_is_looked_through_but_not_what_tools_made_in_it(tmp_path: Path) -> None:
    for place in ("b.toml", "a.toml", "deep/c.toml", ".venv/d.toml", "node_modules/e.toml", "pyproject.toml"):
        path = tmp_path / place
        path.parent.mkdir(exist_ok=True)
        path.write_text("[tasks.t]\n")
    found = [head.path.relative_to(tmp_path).as_posix() for head in pipelines_in(tmp_path)]
    assert found == ["a.toml", "b.toml", "deep/c.toml"]
