from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState
from flowdesk.xcom.values import encode
from tests.cli.conftest import RETRIED, SUCCESS, begin, carry_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.store.store import Store
    from tests.cli.conftest import Told


def run_with(store: Store, run_id: str, *, path: str = "/pipelines/a.toml", **values: object) -> None:
    """A run whose task `train` pushed these values."""
    with store.transaction():
        begin(store, run_id, "train", path=path)
        carry_out(store, run_id, "train", 1, **values)
        store.finish_try(run_id, "train", 1, SUCCESS)
        store.finish_run(run_id, RunState.SUCCESS)


def run_mapped(store: Store, run_id: str, *scores: float) -> None:
    """A run in which `train` was expanded, and each of its tasks pushed a score."""
    with store.transaction():
        begin(store, run_id, "train")
        store.expand_task(run_id, "train", len(scores))
        for index, score in enumerate(scores):
            carry_out(store, run_id, f"train[{index}]", 1, score=score)
        store.finish_run(run_id, RunState.SUCCESS)


def test_numbers_are_a_line_of_bars_newest_last(flowdesk: Callable[..., Told], store: Store) -> None:
    for number, score in enumerate((0.5, 0.75, 1.0)):
        run_with(store, f"run_{number}", score=score)
    title, line, _, *rows = flowdesk("xcom", "history", "train", "score").out.splitlines()
    assert title == "score of train, /pipelines/a.toml"
    assert line == "▁▅█  0.5 to 1"
    assert [row.split()[0] for row in rows] == ["1", "2", "3"]
    assert [row.split()[-1] for row in rows] == ["0.5", "0.75", "1"]


def test_words_are_a_row_of_words(flowdesk: Callable[..., Told], store: Store) -> None:
    for number, verdict in enumerate(("good", "good", "bad", "good")):
        run_with(store, f"run_{number}", verdict=verdict)
    assert flowdesk("xcom", "history", "train", "verdict").out.splitlines()[1] == "good x2 → bad → good"


def test_a_run_that_did_not_push_the_key_is_a_gap(flowdesk: Callable[..., Told], store: Store) -> None:
    run_with(store, "run_1", score=1)
    run_with(store, "run_2", other=1)
    run_with(store, "run_3", score=2)
    _, line, _, *rows = flowdesk("xcom", "history", "train", "score").out.splitlines()
    assert line.startswith("▁ █ ")
    assert rows[1].endswith("not pushed")


def test_the_last_try_of_a_run_counts(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "run", "train")
        carry_out(store, "run", "train", 1, score=1)
        store.finish_try("run", "train", 1, RETRIED)
        carry_out(store, "run", "train", 2, score=2)
        store.finish_run("run", RunState.SUCCESS)
    (value,) = json.loads(flowdesk("xcom", "history", "train", "score", "--json").out)
    assert (value["run"], value["try"], value["value"]) == (1, 2, 2)


def test_each_task_made_of_a_mapped_one_has_a_line(flowdesk: Callable[..., Told], store: Store) -> None:
    run_mapped(store, "run_1", 1, 5)
    run_mapped(store, "run_2", 2, 4)
    _, _, first, second = flowdesk("xcom", "history", "train", "score").out.splitlines()
    assert first.split() == ["train[0]", "2", "1", "2", "2", "▁█"]
    assert second.split() == ["train[1]", "2", "4", "5", "4", "█▁"]
    one = flowdesk("xcom", "history", "train[1]", "score").out
    assert "█▁" in one
    assert "train[0]" not in one


def test_csv_has_the_values_of_the_latest_runs(flowdesk: Callable[..., Told], store: Store) -> None:
    for number in range(3):
        run_with(store, f"run_{number}", name=f'a "name", {number}')
    told = flowdesk("xcom", "history", "train", "name", "--csv", "--limit", "2")
    rows = list(csv.DictReader(StringIO(told.out)))
    assert [(row["run"], row["value"]) for row in rows] == [("2", 'a "name", 1'), ("3", 'a "name", 2')]
    assert rows[0]["started_at"].endswith("+00:00")


def test_runs_of_another_file_do_not_count(flowdesk: Callable[..., Told], store: Store) -> None:
    run_with(store, "run_1", score=1)
    run_with(store, "run_2", path="/pipelines/b.toml", score=9)
    (value,) = json.loads(flowdesk("xcom", "history", "train", "score", "/pipelines/a.toml", "--json").out)
    assert value["value"] == 1


def test_a_secret_is_masked(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "run", "train")
        carry_out(store, "run", "train")
        store.push_value("run", "train", 1, key="token", value=encode("hunter2"), secret=True)
        store.finish_run("run", RunState.SUCCESS)
    for form in ((), ("--csv",), ("--json",)):
        told = flowdesk("xcom", "history", "train", "token", *form)
        assert "hunter2" not in told.out
        assert "***" in told.out


def test_a_large_value_is_told_by_its_shape(flowdesk: Callable[..., Told], store: Store) -> None:
    about = {"dtype": "float64", "shape": [1000, 3]}
    stored = {"$": "stored", "sha256": "0" * 64, "size": 24128, "form": "npy", "name": None, "about": about}
    with store.transaction():
        begin(store, "run", "train")
        carry_out(store, "run", "train")
        store.push_value("run", "train", 1, key="weights", value=json.dumps(stored))
        store.finish_run("run", RunState.SUCCESS)
    assert "array float64 [1000 x 3], 23.6 KiB" in flowdesk("xcom", "history", "train", "weights").out
    assert "array float64 [1000 x 3]" in flowdesk("xcom", "history", "train", "weights", "--csv").out


@pytest.mark.parametrize(
    ("task", "key", "sentence"),
    [
        ("trian", "score", "no task 'trian' in the latest run of the file, did you mean 'train'?"),
        ("train", "scor", "'train' pushed no 'scor' in the latest run of the file, did you mean 'score'?"),
    ],
)
def test_what_was_never_pushed_is_one_sentence(
    flowdesk: Callable[..., Told], store: Store, task: str, key: str, sentence: str
) -> None:
    run_with(store, "run", score=1)
    told = flowdesk("xcom", "history", task, key)
    assert (told.code, told.out) == (2, "")
    assert told.err == f"flowdesk: {sentence}\n"
