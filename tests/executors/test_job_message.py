from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.executor import Given, Input
from flowdesk.executors.job_message import REPEATED, Known, job_message
from flowdesk.plan.plan import Kind, Push
from tests.builders import job

if TYPE_CHECKING:
    from pathlib import Path


def test_a_first_job_is_told_as_a_whole(tmp_path: Path) -> None:
    assert job_message(job(tmp_path, "true"), {}).keys() >= set(REPEATED)


def test_what_is_as_in_the_job_before_is_left_out(tmp_path: Path) -> None:
    known: Known = {}
    job_message(job(tmp_path, "true", context={"ds": "2026-01-05"}), known)
    second = job_message(job(tmp_path, "false", id="u/1", task="u", context={"ds": "2026-01-05"}), known)
    assert second.keys() == {"say", "id", "task", "log", "inputs", "code"}


def test_what_is_no_longer_as_before_is_told_also_where_it_is_nothing(tmp_path: Path) -> None:
    known: Known = {}
    job_message(job(tmp_path, "m:f", kind=Kind.PYTHON, env={"A": "1"}, push=(Push("k", "int"),)), known)
    second = job_message(job(tmp_path, "m:f", kind=Kind.PYTHON), known)
    assert (second["env"], second["push"]) == ({}, [])


def test_inputs_are_told_each_time_so_that_nobody_keeps_large_values(tmp_path: Path) -> None:
    known: Known = {}
    inputs = (Input("x", (Given("a", "k", "1"),)),)
    messages = [job_message(job(tmp_path, "true", inputs=inputs), known) for _ in range(2)]
    assert messages[0]["inputs"] == messages[1]["inputs"] != []
    assert "inputs" not in known


def test_a_kind_with_nothing_to_carry_out_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nothing to carry out"):
        job_message(job(tmp_path, kind=Kind.JOINT))
