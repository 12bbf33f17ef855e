"""`ti`: what a callable pushes and pulls, held to what the file declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.executor import Given, Input
from flowdesk.executors.job_message import job_message
from flowdesk.executors.worker.cancellation import Cancellation
from flowdesk.executors.worker.job import Job
from flowdesk.executors.worker.pushes import Pushes
from flowdesk.executors.worker.refused import Refused
from flowdesk.executors.worker.task_instance import TaskInstance
from flowdesk.plan.plan import Kind, Push
from flowdesk.xcom.values import encode
from tests.builders import job

if TYPE_CHECKING:
    from pathlib import Path

ABSENT = object()


@pytest.fixture
def ti(tmp_path: Path) -> TaskInstance:
    """A task that pushes "own" and pulls "k" of "a" (1), "b" (null), and "c" (absent, not required)."""
    values = {"a": 1, "b": None, "c": ABSENT}
    given = [Given(task, "k", None if value is ABSENT else encode(value)) for task, value in values.items()]
    inputs = (Input("x", tuple(given), many=True), Input("y", (Given("d", "k", None),), default="7"))
    push = (Push("own", "float"), Push("more keys", "any", required=False))
    message = job_message(job(tmp_path, "m:f", kind=Kind.PYTHON, inputs=inputs, push=push))
    worker_job = Job(message)
    return TaskInstance(worker_job, Pushes(worker_job, lambda _: None, Cancellation()))


def test_one_id_gives_the_value(ti: TaskInstance) -> None:
    assert ti.xcom_pull(task_ids="a", key="k") == 1


@pytest.mark.parametrize("ids", [["a"], ("a",), {"a"}])
def test_a_list_of_one_gives_a_list(ti: TaskInstance, ids: object) -> None:
    assert ti.xcom_pull(task_ids=ids, key="k") == [1]  # type: ignore[arg-type]  # any iterable


def test_no_ids_at_all_give_an_empty_list(ti: TaskInstance) -> None:
    assert ti.xcom_pull(task_ids=[], key="k") == []


def test_a_pushed_null_is_none_whatever_the_default(ti: TaskInstance) -> None:
    assert ti.xcom_pull(task_ids="b", key="k", default=5) is None


def test_an_absent_value_is_the_default_given_here_or_in_the_file_or_none(ti: TaskInstance) -> None:
    assert ti.xcom_pull(task_ids="c", key="k", default=5) == 5
    assert ti.xcom_pull(task_ids="c", key="k") is None
    assert ti.xcom_pull(task_ids="d", key="k") == 7
    assert ti.xcom_pull(task_ids=["a", "c"], key="k", default=5) == [1, 5]


def test_without_ids_it_is_what_this_try_pushed(ti: TaskInstance) -> None:
    ti.xcom_push("own", 2)
    assert ti.xcom_pull(key="own") == 2.0
    assert ti.xcom_pull(task_ids="t", key="own") == 2.0


def test_what_this_try_has_not_pushed_is_an_error(ti: TaskInstance) -> None:
    with pytest.raises(Refused, match="task 't' has not pushed 'own' in this try"):
        ti.xcom_pull(key="own")
    assert ti.xcom_pull(key="own", default=1) == 1


def test_a_pulled_value_is_a_copy_of_its_own(ti: TaskInstance) -> None:
    ti.xcom_push("more keys", [1])
    pulled = ti.xcom_pull(key="more keys")
    assert isinstance(pulled, list)
    pulled.append(2)
    assert ti.xcom_pull(key="more keys") == [1]


@pytest.mark.parametrize(
    ("task", "key", "line"),
    [
        ("z", "k", 'pull.k = "z:k"'),
        ("a", "other key", 'pull."other key" = "a:other key"'),
        ("group.z", "return_value", 'pull.z = "group.z:return_value"'),
    ],
)
def test_an_undeclared_pull_shows_the_line_to_add(ti: TaskInstance, task: str, key: str, line: str) -> None:
    with pytest.raises(Refused) as refusal:
        ti.xcom_pull(task_ids=task, key=key)
    assert str(refusal.value).endswith(f"add to [tasks.t]: {line}")


def test_no_key_is_refused(ti: TaskInstance) -> None:
    with pytest.raises(Refused, match="a key is a string"):
        ti.xcom_pull(task_ids="a", key=None)


@pytest.mark.parametrize("more", [{"include_prior_dates": True}, {"map_indexes": [1]}, {"dag_id": "other"}])
def test_what_airflow_has_besides_is_refused_rather_than_ignored(
    ti: TaskInstance, more: dict[str, object]
) -> None:
    with pytest.raises(Refused, match=f"{next(iter(more))} is not supported"):
        ti.xcom_pull(task_ids="a", key="k", **more)  # type: ignore[arg-type]  # as a user may call it


def test_airflows_defaults_written_out_are_fine(ti: TaskInstance) -> None:
    assert ti.xcom_pull("a", None, "k", include_prior_dates=False, map_indexes=None) == 1


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("", "not empty"),
        (None, "a key is a string"),
        ("k" * 513, "at most 512 characters"),
        ("new", r'declared: \'own\', \'more keys\'\); add to \[tasks.t\]: push.new = "int"'),
    ],
)
def test_pushes_that_are_refused(ti: TaskInstance, key: str, message: str) -> None:
    with pytest.raises(Refused, match=message):
        ti.xcom_push(key, 1)


def test_a_value_of_no_storable_type_is_refused_with_its_key(ti: TaskInstance) -> None:
    with pytest.raises(Refused, match=r"push 'more keys': .*object"):
        ti.xcom_push("more keys", object())
