"""A file with a broken shape is checked all the same, as far as it can be understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from flowdesk.model.reader import read
from flowdesk.plan.build import check

CONSUMER = "\n[tasks.z]\nbash = 'x'\npull.v = 'a:k'\nafter = 'nowhere'"


def codes(text: str) -> list[str]:
    return [problem.code for problem in check(read(Path("p.toml"), text=text)).problems]


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("[tasks.a]\nbash = 'x'\nretires = 1\npush.k = 'int'", ["FD101"]),
        ("[tasks.a]\nbash = 'x'\nretries = '1'\npush.k = 'int'", ["FD102"]),
        ("[tasks.a]\nbsh = 'x'\npush.k = 'int'", ["FD101"]),
        ("[tasks.a]\nbash = ''\npush.k = 'int'", ["FD104"]),
        ("[tasks.a]\nbash = 1\npush.k = 'int'", ["FD102"]),
        ("[tasks.a]\nbash = 'x'\ncommand = ['x']\npush.k = 'int'", ["FD105"]),
        ("[tasks.a]\nbranch = 'os:getcwd'\npush.k = 'str'", ["FD103"]),
        ("[tasks.a]\npush.k = 'int'", ["FD110"]),
        ("[tasks.a]\nbash = 'x'\npsuh.k = 'int'", ["FD101"]),
        ("[tasks.a]\nbash = 'x'\npush.k = 'itn'", ["FD401"]),
        ("[tasks.a]\nbash = 'x'\npush = 'k'", ["FD102"]),
        ("[tasks.a]\nbash = 'x'\npush.k = 'int'\npull.v = { key = 'k' }", ["FD103"]),
        ("[tasks]\na = 1", ["FD102"]),
        ("[pipeline]\nschedule = '@dialy'\n[tasks.a]\nbash = 'x'\npush.k = 'int'", ["FD111"]),
        (
            "[pipeline.params]\nn = { type = 'int', default = 'x' }\n[tasks.a]\nbash = 'x'\npush.k = 'int'",
            ["FD406"],
        ),
        ("[defaults]\nretry_delay = 'soon'\n[tasks.a]\nbash = 'x'\npush.k = 'int'", ["FD107"]),
        ("[groups.g]\nlabel = 1\n[tasks.'g.b']\n[tasks.a]\nbash = 'x'\npush.k = 'int'", ["FD102"]),
        ("[groups.g.defaults]\ntimeout = 0\n[tasks.'g.b']\n[tasks.a]\nbash = 'x'\npush.k = 'int'", ["FD107"]),
        ("[pools]\ngpu = 0\n[tasks.a]\nbash = 'x'\npush.k = 'int'\npool = 'gpu'", ["FD104"]),
        ("[store]\nurl = 'x'\n[tasks.a]\nbash = 'x'\npush.k = 'int'", ["FD116"]),
        ("extra = 1\n[tasks.a]\nbash = 'x'\npush.k = 'int'", ["FD101"]),
        ("[tasks.a]\nbash = 'x'\npush.k = 'int'\nafter = ['b c', 'no']", ["FD206", "FD207"]),
        ("[tasks.a]\nbash = 'x'\npush.k = 'int'\npull.x = ['b c', 'no']", ["FD206", "FD207"]),
        ("[tasks.a]\nbash = 'x'\npush.k = 'int'\npull.x = { from = [1, 'no'] }", ["FD102", "FD207"]),
        ("[tasks.a]\nbranch = 'os:getcwd'\npush.k = 'str'\nchoices = ['b c', 'no']", ["FD206", "FD207"]),
        ("pipeline = 1\n[tasks.a]\nbash = 'x'\npush.k = 'int'", ["FD102"]),
    ],
)
def test_one_broken_thing_hides_no_other_problem_and_makes_no_new_one(broken: str, told: list[str]) -> None:
    assert codes(broken + CONSUMER) == [*told, "FD207"]


def test_a_broken_task_is_no_unknown_task() -> None:
    text = "[tasks.'a b']\nbash = 'x'\n[tasks.g.c]\nbash = 'x'\n[tasks.z]\nafter = ['g.c', 'g.*', 'nowhere']"
    assert codes(text) == ["FD201", "FD101", "FD207"]


def test_what_may_stand_in_a_table_with_a_wrong_name_is_not_missed() -> None:
    assert codes("[task.a]\n[tasks.b]\nafter = ['a', 'g.*']\n[groups.g]") == ["FD101"]


def test_what_may_stand_in_a_file_that_cannot_be_read_is_not_missed() -> None:
    text = "include = 'none.toml'\n[tasks.b]\nbash = 'x'\nafter = 'a'\npull.x = 'b:k'"
    assert codes(text) == ["FD212", "FD302"]


def test_the_graph_of_a_broken_file_is_there_to_be_drawn_but_not_to_be_run() -> None:
    checked = check(read(Path("p.toml"), text="[tasks.a]\nbsh = 'x'\n[tasks.b]\nafter = 'a'"))
    assert checked.plan is not None
    assert checked.plan.tasks["b"].upstream == ("a",)
    assert not checked.ok


def test_of_a_file_without_one_task_nothing_is_left() -> None:
    document = read(Path("p.toml"), text="tasks = 1")
    assert document.pipeline is None
    assert [problem.code for problem in document.problems] == ["FD102"]
