"""`ti`: what a callable pushes and pulls, held to what the file declares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from flowdesk.executors.executor import Given, Input
from flowdesk.executors.job_message import job_message
from flowdesk.executors.worker.cancellation import Cancellation
from flowdesk.executors.worker.job import Job
from flowdesk.executors.worker.pushes import Pushes
from flowdesk.executors.worker.refused import Refused
from flowdesk.executors.worker.task_instance import TaskInstance
from flowdesk.plan.plan import Kind, Push, Source
from flowdesk.xcom.values import encode
from tests.builders import job

if TYPE_CHECKING:
    from pathlib import Path

ABSENT = object()


def instance(folder: Path, *inputs: Input, push: tuple[Push, ...] = (), **more: Any) -> TaskInstance:  # noqa: ANN401 - a Job's other fields
    """The `ti` of a task with these inputs."""
    message = job_message(job(folder, "m:f", kind=Kind.PYTHON, inputs=inputs, push=push, **more))
    worker_job = Job(message)
    return TaskInstance(worker_job, Pushes(worker_job, lambda _: None, Cancellation()))


@pytest.fixture
def mapped(tmp_path: Path) -> TaskInstance:
    """A task that pulls of "m", mapped over three (0, absent, 20), of "one", of "plain" and of "none"."""
    given = [Given("m", "k", "20", 2), Given("m", "k", "0", 0), Given("m", "k", None, 1)]
    return instance(
        tmp_path,
        Input("m", tuple(given), many=True),
        Input("one", (Given("one", "k", "[1]", 0),), many=True),
        Input("plain", (Given("plain", "k", "[7, 8]"),)),
        Input("none", (), many=True, empty=(Source("none", "k"),)),
        Input("d", (Given("d", "k", None, 0),), many=True, default="5"),
        Input("item", (Given("", "", "9"),)),
    )


@pytest.fixture
def ti(tmp_path: Path) -> TaskInstance:
    """A task that pushes "own" and pulls "k" of "a" (1), "b" (null), and "c" (absent, not required)."""
    values = {"a": 1, "b": None, "c": ABSENT}
    given = [Given(task, "k", None if value is ABSENT else encode(value)) for task, value in values.items()]
    inputs = (Input("x", tuple(given), many=True), Input("y", (Given("d", "k", None),), default="7"))
    push = (Push("own", "float"), Push("more keys", "any", required=False))
    return instance(tmp_path, *inputs, push=push)


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


@pytest.mark.parametrize("more", [{"dag_id": "other"}, {"run_id": "other"}, {"strange": 1}])
def test_what_airflow_has_besides_is_refused_rather_than_ignored(
    ti: TaskInstance, more: dict[str, object]
) -> None:
    with pytest.raises(Refused, match=f"{next(iter(more))} is not supported"):
        ti.xcom_pull(task_ids="a", key="k", **more)  # type: ignore[arg-type]  # as a user may call it


def test_airflows_defaults_written_out_are_fine(ti: TaskInstance) -> None:
    assert ti.xcom_pull("a", None, "k", False, map_indexes=None, session=None) == 1  # noqa: FBT003 - by position
    assert ti.xcom_pull("a", key="k", run_id="run_1", map_indexes=-1) == 1


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("", "not empty"),
        (None, "a key is a string"),
        ("k" * 513, "at most 512 characters"),
        ("new", r'declared: \'own\', \'more keys\'\); add to \[tasks.t\]: push.new = "int"'),
    ],
)
def test_a_push_of_a_key_that_cannot_be_is_refused_with_the_reason(
    ti: TaskInstance, key: str, message: str
) -> None:
    with pytest.raises(Refused, match=message):
        ti.xcom_push(key, 1)


def test_a_value_of_no_storable_type_is_refused_with_its_key(ti: TaskInstance) -> None:
    with pytest.raises(Refused, match=r"push 'more keys': .*object"):
        ti.xcom_push("more keys", object())


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ({"task_ids": "m"}, [0, 20]),
        ({"task_ids": "m", "default": None}, [0, None, 20]),
        ({"task_ids": "one"}, [[1]]),
        ({"task_ids": "none"}, []),
        ({"task_ids": "d"}, [5]),
        ({"task_ids": "m", "map_indexes": [2, 0]}, [20, 0]),
        ({"task_ids": "m", "map_indexes": 2}, 20),
        ({"task_ids": "m", "map_indexes": 1}, None),
        ({"task_ids": "m", "map_indexes": 9, "default": "x"}, "x"),
        ({"task_ids": "m", "map_indexes": [0, 9], "default": "x"}, [0, "x"]),
        ({"task_ids": "m", "map_indexes": range(0, 3, 2)}, [0, 20]),
        ({"task_ids": "m", "map_indexes": []}, []),
        ({"task_ids": "d", "map_indexes": 9}, 5),
        ({"task_ids": ["m", "plain"]}, [0, 20, [7, 8]]),
        ({"task_ids": ["plain", "one", "none"]}, [[7, 8], [1]]),
        ({"task_ids": ["m", "d"], "map_indexes": 0}, [0, 5]),
        ({"task_ids": "plain", "map_indexes": -1}, [7, 8]),
    ],
)
def test_a_pull_of_mapped_tasks_gives_a_list_in_the_order_of_the_index(
    mapped: TaskInstance, asked: dict[str, Any], value: object
) -> None:
    assert mapped.xcom_pull(key="k", **asked) == value


@pytest.mark.parametrize(
    ("task", "index", "why"),
    [("m", 9, "it has 0 to 2"), ("plain", 0, "it is not mapped"), ("none", 0, "it was mapped over nothing")],
)
def test_a_map_index_that_is_not_there_is_an_error(
    mapped: TaskInstance, task: str, index: int, why: str
) -> None:
    with pytest.raises(Refused, match=f"task '{task}' has no map index {index}, as {why}"):
        mapped.xcom_pull(task_ids=task, key="k", map_indexes=index)


def test_an_expanded_item_is_no_pull(mapped: TaskInstance) -> None:
    with pytest.raises(Refused, match="does not declare"):
        mapped.xcom_pull(task_ids="item", key="k")


def test_a_mapped_task_pulls_its_own_value_by_its_own_index(tmp_path: Path) -> None:
    ti = instance(tmp_path, push=(Push("own", "int"),), map_index=3)
    ti.xcom_push("own", 1)
    assert (ti.map_index, ti.xcom_pull(key="own"), ti.xcom_pull(key="own", map_indexes=3)) == (3, 1, 1)
    with pytest.raises(Refused, match="has no map index 2"):
        ti.xcom_pull(key="own", map_indexes=2)


def test_an_earlier_run_is_asked_only_where_the_file_says_so(tmp_path: Path) -> None:
    ti = instance(
        tmp_path,
        Input("a", (Given("a", "k", "1"),), earlier=True),
        Input("b", (Given("b", "k", "2"),)),
    )
    assert ti.xcom_pull(task_ids="a", key="k", include_prior_dates=True) == 1
    assert ti.xcom_pull(task_ids=["a", "b"], key="k") == [1, 2]
    with pytest.raises(Refused, match=r"add to pull.b of \[tasks.t\]: earlier = true"):
        ti.xcom_pull(task_ids=["a", "b"], key="k", include_prior_dates=True)
    with pytest.raises(Refused, match=r'pull.k = { from = "z:k", earlier = true }'):
        ti.xcom_pull(task_ids="z", key="k", include_prior_dates=True)


def test_of_itself_a_task_pulls_what_it_pushed_last_in_this_try_or_in_an_earlier_run(tmp_path: Path) -> None:
    before = Input("mark", (Given("t", "own", "7"),), earlier=True)
    ti = instance(tmp_path, before, push=(Push("own", "int"),))
    assert ti.xcom_pull(task_ids="t", key="own", include_prior_dates=True) == 7
    assert ti.xcom_pull(task_ids="t", key="own", earlier=True) == 7
    ti.xcom_push(key="own", value=8)
    assert ti.xcom_pull(task_ids="t", key="own", include_prior_dates=True) == 8
    with pytest.raises(Refused, match=r'pull.other = \{ from = "t:other", earlier = true \}'):
        ti.xcom_pull(task_ids="t", key="other", include_prior_dates=True)
