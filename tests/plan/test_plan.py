"""Whatever a file can say has its place in the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from pydantic import BaseModel

from flowdesk.model import acts, contract, file, kinds, params, settings, task
from flowdesk.model.constraints import Constraints
from flowdesk.model.reader import read
from flowdesk.model.table import Table
from flowdesk.plan.build import check
from flowdesk.plan.plan import Edge, Expand, Group, Notify, Param, Plan, Pull, Push, Source, Task
from flowdesk.plan.written import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CARRIED_BY: dict[type[Table], tuple[type[NamedTuple], ...]] = {
    file.Shared: (Plan,),
    file.PipelineFile: (Plan,),
    file.PipelineTable: (Plan,),
    file.StoreTable: (Plan,),
    file.PoolTable: (Plan,),
    file.GroupTable: (Group,),
    settings.Settings: (Task,),
    settings.EnvSource: (Task,),
    settings.NotifyTable: (Notify,),
    task.AnyTask: (Task,),
    **dict.fromkeys(kinds.KINDS.values(), (Task,)),
    acts.WaitTable: (Task,),
    acts.ApproveTable: (Task,),
    Constraints: (Push, Param),
    contract.PushTable: (Push,),
    contract.PullTable: (Pull,),
    params.ParamTable: (Param,),
}
"""Each table of a file, and what of the plan says what it says."""

OTHERWISE: dict[tuple[type[Table], str], str] = {
    (file.Shared, "include"): "Plan.files: what the files say is put together by the reader",
    (file.PipelineFile, "pipeline"): "the plan's own fields",
    (file.PipelineFile, "defaults"): "Task: what is inherited is in each task",
    (file.PipelineFile, "store"): "Plan.store_url and Plan.store_values",
    (file.StoreTable, "url"): "Plan.store_url",
    (file.StoreTable, "values"): "Plan.store_values",
    (file.PoolTable, "slots"): "Plan.pools",
    (file.GroupTable, "after"): "Task.upstream, for showing an Edge that ends at the group",
    (file.GroupTable, "defaults"): "Task: what is inherited is in each task",
    (settings.Settings, "environment"): "Task.env and Task.env_from",
    (settings.EnvSource, "source"): "Task.env_from",
    (task.AnyTask, "after"): "Task.upstream and Plan.edges",
    (task.AnyTask, "returns"): "Task.push, under return_value",
    (task.AnyTask, "pull"): "Task.pulls",
    (kinds.BashTask, "bash"): "Task.code",
    (kinds.CommandTask, "command"): "Task.code",
    (kinds.PythonTask, "python"): "Task.code",
    (kinds.BranchTask, "branch"): "Task.code",
    (kinds.ShortCircuitTask, "short_circuit"): "Task.code",
    (kinds.WaitTask, "wait"): "Task.code",
    (kinds.ApproveTask, "approve"): "Task.code and Task.answer_timeout",
    (kinds.PipelineTask, "pipeline"): "Task.code",
    (acts.WaitTable, "file"): "Task.code, after its own name",
    (acts.WaitTable, "seconds"): "Task.code, after its own name",
    (acts.WaitTable, "until"): "Task.code, after its own name",
    (acts.ApproveTable, "question"): "Task.code, the first",
    (contract.PullTable, "key"): "Pull.sources, each with its key",
}
"""What the plan says by another name, and where. What is here by the same name needs no line."""

SAME_NAME_ANOTHER_MEANING: dict[tuple[type[Table], str], str] = {
    (file.PoolTable, "description"): "Plan.pool_descriptions",
    (acts.ApproveTable, "choices"): "Task.code, after the question",
    (acts.ApproveTable, "timeout"): "Task.answer_timeout",
}

FILES = {
    "shop.py": "def train(x, y, z): ...\ndef pick(): ...\ndef is_open(): ...\n",
    "more.toml": "[tasks.more]\n",
    "inner.toml": "[pipeline.params]\nn = 'int'\n[tasks.b]\nbash = 'echo {{ params.n }}'\npush.k = 'int'\n",
    "p.toml": """
include = "more.toml"
[pipeline]
name = "all"
description = "everything"
schedule = "@daily"
start_date = 2020-01-01
end_date = 2100-01-01
timezone = "Asia/Seoul"
catchup = true
max_active_tasks = 4
max_active_runs = 1
timeout = "6h"
tags = ["a"]
notify = { on = "success", desktop = true, command = ["tell", "me"] }
keep_runs = 9
[pipeline.params]
n = { type = "int", default = 3, choices = [3, 4], required = false, description = "n", ge = 1, le = 9 }
m = { type = "float", default = 3.0, gt = 1, lt = 9 }
s = { type = "str", default = "abc", min_length = 1, max_length = 9, pattern = "^a" }
[store]
url = "sqlite:///runs.db"
values = "values"
[pools]
gpu = { slots = 2, description = "cards" }
[defaults]
retries = 1
retry_delay = "10s"
retry_backoff = true
max_retry_delay = "1h"
timeout = "2h"
trigger_rule = "none_failed"
pool = "gpu"
pool_slots = 2
priority = 3
depends_on_past = true
env = { MODE = "{{ params.n }}{{ params.m }}{{ params.s }}", TOKEN = { from = "env:TOKEN" } }
cwd = "temp"
interpreter = "python3"
cache = true
skip_on_exit_code = [3]
notify = "desktop"
[groups.g]
label = "G"
tooltip = "tip"
after = "start"
retries = 1
[groups.g.defaults]
retries = 2
[tasks.start]
bash = "true"
setup = true
do_xcom_push = false
[tasks.names]
command = ["ls"]
returns = "list[str]"
skip_on_exit_code = []
label = "Names"
description = "lists them"
[tasks.names.push.k]
type = "float"
required = false
description = "a number"
example = 2
max_bytes = 99
secret = true
show = true
ge = 1
le = 9
[tasks.names.push.f]
type = "float"
gt = 1
lt = 9
[tasks.names.push.s]
type = "str"
min_length = 1
max_length = 9
pattern = "^a"
[tasks."g.train"]
python = "shop:train"
pull.x = { from = ["names"], key = "k", type = "list[float]", default = [], required = false, earlier = true }
expand = { y = "names", z = ["mon"] }
expand_limit = 9
max_active_tasks = 2
[tasks.pick]
branch = "shop:pick"
choices = "open"
[tasks.open]
short_circuit = "shop:is_open"
after = "pick"
[tasks.file]
wait.file = "a.csv"
[tasks.seconds]
wait.seconds = 3
[tasks.until]
wait.until = 09:00:00
[tasks.ask]
approve = { question = "Go?", choices = ["go", "no"], timeout = "1d" }
[tasks.inner]
pipeline = "inner.toml"
params = { n = 3 }
push.out = { type = "int", from = "b:k", show = true }
[tasks.stop]
bash = "true"
after = "g"
teardown = "start"
""",
}
"""A pipeline that says all that can be said."""


def tables(of: type[Table] = Table) -> Iterator[type[Table]]:
    """All tables that flowdesk itself knows."""
    for kind in of.__subclasses__():
        if kind.__module__.startswith("flowdesk.model."):
            yield kind
            yield from tables(kind)


def own_fields(table: type[Table]) -> set[str]:
    """The fields that a table has besides those of the tables that it extends."""
    above = (base for base in table.__mro__[1:] if issubclass(base, Table))
    return set(table.model_fields).difference(*(base.model_fields for base in above))


def inside(whole: object) -> Iterator[object]:
    """A model or tuple, named or not, and all those in it."""
    parts: list[object] = []
    if isinstance(whole, BaseModel):
        yield whole
        parts = [getattr(whole, name) for name in type(whole).model_fields]
    elif isinstance(whole, dict):
        parts = list(whole.values())
    elif isinstance(whole, tuple):
        yield whole
        parts = list(whole)
    for part in parts:
        yield from inside(part)


@pytest.fixture
def full(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path / "p.toml"


def test_every_table_of_a_file_is_known_here() -> None:
    assert set(tables()) == CARRIED_BY.keys()


@pytest.mark.parametrize("table", CARRIED_BY, ids=lambda table: table.__name__)
def test_every_field_of_a_file_is_in_the_plan_or_is_there_by_another_name(table: type[Table]) -> None:
    elsewhere = {name for known, name in OTHERWISE | SAME_NAME_ANOTHER_MEANING if known is table}
    for part in CARRIED_BY[table]:
        assert own_fields(table) - set(part._fields) <= elsewhere


def test_what_is_there_by_another_name_is_a_field_that_the_plan_lacks() -> None:
    for table, name in OTHERWISE:
        assert name in own_fields(table)
        assert all(name not in set(part._fields) for part in CARRIED_BY[table])
    assert all(name in own_fields(table) for table, name in SAME_NAME_ANOTHER_MEANING)


def test_the_full_file_says_all_that_can_be_said(full: Path) -> None:
    said: set[tuple[type[Table], str]] = set()
    for part in inside(read(full).pipeline):
        if isinstance(part, Table):
            said |= {(table, name) for table in type(part).__mro__[:-1] for name in part.model_fields_set}
    assert {(table, name) for table in CARRIED_BY for name in own_fields(table)} - said == set()


@pytest.mark.parametrize("part", [Plan, Task, Group, Edge, Push, Pull, Source, Expand, Param, Notify])
def test_the_full_file_fills_every_field_of_the_plan(full: Path, part: type[NamedTuple]) -> None:
    found = check(read(full))
    assert found.ok, found.problems
    those = [one for one in inside(found.plan) if isinstance(one, part)]
    assert those
    empty = part._field_defaults.items()
    assert [name for name, value in empty if all(getattr(one, name) == value for one in those)] == []


def test_a_plan_with_every_field_comes_back_equal(full: Path) -> None:
    plan = check(read(full)).plan
    assert plan is not None
    assert from_json(to_json(plan)) == plan
