"""A task and the pipeline that it runs agree on what goes in and comes out; else both places are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.test_includes import read_files

if TYPE_CHECKING:
    from pathlib import Path

INNER = """\
[pipeline.params]
day = "str"
epochs = { type = "int", default = 3, ge = 1, choices = [1, 3] }

[tasks.train]
bash = "true"
push.score = "float"
returns = "int | None"
"""


def told(folder: Path, fields: str) -> list[str]:
    text = f"[tasks.a]\nbash = 'true'\nreturns = 'str'\n[tasks.b]\npipeline = 'q.toml'\n{fields}"
    return [
        f"{p.code} {p.place.line}:{p.place.column} {p.message}"
        for p in read_files(folder, p=text, q=INNER).problems
    ]


@pytest.mark.parametrize(
    "fields",
    [
        "params = { day = 'monday' }",
        "params = { day = 'monday', epochs = 1 }",
        "params = { day = '{{ ds }}', epochs = '{{ params.epochs }}' }",
        "pull.day = 'a'",
        "expand.day = ['monday', 'tuesday']",
        "pull.day = 'a'\npush.best = { type = 'float', from = 'train:score' }",
        "pull.day = 'a'\npush.best = { type = 'int | None', from = 'train' }",
    ],
)
def test_both_sides_agree(tmp_path: Path, fields: str) -> None:
    assert told(tmp_path, fields) == []


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ("", "FD103 5:12 'q.toml' requires the param 'day', which nothing gives it"),
        ("params = { day = 'x', dya = 'x' }", "FD217 6:23 'q.toml' has no param 'dya'"),
        ("pull.day = 'a'\npull.dya = 'a'", "FD217 7:6 'q.toml' has no param 'dya'"),
        ("params = { day = 1 }", "FD408 6:18 'day' is str in 'q.toml': expected str, got int 1"),
        (
            "params = { day = 'x', epochs = 0 }",
            "FD408 6:32 'epochs' is int in 'q.toml': must be at least 1, and is 0",
        ),
        ("params = { day = 'x', epochs = 2 }", "FD408 6:32 'epochs' is none of the choices 1, 3"),
        (
            "pull.day = 'a'\npush.best = { type = 'float', from = 'trian:score' }",
            "FD207 7:38 'q.toml' has no task 'trian'",
        ),
        (
            "pull.day = 'a'\npush.best = { type = 'float', from = 'train:scor' }",
            "FD209 7:38 'train' in 'q.toml' does not push 'scor'",
        ),
        (
            "pull.day = 'a'\npush.best = { type = 'int', from = 'train' }",
            "FD408 7:22 None is no int",
        ),
    ],
)
def test_where_they_do_not_agree_is_told(tmp_path: Path, fields: str, problem: str) -> None:
    (found,) = told(tmp_path, fields)
    if problem.startswith("FD408 7"):
        assert found.startswith("FD408 7:22")
    else:
        assert found == problem
