"""A function takes what its task pulls, and gets what it requires."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plan.files import checked, only_problem, underlined

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """
    [tasks.a]
    bash = "true"
    returns = "int"
    [tasks.b]
    python = "jobs:work"
    pull.count = "a"
"""


@pytest.mark.parametrize(
    "parameters",
    [
        "count",
        "count, more=1",
        "*, count",
        "ti",
        "task_instance",
        "**kwargs",
        "count, *args, **kwargs",
        "count, ti, run_id, ds, ds_nodash, ts, logical_date",
        "count, dag, dag_run, task, map_index, data_interval_start, prev_start_date_success",
    ],
)
def test_a_function_that_takes_what_is_pulled_is_right(tmp_path: Path, parameters: str) -> None:
    (tmp_path / "jobs.py").write_text(f"def work({parameters}): pass\n")
    assert checked(TEXT, tmp_path).problems == []


@pytest.mark.parametrize(
    ("parameters", "hint"),
    [
        ("counts=0", "did you mean 'counts'?"),
        ("", "add 'count' to the function's parameters, or let it take 'ti'"),
    ],
)
def test_a_pulled_name_that_the_function_does_not_take_is_told(
    tmp_path: Path, parameters: str, hint: str
) -> None:
    (tmp_path / "jobs.py").write_text(f"\ndef work({parameters}): pass\n")
    problem = only_problem(TEXT, "FD605", tmp_path)
    assert problem.message == "the function 'work' has no parameter 'count'"
    assert problem.suggestion == hint
    assert underlined(TEXT, problem.place) == "count"
    assert str(problem.related[0].place) == f"{tmp_path / 'jobs.py'}:2:1"


@pytest.mark.parametrize(
    "parameters", ["count, connection", "count, *, connection", "ti, connection, **kwargs"]
)
def test_a_required_parameter_that_nothing_fills_is_told(tmp_path: Path, parameters: str) -> None:
    (tmp_path / "jobs.py").write_text(f"def work({parameters}): pass\n")
    problem = only_problem(TEXT, "FD606", tmp_path)
    assert problem.message == "the function 'work' requires 'connection', which nothing gives it"
    assert problem.suggestion is not None
    assert problem.suggestion.startswith('pull it: pull.connection = "task:key"')
    assert underlined(TEXT, problem.place) == '"jobs:work"'


def test_a_parameter_by_position_only_cannot_be_filled(tmp_path: Path) -> None:
    (tmp_path / "jobs.py").write_text("def work(count, /, **kwargs): pass\n")
    problem = only_problem(TEXT, "FD606", tmp_path)
    assert problem.message == "the function 'work' takes 'count' by position only"


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("def other(): pass", "FD602"),
        ("def work(:", "FD603"),
        ("async def work(count): pass", "FD604"),
    ],
)
def test_a_function_that_cannot_be_called_is_told_once(tmp_path: Path, code: str, found: str) -> None:
    (tmp_path / "jobs.py").write_text(f"{code}\n")
    only_problem(TEXT, found, tmp_path)


def test_a_module_that_does_not_exist_is_told(tmp_path: Path) -> None:
    only_problem(TEXT, "FD601", tmp_path)


def test_a_function_that_only_running_would_tell_is_believed(tmp_path: Path) -> None:
    (tmp_path / "jobs.py").write_text("from functools import cache\n@cache\ndef work(): pass\n")
    assert checked(TEXT, tmp_path).ok


def test_a_parameter_is_filled_by_the_param_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "jobs.py").write_text("def work(count, epochs): pass\n")
    assert checked(f"[pipeline.params]\nepochs = 'int'\n{TEXT}", tmp_path).problems == []
