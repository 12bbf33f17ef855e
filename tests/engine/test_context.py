"""Airflow's names for a run, as text for callables and as values for templates."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.engine.context import RunContext, previous_success
from flowdesk.engine.jobs import RunRequest
from flowdesk.plan.states import RunState
from flowdesk.store.rows import RunRow
from flowdesk.store.store import Store
from tests.builders import bash, finish_run, plan_of, start_run

if TYPE_CHECKING:
    from flowdesk.plan.plan import Plan

REQUEST = RunRequest("r", Path("/p/f.toml"), "", Path("/h"), datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
BEFORE = RunRow(
    "q", 1, "p", "/p/f.toml", "d", RunState.SUCCESS, None, 60.0, 120.0, "2026-01-01T03:04:00+00:00"
)


def scheduled(schedule: str | None, timezone: str = "UTC") -> Plan:
    return plan_of(bash("t"))._replace(schedule=schedule, timezone=timezone)


def test_without_a_schedule_the_interval_is_the_moment() -> None:
    start, end = RunContext(scheduled(None), REQUEST).interval
    assert start == end == REQUEST.logical_date


def test_a_run_by_hand_is_of_the_last_interval_that_is_over() -> None:
    start, end = RunContext(scheduled("@daily"), REQUEST).interval
    assert (start.isoformat(), end.isoformat()) == ("2026-01-01T00:00:00+00:00", "2026-01-02T00:00:00+00:00")


def test_days_are_those_of_the_pipelines_timezone() -> None:
    start, end = RunContext(scheduled("@daily", "Asia/Seoul"), REQUEST).interval
    assert (start.isoformat(), end.isoformat()) == ("2025-12-31T15:00:00+00:00", "2026-01-01T15:00:00+00:00")


def test_a_callable_gets_what_can_travel_as_text() -> None:
    plan = scheduled("@daily")
    assert RunContext(plan, REQUEST, previous=lambda: BEFORE).of_task(plan.tasks["t"]) == {
        "run_id": "r",
        "dag_id": "test",
        "run_type": "manual",
        "logical_date": "2026-01-02T03:04:00+00:00",
        "ds": "2026-01-02",
        "ds_nodash": "20260102",
        "ts": "2026-01-02T03:04:00+00:00",
        "ts_nodash": "20260102T030400",
        "ts_nodash_with_tz": "20260102T030400+0000",
        "data_interval_start": "2026-01-01T00:00:00+00:00",
        "data_interval_end": "2026-01-02T00:00:00+00:00",
        "prev_start_date_success": "1970-01-01T00:01:00+00:00",
        "prev_end_date_success": "1970-01-01T00:02:00+00:00",
        "prev_data_interval_start_success": "2025-12-31T00:00:00+00:00",
        "prev_data_interval_end_success": "2026-01-01T00:00:00+00:00",
        "max_tries": "0",
    }


def test_without_a_run_before_its_names_are_left_out() -> None:
    plan = scheduled(None)
    assert not [name for name in RunContext(plan, REQUEST).of_task(plan.tasks["t"]) if "prev" in name]


def test_the_run_before_is_the_latest_that_succeeded(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    path = "/pipelines/test.toml"
    finish_run(store, "one")
    finish_run(store, "two", path="/pipelines/other.toml")
    start_run(store, "three")
    start_run(store, "four")
    found = previous_success(store, path, "four")
    assert found is not None
    assert found.id == "one"
    assert previous_success(store, path, "one") is None
    store.close()
