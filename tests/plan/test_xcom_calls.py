"""What the code pushes and pulls is what the file declares, or that is told with both ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plan.files import codes, only_problem, underlined

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """
    [tasks."g.a"]
    bash = "true"
    push.accuracy = "float"
    returns = "int"
    [tasks.b]
    python = "jobs:work"
    push.best = "float"
    pull.accuracy = "g.a:accuracy"
"""


def code(folder: Path, body: str) -> Path:
    (folder / "jobs.py").write_text(f"def work(ti):\n    {body}\n")
    return folder


@pytest.mark.parametrize(
    "body",
    [
        "ti.xcom_push(key='best', value=1.0)",
        "ti.xcom_pull(task_ids='g.a', key='accuracy')",
        "ti.xcom_pull(task_ids=['g.a'], key='accuracy')",
        "ti.xcom_pull(key='best')",
        "ti.xcom_pull(task_ids='b', key='best')",
        "ti.xcom_pull(task_ids=which(), key='best')",
    ],
)
def test_what_the_file_declares_is_no_problem(tmp_path: Path, body: str) -> None:
    assert codes(TEXT, code(tmp_path, body)) == []


def test_a_push_that_is_not_declared_is_told_with_both_ends(tmp_path: Path) -> None:
    problem = only_problem(TEXT, "FD607", code(tmp_path, "ti.xcom_push(key='bets', value=1.0)"))
    assert problem.message == "the code pushes 'bets', which 'b' does not declare"
    assert problem.suggestion == "did you mean 'best'?"
    assert underlined(TEXT, problem.place) == '"jobs:work"'
    assert str(problem.related[0].place) == f"{tmp_path / 'jobs.py'}:2:5"


def test_a_push_like_no_other_gets_the_line_to_add(tmp_path: Path) -> None:
    problem = only_problem(TEXT, "FD607", code(tmp_path, "ti.xcom_push(key='rows', value=1.0)"))
    assert problem.suggestion == 'declare it under [tasks.b] with its type: push = { rows = "any" }'


@pytest.mark.parametrize(
    ("call", "hint"),
    [
        ("task_ids='g.a', key='acuracy'", "did you mean the key 'accuracy'?"),
        ("task_ids='g.a'", 'add to [tasks.b]: pull.a = "g.a:return_value"'),
        ("task_ids='a', key='accuracy'", "did you mean the task 'g.a'?"),
        ("task_ids=['g.a', 'zzz'], key='accuracy'", "there is no task 'zzz'"),
    ],
)
def test_a_pull_that_the_file_does_not_say_is_told_with_a_way_out(
    tmp_path: Path, call: str, hint: str
) -> None:
    problem = only_problem(TEXT, "FD608", code(tmp_path, f"ti.xcom_pull({call})"))
    assert problem.suggestion == hint


def test_a_pull_of_no_task_means_the_tasks_own(tmp_path: Path) -> None:
    problem = only_problem(TEXT, "FD608", code(tmp_path, "ti.xcom_pull(key='accuracy')"))
    assert problem.suggestion == "name the task: task_ids='g.a'"


def test_tasks_that_share_a_function_are_told_each(tmp_path: Path) -> None:
    text = TEXT + '    [tasks.c]\n    python = "jobs:work"\n    push.bets = { type = "float", show = true }\n'
    problem = only_problem(text, "FD607", code(tmp_path, "ti.xcom_push(key='bets', value=1)"))
    assert problem.message == "the code pushes 'bets', which 'b' does not declare"
