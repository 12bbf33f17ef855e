"""What becomes of a callable's return value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.job_message import job_message
from flowdesk.executors.worker.cancellation import Cancellation
from flowdesk.executors.worker.job import Job
from flowdesk.executors.worker.pushes import Pushes
from flowdesk.executors.worker.returned import push_returned
from flowdesk.plan.plan import Kind, Push
from flowdesk.xcom.values import decode
from tests.builders import job

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("declared", "value", "pushed"),
    [
        ({}, 5, {}),
        ({"return_value": "int"}, 5, {"return_value": 5}),
        ({"return_value": "int"}, None, {}),
        ({"return_value": "int | None"}, None, {"return_value": None}),
        ({"return_value": "dict"}, {"a": 1}, {"return_value": {"a": 1}}),
        ({"a": "int"}, 5, {"a": 5}),
        ({"a": "int"}, {"a": 5}, {"a": 5}),
        ({"a": "dict[str, int]"}, {"x": 5}, {"a": {"x": 5}}),
        ({"a": "int"}, None, {}),
        ({"a": "int", "b": "int"}, {"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 2}),
        ({"a": "int", "b": "int"}, {"a": 1}, {"a": 1}),
        ({"a": "int", "b": "int"}, 5, {}),
        ({"a": "int", "return_value": "dict"}, {"a": 1}, {"a": 1, "return_value": {"a": 1}}),
        ({"a": "int", "return_value": "int"}, 5, {"return_value": 5}),
    ],
)
def test_the_return_value_goes_to_the_declared_keys(
    tmp_path: Path, declared: dict[str, str], value: object, pushed: dict[str, object]
) -> None:
    assert returned(tmp_path, declared, value) == pushed


@pytest.mark.parametrize("value", [None, 5, {"x": 1}])
def test_the_only_key_is_left_alone_if_it_was_pushed_through_ti(tmp_path: Path, value: object) -> None:
    assert returned(tmp_path, {"a": "any"}, value, a=0) == {"a": 0}


def returned(tmp_path: Path, declared: dict[str, str], value: object, **before: object) -> dict[str, object]:
    """What has been pushed after a callable pushed `before` and returned `value`."""
    push = tuple(Push(key, type_) for key, type_ in declared.items())
    worker_job = Job(job_message(job(tmp_path, "m:f", kind=Kind.PYTHON, push=push)))
    pushes = Pushes(worker_job, lambda _: None, Cancellation())
    for key, one in before.items():
        pushes.push(key, one)
    push_returned(worker_job, pushes, value)
    return {key: decode(text) for key, text in pushes.values.items()}
