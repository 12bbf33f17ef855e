"""What a callable may ask for by name, besides what it pulls."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from flowdesk.engine.context import RunContext
from flowdesk.engine.jobs import RunRequest
from flowdesk.plan.plan import Push
from flowdesk.plan.signatures import CONTEXT
from flowdesk.xcom.values import encode
from tests.builders import bash, carried_out, given, plan_of, pushed, python_job

if TYPE_CHECKING:
    from flowdesk.executors.executor import Executor

ANY = (Push("return_value", "any"),)
MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
REQUEST = RunRequest("run-1", Path("/shop.toml"), "", Path("/home"), MOMENT)
AIRFLOWS = RunContext(plan_of(bash("t"), name="shop"), REQUEST).of_task(bash("t"))
"""What the engine sends along with a job."""
PARAMS = {"epochs": encode(3), "since": encode(date(2026, 1, 2)), "ds": encode("mine")}


def returned(executor: Executor, folder: Path, source: str, **more: Any) -> object:  # noqa: ANN401 - a Job's other fields
    """What the one function of this source text returns."""
    return pushed(carried_out(executor, python_job(folder, source, push=ANY, **more)))["return_value"]


def test_params_come_as_a_dict_and_by_their_names_with_their_types(
    executor: Executor, tmp_path: Path
) -> None:
    source = "def f(params, epochs, since=None, other=7):\n  return [params, epochs, since, other]"
    params = {"epochs": 3, "since": date(2026, 1, 2), "ds": "mine"}
    assert returned(executor, tmp_path, source, params=PARAMS) == [params, 3, date(2026, 1, 2), 7]


def test_what_is_pulled_goes_before_airflows_names_and_those_before_params(
    executor: Executor, tmp_path: Path
) -> None:
    more: dict[str, Any] = {"params": PARAMS, "context": AIRFLOWS}
    source = "def f(ds, epochs): return [ds, epochs]"
    assert returned(executor, tmp_path, source, **more) == ["2026-01-02", 3]
    inputs = (given("ds", "pulled"), given("epochs", 5))
    assert returned(executor, tmp_path, source, inputs=inputs, **more) == ["pulled", 5]


def test_params_are_no_part_of_airflows_context(executor: Executor, tmp_path: Path) -> None:
    source = "def f(**context): return 'epochs' in context"
    assert returned(executor, tmp_path, source, params=PARAMS) is False


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ds", "2026-01-02"),
        ("ds_nodash", "20260102"),
        ("ts", "2026-01-02T03:04:05+00:00"),
        ("ts_nodash", "20260102T030405"),
        ("ts_nodash_with_tz", "20260102T030405+0000"),
        ("logical_date", MOMENT),
        ("data_interval_start", MOMENT),
        ("prev_start_date_success", None),
        ("map_index", 4),
        ("task_instance_key_str", "shop__t__20260102"),
    ],
)
def test_a_function_gets_airflows_values_by_their_names(
    executor: Executor, tmp_path: Path, name: str, value: object
) -> None:
    source = f"def f({name}): return {name}"
    assert returned(executor, tmp_path, source, context=AIRFLOWS, map_index=4) == value


def test_everything_that_the_check_lets_a_function_take_is_there(executor: Executor, tmp_path: Path) -> None:
    source = f"def f({', '.join(sorted(CONTEXT))}): return True"
    assert returned(executor, tmp_path, source, context=AIRFLOWS) is True


def test_macros_are_those_of_templates(executor: Executor, tmp_path: Path) -> None:
    source = """
    import json, time
    def f(macros, ds):
        assert macros.json is json and macros.time is time and 0 <= macros.random() < 1
        assert not hasattr(macros, "nothing") and macros.uuid.uuid4()
        return [macros.ds_add(ds, 1), macros.ds_format(ds, "%Y-%m-%d", "%d.%m.")]
    """
    assert returned(executor, tmp_path, source, context=AIRFLOWS) == ["2026-01-03", "02.01."]


def test_airflows_objects_tell_of_the_run(executor: Executor, tmp_path: Path) -> None:
    source = """
    import os
    def f(**context):
        ti, dag_run = context["ti"], context["dag_run"]
        assert ti.pid == os.getpid() and ti.start_date.tzinfo and ti.get_dagrun() is dag_run is ti.dag_run
        assert context["dag"].dag_id == ti.dag_id == context["task"].dag_id == context["task"].dag.dag_id
        assert dag_run.logical_date == context["logical_date"] and dag_run.run_id == ti.run_id
        assert "shop" in repr(dag_run)
        run = [dag_run.run_type, dag_run.conf]
        return [ti.dag_id, ti.task_id, ti.try_number, ti.max_tries, ti.map_index, *run]
    """
    context = {**AIRFLOWS, "max_tries": "2", "run_type": "scheduled"}
    more: dict[str, Any] = {"context": context, "params": {"n": "1"}, "map_index": 0}
    assert returned(executor, tmp_path, source, **more) == ["shop", "t", 1, 2, 0, "scheduled", {"n": 1}]
