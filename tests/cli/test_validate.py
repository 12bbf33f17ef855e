from __future__ import annotations

import json
from typing import TYPE_CHECKING

from flowdesk.cli.problems import counted
from flowdesk.errors import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told

GOOD = '[pipeline]\nname = "p"\n[tasks.a]\nbash = "true"\n'
BAD = '[pipeline]\nname = "p"\n[tasks.a]\nbsh = "true"\n'


def test_each_good_file_is_told(flowdesk: Callable[..., Told], tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD)
    (tmp_path / "b.toml").write_text(GOOD + '[tasks.b]\nbash = "true"\n')
    told = flowdesk("validate", str(tmp_path / "a.toml"), str(tmp_path / "b.toml"))
    assert (told.code, told.err) == (0, "")
    first, second = told.out.splitlines()
    assert first.endswith("a.toml: no problems, 1 task")
    assert second.endswith("b.toml: no problems, 2 tasks")


def test_a_bad_file_does_not_hide_the_others(flowdesk: Callable[..., Told], tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(BAD)
    (tmp_path / "b.toml").write_text(GOOD)
    told = flowdesk("validate", str(tmp_path / "a.toml"), str(tmp_path / "b.toml"), str(tmp_path / "c.toml"))
    assert told.code == 2
    assert "a.toml:4:1: error: " in told.err
    assert told.err.endswith("flowdesk: 2 errors\n")
    assert "b.toml: no problems" in told.out


def test_json_has_every_problem_with_its_place(flowdesk: Callable[..., Told], tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(BAD)
    told = flowdesk("validate", str(tmp_path / "a.toml"), "--json")
    problem, *_ = json.loads(told.out)
    assert (told.code, told.err) == (2, "")
    assert (problem["line"], problem["column"], problem["severity"]) == (4, 1, "error")
    assert problem["suggestion"] == "did you mean 'bash'?"


def test_problems_are_counted_by_severity() -> None:
    place = Place("a.toml", 1, 1, 1, 2)
    of = [Problem("X", "m", place, severity) for severity in (Severity.WARNING, *[Severity.ERROR] * 2)]
    assert counted(of) == "2 errors, 1 warning"
    assert counted([]) == "no problems"
