"""What Airflow does with skips, tries, branches, earlier runs and mapped tasks, and what flowdesk does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.engine.written import Folder


@pytest.mark.parametrize("task", ['bash = "exit 99"', 'bash = "exit 5"\nskip_on_exit_code = [5]'])
def test_the_exit_codes_that_are_named_or_99_skip_a_task(world: Folder, task: str) -> None:
    assert world.run(f"[tasks.a]\n{task}\n").states == {"a": "skipped"}


def test_the_directory_is_the_files_or_a_fresh_one(world: Folder, tmp_path: Path) -> None:
    task = '[tasks.{}]\nbash = "pwd"\nreturns = "str"\n'
    values = world.run(task.format("here") + task.format("temp") + 'cwd = "temp"\n').values
    assert values["here"]["return_value"] == str(tmp_path / "here")
    assert values["temp"]["return_value"] != str(tmp_path / "here")


def test_what_a_task_pushed_before_it_failed_stays_readable(world: Folder) -> None:
    ran = world.run(
        """
        [tasks.a]
        bash = "echo k=1 >> $FLOWDESK_PUSH; exit 1"
        push = { k = "int" }
        [tasks.b]
        python = "work:b"
        pull.x = { from = "a", key = "k", default = 7 }
        trigger_rule = "all_done"
        returns = "int"
        """,
        "def b(x): return x",
    )
    assert ran.values == {"a": {"k": 1}, "b": {"return_value": 1}}
    assert ran.states == {"a": "failed", "b": "success"}


def test_a_pull_sees_the_last_try_only(world: Folder) -> None:
    ran = world.run(
        """
        [tasks.a]
        python = "work:a"
        push = { k = "int", old = { type = "int", required = false } }
        retries = 1
        [tasks.b]
        python = "work:b"
        pull.k = "a:k"
        pull.old = { from = "a", key = "old", default = 0 }
        returns = "any"
        """,
        """
        def a(ti):
            ti.xcom_push("k", ti.try_number)
            if ti.try_number == 1:
                ti.xcom_push("old", 9)
                raise ValueError
        def b(k, old): return [k, old]
        """,
    )
    assert ran.values["b"] == {"return_value": [2, 0]}
    pushes = [data for kind, data in ran.events if kind == "value_pushed"]
    assert len(pushes) == 4


@pytest.mark.parametrize(
    ("picked", "skipped"),
    [("'x'", ["y"]), ("['x', 'y']", []), ("None", ["x", "y"]), ("[]", ["x", "y"])],
)
def test_a_branch_skips_what_it_did_not_pick(world: Folder, picked: str, skipped: list[str]) -> None:
    ran = world.run(BRANCH, f"def pick(): return {picked}")
    assert [task for task, state in ran.states.items() if state == "skipped"] == skipped
    assert ran.values == {}


BRANCH = """
    [tasks.pick]
    branch = "work:pick"
    choices = ["x", "y"]
    [tasks.x]
    bash = "true"
    after = "pick"
    [tasks.y]
    bash = "true"
    after = "pick"
"""


def test_a_branch_out_of_its_choices_fails(world: Folder) -> None:
    ran = world.run(BRANCH, "def pick(): return 'z'")
    assert (ran.states["pick"], ran.states["x"]) == ("failed", "upstream_failed")


def test_a_short_circuit_that_is_false_skips_all_that_follows_and_pushes_nothing(world: Folder) -> None:
    ran = world.run(
        """
        [tasks.any_news]
        short_circuit = "work:any_news"
        returns = "int"
        [tasks.x]
        bash = "true"
        after = "any_news"
        [tasks.y]
        bash = "true"
        after = "x"
        trigger_rule = "all_done"
        """,
        "def any_news(): return 0",
    )
    assert ran.states == {"any_news": "success", "x": "skipped", "y": "skipped"}
    assert ran.values == {}


def test_a_fail_exception_is_not_tried_again(world: Folder) -> None:
    ran = world.run(
        '[tasks.a]\npython = "work:a"\nretries = 3\n',
        "class AirflowFailException(Exception): pass\ndef a(): raise AirflowFailException('for good')\n",
    )
    assert ran.states == {"a": "failed"}
    assert [kind for kind, _ in ran.events].count("try_started") == 1


def test_an_earlier_run_has_what_this_one_lacks(world: Folder) -> None:
    pipeline = """
        [tasks.a]
        python = "work:a"
        push = { k = { type = "int", required = false } }
        [tasks.b]
        python = "work:b"
        pull.k = { from = "a", key = "k", earlier = true, default = 0 }
        returns = "any"
    """
    ask = "def b(ti, k): return [k, ti.xcom_pull(task_ids='a', key='k', include_prior_dates=True)]\n"
    first = world.run(pipeline, "def a(): return 5\n" + ask)
    second = world.run(pipeline, "def a(): return None\n" + ask)
    third = world.run(pipeline, "def a(): return 7\n" + ask)
    assert [ran.values["b"]["return_value"] for ran in (first, second, third)] == [[5, 5], [5, 5], [7, 7]]


def test_the_same_name_in_a_group_and_at_the_top_are_two_tasks(world: Folder) -> None:
    ran = world.run(
        """
        [tasks.same]
        bash = "echo top"
        returns = "str"
        [tasks."g.same"]
        bash = "echo in group"
        returns = "str"
        [tasks."g.ask"]
        python = "work:ask"
        pull.a = "same"
        pull.b = "g.same"
        returns = "any"
        """,
        "def ask(a, b): return [a, b]",
    )
    assert ran.values["g.ask"] == {"return_value": ["top", "in group"]}


def test_mapped_tasks_know_their_index_and_are_a_list_to_whoever_pulls_them(world: Folder) -> None:
    ran = world.run(
        """
        [tasks.names]
        python = "work:names"
        returns = "list[str]"
        [tasks.train]
        python = "work:train"
        expand.name = "names"
        returns = "str"
        [tasks.best]
        python = "work:best"
        pull.trained = "train"
        returns = "list[str]"
        """,
        """
        def names(): return ["a", "b"]
        def train(name, ti, map_index): return f"{name}{ti.map_index}{map_index}"
        def best(trained): return trained
        """,
    )
    assert ran.values["best"] == {"return_value": ["a00", "b11"]}
    assert ran.states["train[1]"] == "success"
