"""The JSON Schema is fresh, says of every field what it means, and takes what the reader takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import tomli
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it has no types

from flowdesk.model.reader import read
from flowdesk.model.schema import schema, schema_text

ROOT = Path(__file__).parents[2]
PIPELINES = sorted((ROOT / "pipelines").glob("*.toml"))
EVERYTHING = """\
include = []

[pipeline]
name = "everything"
description = "Every field in every form"
schedule = "every 15m"
start_date = 2020-01-01
end_date = 2130-01-01T00:00:00Z
timezone = "Asia/Seoul"
catchup = false
max_active_tasks = 3
max_active_runs = 1
timeout = "6h"
tags = "one"
notify = { on = ["failed", "success"], command = ["mail"] }
keep_runs = 100

[pipeline.params]
epochs = { type = "int", default = 3, ge = 1, le = 100 }
mode = { type = "str", enum = ["a", "b"], default = "a", description = "x" }
rate = "float"
free = { type = "str", required = false, min_length = 1, max_length = 3, pattern = "^a" }

[defaults]
retries = 1
retry_delay = "10s"
retry_backoff = true
max_retry_delay = "1h 30m"
timeout = 30.5
trigger_rule = "all_done"
pool = "gpu"
pool_slots = 1
priority = -3
depends_on_past = true
env = { A = "b", T = { from = "env:TOKEN" }, K = { from = "keyring:a/b" } }
cwd = "work"
interpreter = ".venv/bin/python"
cache = true
skip_on_exit_code = [99, 3]
notify = "desktop"

[pools]
gpu = 2
disk = { slots = 1, description = "d" }

[store]
url = "sqlite:///.flowdesk/flowdesk.db"
values = "values"

[groups.train]
label = "Train"
tooltip = "t"
after = ["load"]
retries = 2
defaults = { retries = 3 }

[tasks.load]
bash = "sleep 3"
do_xcom_push = false
setup = true

[tasks."train.a"]
command = ["x"]
skip_on_exit_code = 4
push.k = "float"
push.e = { type = "int | None", ge = 0, example = 1, max_bytes = "10MB", secret = true, show = true }

[tasks."train.b"]
python = "wave:open"
returns = "float"
expand = { f = ["mon", "tue"], mode = "train.a:e" }
expand_limit = 10
max_active_tasks = 2

[tasks.pick]
branch = "wave:open"
choices = ["train.a", "w1"]
pull.a = "train.a:k"
pull.b = ["train.a:k", "train.b"]
pull.c = { from = "train.*", key = "k", default = 1.5, required = false, type = "float", earlier = true }

[tasks.stop]
short_circuit = "wave:open"

[tasks.w1]
wait = { file = "x" }
[tasks.w2]
wait = { seconds = "10m" }
[tasks.w3]
wait = { until = 09:00:00 }
[tasks.w4]
wait = { until = 2026-01-31T09:00:00 }
[tasks.w5]
wait = { until = "{{ data_interval_end }}" }
[tasks.ask]
approve = "sure?"
[tasks.ask2]
approve = { question = "sure?", choices = ["a", "b"], timeout = "1d" }
[tasks.inner]
pipeline = "{{ params.mode }}.toml"
params = { a = 1 }
push.best = { type = "float", from = "x:y" }
[tasks.joint]
after = ["load", "train.*"]
[tasks.down]
bash = "x"
teardown = ["load"]
[tasks.down2]
bash = "x"
teardown = true
"""


def faults(text: str) -> list[str]:
    """What the schema has against a text."""
    tables = json.loads(json.dumps(tomli.loads(text), default=lambda moment: moment.isoformat()))
    return [
        f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema()).iter_errors(tables)
    ]


def test_the_file_in_assets_is_what_the_models_say() -> None:
    written = (ROOT / "assets" / "pipeline.schema.json").read_text("utf-8")
    hint = "run: python -m flowdesk.model.schema > assets/pipeline.schema.json"
    assert written == schema_text(), hint


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def tables() -> list[tuple[str, str, dict[str, Any]]]:
    """Every field: its table, name and node."""
    found = schema()
    every = {"file": found, **found["$defs"]}
    return [(title, name, node) for title, one in every.items() for name, node in one["properties"].items()]


@pytest.mark.parametrize(
    ("table", "field", "node"), tables(), ids=lambda one: one if isinstance(one, str) else ""
)
def test_every_field_has_a_title_a_description_and_examples_or_its_few_values(
    table: str, field: str, node: dict[str, Any]
) -> None:
    assert node["title"], table
    assert node["description"].endswith((".", ")", "…", '"')), field
    assert {"examples", "enum", "$ref"} & node.keys() or node["type"] == "boolean"


def examples() -> list[tuple[str, dict[str, Any], object]]:
    return [
        (f"{table}.{field}", node, one) for table, field, node in tables() for one in node.get("examples", ())
    ]


@pytest.mark.parametrize(
    ("field", "node", "example"), examples(), ids=lambda one: one if isinstance(one, str) else ""
)
def test_every_example_is_one(field: str, node: dict[str, Any], example: object) -> None:
    whole = {**node, "$defs": schema()["$defs"]}
    assert not list(Draft202012Validator(whole).iter_errors(example)), field


def test_a_file_with_every_field_is_taken_by_the_schema_and_the_reader() -> None:
    assert faults(EVERYTHING) == []
    assert read(Path("everything.toml"), text=EVERYTHING).problems == []


@pytest.mark.parametrize("file", PIPELINES, ids=lambda file: file.stem)
def test_the_course_is_taken_and_names_the_schema(file: Path) -> None:
    text = file.read_text("utf-8")
    assert faults(text) == []
    assert text.startswith("#:schema ../assets/pipeline.schema.json\n")


@pytest.mark.parametrize(
    "text",
    [
        "[pipeline]\nname = 'x'",
        "[task.a]",
        "[tasks.a]\nbsh = 'x'",
        "[tasks.a]\nbash = 1",
        "[tasks.a]\nbash = 'x'\ncommand = ['x']",
        "[tasks.a]\nbash = 'x'\nchoices = ['x']",
        "[tasks.a]\nbranch = 'm:f'",
        "[tasks.a]\nretries = -1",
        "[tasks.a]\nretry_delay = '10 parsecs'",
        "[tasks.a]\ntrigger_rule = 'all_sucess'",
        "[tasks.a]\nbash = 'x'\npush.k = {}",
        "[tasks.a]\nbash = 'x'\npush.k = { type = 'int', max_bytes = 'much' }",
        "[tasks.a]\nbash = 'x'\npull.k = { key = 'x' }",
        "[tasks.a]\nbash = 'x'\npull.k = 1",
        "[pipeline]\ncatchup = 'no'\n[tasks.a]",
        "[pipeline]\nkeep_runs = 0\n[tasks.a]",
        "[pools]\ngpu = 'two'\n[tasks.a]",
    ],
)
def test_what_an_editor_can_tell_is_wrong_is_not_taken(text: str) -> None:
    assert faults(text)
    assert read(Path("p.toml"), text=text).problems
