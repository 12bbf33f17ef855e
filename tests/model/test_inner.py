"""A pipeline that a task runs is read too; one that is missing, broken or runs itself is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.model.reader import read
from tests.model.test_includes import read_files, told

if TYPE_CHECKING:
    from pathlib import Path

RUNS = "[tasks.a]\npipeline = '{}'\n"


def test_the_inner_pipeline_is_known_by_the_path_that_the_task_has(tmp_path: Path) -> None:
    document = read_files(tmp_path, p=RUNS.format("sub/q.toml"), sub__q="[tasks.b]\nbash = 'true'")
    assert document.problems == []
    inner = document.inner["sub/q.toml"].pipeline
    assert inner is not None
    assert list(inner.tasks) == ["b"]


def test_the_path_may_be_a_template_that_only_a_run_knows(tmp_path: Path) -> None:
    assert told(tmp_path, p=RUNS.format("{{ params.which }}.toml")) == []


@pytest.mark.parametrize(
    ("texts", "problem"),
    [
        ({"p": RUNS.format("qq.toml")}, "FD212 p.toml:2:12: there is no file 'qq.toml'"),
        (
            {"p": RUNS.format("q.toml"), "q": "[tasks.b]\nbsh = 1"},
            "FD215 p.toml:2:12: the pipeline 'q.toml' has a problem: unknown field 'bsh' in task 'b'",
        ),
        (
            {"p": RUNS.format("q.toml"), "q": RUNS.format("p.toml")},
            (
                "FD215 p.toml:2:12: the pipeline 'q.toml' has a problem: "
                "pipelines run one another in a circle: p.toml → q.toml → p.toml"
            ),
        ),
        (
            {"p": RUNS.format("p.toml")},
            "FD303 p.toml:2:12: pipelines run one another in a circle: p.toml → p.toml",
        ),
    ],
)
def test_what_is_wrong_with_an_inner_pipeline_is_told(
    tmp_path: Path, texts: dict[str, str], problem: str
) -> None:
    assert problem in told(tmp_path, **texts)


def test_the_nearest_file_is_suggested(tmp_path: Path) -> None:
    document = read_files(tmp_path, p=RUNS.format("repots.toml"), reports="[tasks.b]")
    assert document.problems[0].suggestion == "did you mean 'reports.toml'?"


def test_two_tasks_may_run_the_same_pipeline(tmp_path: Path) -> None:
    text = "[tasks.a]\npipeline = 'q.toml'\n[tasks.b]\npipeline = './q.toml'"
    (tmp_path / "q.toml").write_text("[tasks.c]")
    document = read(tmp_path / "p.toml", text=text)
    assert document.inner["q.toml"] is document.inner["./q.toml"]
