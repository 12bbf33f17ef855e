"""Every field that a file says has its place in the plan, and comes back from the plan's text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from flowdesk.plan.plan import Edge, Expand, Group, Kind, Notify, Param, Push, Source
from flowdesk.plan.trigger import TriggerRule
from flowdesk.plan.written import from_json, to_json
from flowdesk.xcom.values import decode
from tests.plan.files import checked, plan_of_text

FULL = """
    [pipeline]
    name = "all"
    schedule = "@daily"
    start_date = 2020-01-01
    timezone = "Asia/Seoul"
    tags = ["a", "b"]
    timeout = "1h"
    [pipeline.params.n]
    type = "int"
    default = 3
    choices = [3, 4]
    [defaults]
    retries = 1
    trigger_rule = "none_failed"
    [pools]
    gpu = 2
    [groups.g]
    retries = 2
    defaults.pool = "gpu"
    [tasks.start]
    bash = "true"
    setup = true
    [tasks.names]
    bash = "true"
    returns = "list[str]"
    [tasks."g.a"]
    bash = "echo"
    timeout = "2s"
    retry_backoff = true
    skip_on_exit_code = [3, 4]
    env = { MODE = "x", TOKEN = { from = "env:TOKEN" } }
    push.k = { type = "float", ge = 0, show = true, example = 1 }
    expand = { name = "names", day = ["mon", "tue"] }
    [tasks.stop]
    bash = "true"
    teardown = "start"
    after = ["g"]
    trigger_rule = "all_done"
"""


def test_every_field_of_a_task_is_in_the_plan() -> None:
    task = plan_of_text(FULL).tasks["g.a"]
    assert (task.retries, task.pool, task.trigger_rule) == (1, "gpu", TriggerRule.NONE_FAILED)
    assert (task.timeout, task.retry_backoff, task.skip_on_exit_code) == (2.0, 2.0, (3, 4))
    assert (task.env, task.env_from) == ({"MODE": "x"}, {"TOKEN": "env:TOKEN"})
    assert task.push == (Push("k", "float", ge=0, show=True, example="1.0"),)
    assert task.expand == (
        Expand("name", Source("names", "return_value")),
        Expand("day", items='["mon", "tue"]'),
    )
    assert task.upstream == ("names",)


def test_the_pipelines_own_table_is_in_the_plan() -> None:
    plan = plan_of_text(FULL)
    assert plan.params == (Param("n", "int", default="3", choices=("3", "4"), required=False),)
    assert (plan.schedule, plan.start_date, plan.timezone) == ("@daily", "2020-01-01", "Asia/Seoul")
    assert (plan.pools, plan.tags, plan.timeout) == ({"gpu": 2}, ("a", "b"), 3600.0)
    assert plan.groups["g"] == Group("g", retries=2)
    assert plan.files == (str(Path("p.toml")),)


def test_what_expands_a_task_and_what_a_teardown_undoes_come_before_it() -> None:
    plan = plan_of_text(FULL)
    assert Edge("names", "g.a", "return_value", "name") in plan.edges
    assert plan.tasks["stop"].upstream == ("start", "g.a")


def test_a_teardown_runs_however_the_others_ended_unless_it_says_otherwise() -> None:
    text = "[tasks.a]\nbash = 'true'\n[tasks.z]\nbash = 'true'\nafter = 'a'\nteardown = true\n"
    assert plan_of_text(text).tasks["z"].trigger_rule is TriggerRule.ALL_DONE


def test_a_plan_with_every_field_comes_back_equal() -> None:
    plan = checked(FULL).plan
    assert plan is not None
    assert from_json(to_json(plan)) == plan


def test_a_kind_is_what_the_file_says() -> None:
    plan = plan_of_text("[tasks.a]\nwait.seconds = 3\n[tasks.b]\napprove = 'Go?'\nafter = 'a'\n")
    assert [(task.kind, task.code) for task in plan.tasks.values()] == [
        (Kind.WAIT, ("seconds", "3.0")),
        (Kind.APPROVE, ("Go?",)),
    ]


def test_a_question_has_its_choices_and_how_long_it_waits() -> None:
    text = "[tasks.a]\ntimeout = 3\napprove = { question = 'Go?', choices = ['go', 'no'], timeout = '1h' }\n"
    task = plan_of_text(text).tasks["a"]
    assert (task.code, task.answer_timeout, task.timeout) == (("Go?", "go", "no"), 3600.0, 3.0)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("file = 'data/{{ ds }}.csv'", ("file", "data/{{ ds }}.csv")),
        ("seconds = '10m'", ("seconds", "600.0")),
        ("until = 09:00:00", ("until", "09:00:00")),
        ("until = 2026-01-31T09:00:00+09:00", ("until", "2026-01-31T09:00:00+09:00")),
        ("until = '{{ ts }}'", ("until", "{{ ts }}")),
    ],
)
def test_what_is_waited_for_is_its_kind_and_its_text(written: str, code: tuple[str, str]) -> None:
    assert plan_of_text(f"[tasks.a]\nwait = {{ {written} }}\n").tasks["a"].code == code


def test_a_pipeline_has_what_goes_in_and_what_comes_out(tmp_path: Path) -> None:
    (tmp_path / "in.toml").write_text("""
        [pipeline.params]
        day = "date"
        [tasks.b]
        bash = "echo {{ params.day }}"
        push.k = "int"
    """)
    text = """
        [tasks.a]
        pipeline = "in.toml"
        params = { day = 2026-01-31 }
        push.out = { type = "int", from = "b:k" }
    """
    found = checked(text, tmp_path)
    assert found.plan is not None, found.problems
    task = found.plan.tasks["a"]
    assert {name: decode(value) for name, value in task.params.items()} == {"day": date(2026, 1, 31)}
    assert task.push == (Push("out", "int", source=Source("b", "k")),)


@pytest.mark.parametrize(
    ("written", "codes"), [("", None), ("skip_on_exit_code = []", ()), ("skip_on_exit_code = 3", (3,))]
)
def test_no_exit_code_is_told_from_none_that_is_written(written: str, codes: tuple[int, ...] | None) -> None:
    plan = plan_of_text(f"[tasks.a]\nbash = 'true'\n{written}\n")
    assert from_json(to_json(plan)).tasks["a"].skip_on_exit_code == codes


def test_where_runs_are_kept_and_whom_to_tell_of_them_are_in_the_plan() -> None:
    plan = plan_of_text("""
        [pipeline]
        notify = { on = "success", command = ["tell", "me"] }
        [store]
        url = "sqlite:///runs.db"
        values = "values"
        [pools.gpu]
        slots = 2
        description = "both cards"
        [tasks.a]
        bash = "true"
        pool = "gpu"
    """)
    assert plan.notify == Notify(("success",), command=("tell", "me"))
    assert (plan.store_url, plan.store_values) == ("sqlite:///runs.db", "values")
    assert (plan.pools, plan.pool_descriptions) == ({"gpu": 2}, {"gpu": "both cards"})
