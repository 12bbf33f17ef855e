from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from flowdesk.cli.walk import find
from flowdesk.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

PIPELINE = '[pipeline]\nname = "p"\n[tasks.a]\nbash = "true"\n'
PART = '[tasks.a]\nbash = "true"\n'


def written(folder: Path, **texts: str) -> Path:
    """Files in a folder, `a__b` for a/b.toml."""
    for name, text in texts.items():
        path = folder / (name.replace("__", "/") + ".toml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def names(folder: Path, *paths: Path | str, all_named: bool = True) -> list[str]:
    found = find([str(path) for path in paths or (folder,)], all_named=all_named)
    return [os.path.relpath(file.path, folder) for file in found]


def test_a_folder_stands_for_its_pipelines_at_any_depth(tmp_path: Path) -> None:
    written(tmp_path, b=PIPELINE, a=PIPELINE, deep__er__c=PART)
    assert names(tmp_path) == ["a.toml", "b.toml", "deep/er/c.toml"]


@pytest.mark.parametrize(
    "text",
    [
        PIPELINE,
        '["tasks"."a.b"]\nbash = "true"\n',
        ' [ pipeline ]\nname = "p"\n',
        'tasks.a.bash = "true"\n',
        'pipeline = { name = "p" }\n',
        '# comment\r\n[tasks.a]\r\nbash = "true"\r\n',
        "[tasks.a]\nthis is no TOML",
    ],
)
def test_a_pipeline_is_known_by_its_tables(tmp_path: Path, text: str) -> None:
    written(tmp_path, a=text)
    assert names(tmp_path) == ["a.toml"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        '[project]\nname = "p"\n',
        "[tool.x]\ntasks = 3\n",
        '[[tasks]]\nname = "x"\n',
        "[tasks_of_mine]\nx = 1\n",
        "# [tasks.a]\nx = 1\n",
    ],
)
def test_other_toml_is_passed_over(tmp_path: Path, text: str) -> None:
    written(tmp_path, a=text, b=PIPELINE)
    assert names(tmp_path) == ["b.toml"]


def test_what_is_hidden_installed_or_of_other_programs_is_passed_over(tmp_path: Path) -> None:
    written(tmp_path, a=PIPELINE, pyproject=PIPELINE, pixi=PART)
    for folder in (".venv", "node_modules", ".git", "env"):
        written(tmp_path / folder / "inside", b=PIPELINE)
    (tmp_path / "env" / "pyvenv.cfg").touch()
    written(tmp_path, **{".hidden": PIPELINE})
    assert names(tmp_path) == ["a.toml"]


def test_a_hidden_folder_that_is_named_is_looked_into(tmp_path: Path) -> None:
    written(tmp_path, **{".hidden__a": PIPELINE})
    assert names(tmp_path, tmp_path / ".hidden") == [".hidden/a.toml"]


def test_a_named_file_is_meant_whatever_it_holds(tmp_path: Path) -> None:
    assert names(tmp_path, tmp_path / "none.toml", tmp_path / "pyproject.toml") == [
        "none.toml",
        "pyproject.toml",
    ]


def test_no_file_is_checked_twice(tmp_path: Path) -> None:
    written(tmp_path, a=PIPELINE, b=PIPELINE)
    found = names(tmp_path, tmp_path / "b.toml", tmp_path, tmp_path / "x" / ".." / "a.toml")
    assert found == ["b.toml", "a.toml"]


def test_a_folder_without_pipelines_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no pipeline in "):
        find([str(tmp_path)])


def test_of_named_files_only_pipelines_can_be_asked_for(tmp_path: Path) -> None:
    written(tmp_path, a=PIPELINE, b="x = 1\n", part=PART, pyproject=PIPELINE)
    files = sorted(tmp_path.iterdir())
    assert names(tmp_path, *files, tmp_path / "gone.toml", all_named=False) == ["a.toml"]


def test_a_file_that_cannot_be_read_is_no_pipeline(tmp_path: Path) -> None:
    written(tmp_path, a=PIPELINE)
    (tmp_path / "link.toml").symlink_to("nowhere")
    (tmp_path / "folder.toml").mkdir()
    os.mkfifo(tmp_path / "pipe.toml")
    assert names(tmp_path) == ["a.toml"]
