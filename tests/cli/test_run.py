from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told


@pytest.mark.parametrize("run_id", ["3", "#3", "", " "])
def test_an_id_by_which_the_run_could_not_be_asked_for_is_refused(
    flowdesk: Callable[..., Told], tmp_path: Path, home: Path, run_id: str
) -> None:
    file = tmp_path / "p.toml"
    file.write_text('[pipeline]\nname = "p"\n[tasks.a]\nbash = "true"\n')
    told = flowdesk("run", str(file), "--run-id", run_id)
    assert told.code == 2
    assert told.err.startswith("flowdesk: --run-id ")
    assert told.err.count("\n") == 1
    assert not home.exists()


def test_with_json_the_problems_that_refuse_a_file_are_lines_of_json_too(
    flowdesk: Callable[..., Told], tmp_path: Path
) -> None:
    file = tmp_path / "p.toml"
    file.write_text('[pipeline]\nname = "p"\n[tasks.a]\nbsh = "true"\n[tasks.b]\nafter = ["c"]\n')
    told = flowdesk("run", str(file), "--json")
    problems = [json.loads(line) for line in told.out.splitlines()]
    assert told.code == 2
    assert {problem["kind"] for problem in problems} == {"problem"}
    assert [problem["line"] for problem in problems if problem["severity"] == "error"] == [4, 6]
    assert "so nothing was run" in told.err
