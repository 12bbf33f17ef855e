from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from flowdesk.cli.validate import TARGETS
from flowdesk.plan.airflow_limits import Target
from flowdesk.store.plan_cache import PlanCache

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told

GOOD = '[pipeline]\nname = "p"\n[tasks.a]\nbash = "true"\n'
BAD = '[pipeline]\nname = "p"\n[tasks.a]\nbsh = "true"\n'
WARNED = GOOD.replace("[tasks", 'schedule = "@daily"\nend_date = 2020-01-01\n[tasks')
"""A schedule that is over: a warning."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    return here


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Put bytes into standard input."""

    def put(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return put


def test_a_good_file_is_told_with_its_tasks(flowdesk: Callable[..., Told], folder: Path) -> None:
    (folder / "a.toml").write_text(GOOD + '[tasks.b]\nbash = "true"\n')
    assert flowdesk("validate", "a.toml") == (0, "a.toml: no problems, 2 tasks\n", "")


def test_many_files_are_summed_up_in_one_line(flowdesk: Callable[..., Told], folder: Path) -> None:
    for name in ("a", "b", "c"):
        (folder / f"{name}.toml").write_text(GOOD)
    assert flowdesk("validate", ".") == (0, "3 files: no problems\n", "")


def test_a_bad_file_does_not_hide_the_others(flowdesk: Callable[..., Told], folder: Path) -> None:
    (folder / "a.toml").write_text(BAD)
    (folder / "b.toml").write_text(WARNED)
    told = flowdesk("validate", "a.toml", "b.toml", "c.toml")
    assert (told.code, told.err) == (2, "")
    assert "a.toml:4:1: error: " in told.out
    assert "b.toml:4:12: warning: " in told.out
    assert "c.toml:1:1: error: " in told.out
    assert told.out.endswith("\n3 files: 2 errors in 2 files, 1 warning\n")


def test_without_a_file_the_current_folder_is_checked(flowdesk: Callable[..., Told], folder: Path) -> None:
    (folder / "a.toml").write_text(BAD)
    assert flowdesk("validate").out.endswith("a.toml: 1 error, 1 task\n")


def test_warnings_refuse_only_where_that_is_asked_for(flowdesk: Callable[..., Told], folder: Path) -> None:
    (folder / "a.toml").write_text(WARNED)
    assert flowdesk("validate", "a.toml").code == 0
    assert flowdesk("validate", "a.toml", "--strict").code == 1
    assert flowdesk("validate", "a.toml", "--no-warnings") == (0, "a.toml: no problems, 1 task\n", "")
    (folder / "a.toml").write_text(BAD)
    assert flowdesk("validate", "a.toml", "--strict").code == 2


def test_a_file_that_has_not_changed_is_told_as_before(flowdesk: Callable[..., Told], folder: Path) -> None:
    unused = 'push.score = "float"\n[tasks.b]\nbash = "true"\nafter = "a"\n'
    (folder / "p.toml").write_text(GOOD + unused)
    first = flowdesk("validate", "p.toml")
    assert "nobody pulls 'score'" in first.out
    assert flowdesk("validate", "p.toml") == first
    assert flowdesk("validate", "p.toml", "--no-warnings").out == "p.toml: no problems, 2 tasks\n"
    (folder / "p.toml").write_text(GOOD + unused.replace("after", "aftr"))
    assert flowdesk("validate", "p.toml").code == 2


@pytest.mark.parametrize(
    "options",
    [("--json", "--format", "sarif"), ("--strict", "--no-warnings"), ("--format", "xml")],
)
def test_what_does_not_fit_together_is_refused(
    flowdesk: Callable[..., Told], options: tuple[str, ...]
) -> None:
    told = flowdesk("validate", "a.toml", *options)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("flowdesk")


@pytest.mark.parametrize("option", [("--json",), ("--format", "json")])
def test_json_has_every_problem_with_its_place(
    flowdesk: Callable[..., Told], folder: Path, option: tuple[str, ...]
) -> None:
    (folder / "a.toml").write_text(BAD)
    told = flowdesk("validate", "a.toml", *option)
    problem, *_ = json.loads(told.out)
    assert (told.code, told.err) == (2, "")
    assert (problem["line"], problem["column"], problem["severity"]) == (4, 1, "error")
    assert problem["file"] == str(folder / "a.toml")
    assert problem["suggestion"] == "did you mean 'bash'?"


def test_github_gets_a_command_for_each_problem(flowdesk: Callable[..., Told], folder: Path) -> None:
    (folder / "a.toml").write_text(BAD)
    command, summary = flowdesk("validate", "a.toml", "--format", "github").out.splitlines()
    assert command.startswith("::error file=a.toml,line=4,endLine=4,col=1,endColumn=4,title=FD101::")
    assert summary == "a.toml: 1 error, 1 task"


def test_sarif_is_json_alone(flowdesk: Callable[..., Told], folder: Path) -> None:
    (folder / "a.toml").write_text(BAD)
    told = flowdesk("validate", "--format", "sarif")
    (run,) = json.loads(told.out)["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["FD101"]
    assert (told.code, told.err) == (2, "")


class TestManyProblems:
    @pytest.fixture
    def told(self, flowdesk: Callable[..., Told], folder: Path) -> Callable[..., Told]:
        """Checks a file with a warning and 80 errors."""
        after = [f"nobody{number}" for number in range(80)]
        (folder / "a.toml").write_text(f"{WARNED}after = {after}\n")
        return lambda *options: flowdesk("validate", "a.toml", *options)

    def test_fifty_are_printed_and_the_others_counted(self, told: Callable[..., Told]) -> None:
        out = told().out
        assert out.count("error: ") == 50
        assert "and 31 more: --all shows them\n\na.toml: 80 errors, 1 warning, 1 task\n" in out

    def test_the_gravest_are(self, told: Callable[..., Told]) -> None:
        assert "warning: " not in told().out

    def test_all_can_be_asked_for(self, told: Callable[..., Told]) -> None:
        out = told("--all").out
        assert (out.count("error: "), out.count("warning: ")) == (80, 1)
        assert "more: " not in out

    def test_programs_get_all(self, told: Callable[..., Told]) -> None:
        assert len(json.loads(told("--json").out)) == 81


class TestStandardInput:
    def test_it_is_checked(self, flowdesk: Callable[..., Told], typed: Callable[[bytes], None]) -> None:
        typed(BAD.encode())
        told = flowdesk("validate", "-")
        assert told.code == 2
        assert "<stdin>:4:1: error: unknown field 'bsh'" in told.out
        assert '4 | bsh = "true"' in told.out

    def test_it_stands_for_a_file(
        self, flowdesk: Callable[..., Told], folder: Path, typed: Callable[[bytes], None]
    ) -> None:
        (folder / "sub").mkdir()
        (folder / "sub" / "a.toml").write_text(GOOD)
        (folder / "sub" / "code.py").write_text("def going():\n    pass\n")
        typed(b'[pipeline]\nname = "p"\n[tasks.a]\npython = "code:goin"\n')
        told = flowdesk("validate", "-", "--stdin-name", "sub/a.toml")
        assert "sub/a.toml:4:" in told.out
        assert '4 | python = "code:goin"' in told.out
        assert "did you mean 'going'?" in told.out

    def test_what_is_no_text_is_told(
        self, flowdesk: Callable[..., Told], typed: Callable[[bytes], None]
    ) -> None:
        typed(b'[pipeline]\nname = "\xff"\n')
        told = flowdesk("validate", "-")
        assert told.code == 2
        assert "<stdin>:2:9: error: " in told.out


class TestParts:
    @pytest.fixture(autouse=True)
    def included(self, folder: Path) -> None:
        """A pipeline, and the file it includes, which refers to a task that only the pipeline has."""
        (folder / "whole.toml").write_text(f'include = ["part.toml"]\n{GOOD}')
        (folder / "part.toml").write_text('[tasks.b]\nbash = "true"\nafter = ["a"]\n')

    def test_in_a_folder_a_part_is_checked_with_its_whole(self, flowdesk: Callable[..., Told]) -> None:
        assert flowdesk("validate", ".") == (0, "whole.toml: no problems, 2 tasks\n", "")

    def test_a_part_that_is_named_is_checked_alone(self, flowdesk: Callable[..., Told]) -> None:
        assert flowdesk("validate", "part.toml").code == 2

    def test_a_problem_of_a_part_is_told_once(self, flowdesk: Callable[..., Told], folder: Path) -> None:
        (folder / "other.toml").write_text(f'include = ["part.toml"]\n{GOOD}')
        (folder / "part.toml").write_text('[tasks.b]\nbash = "true"\nafter = ["c"]\n')
        told = flowdesk("validate", ".")
        assert told.out.count("part.toml:3:") == 1
        assert told.out.endswith("2 files: 1 error in 2 files\n")

    def test_of_files_that_include_one_another_one_is_checked(
        self, flowdesk: Callable[..., Told], folder: Path
    ) -> None:
        part = folder / "part.toml"
        part.write_text('include = ["whole.toml"]\n' + part.read_text())
        told = flowdesk("validate", ".")
        assert told.code == 2
        assert "FD303" in told.out

    def test_of_a_list_of_files_only_whole_pipelines_can_be_checked(
        self, flowdesk: Callable[..., Told], folder: Path
    ) -> None:
        (folder / "else.toml").write_text("[tool]\nx = 1\n")
        told = flowdesk("validate", "--pipelines-only", "else.toml", "part.toml", "whole.toml")
        assert told == (0, "whole.toml: no problems, 2 tasks\n", "")
        told = flowdesk("validate", "--pipelines-only", "else.toml")
        assert told == (0, "0 files: no problems\n", "")


def test_a_question_about_a_target_leaves_the_plan_that_a_run_has_kept(
    flowdesk: Callable[..., Told], folder: Path, home: Path
) -> None:
    file = folder / "a.toml"
    file.write_text(GOOD)
    assert flowdesk("run", "--quiet", "a.toml").code == 0
    assert PlanCache(home).find(file) is not None
    assert flowdesk("validate", "a.toml", "--target", TARGETS[0]).code == 0
    assert PlanCache(home).find(file) is not None


def test_every_target_that_is_known_can_be_asked_for() -> None:
    assert list(TARGETS) == [target.value for target in Target]
