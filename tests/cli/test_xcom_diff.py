from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState
from flowdesk.xcom.values import encode
from tests.cli.conftest import RETRIED, SUCCESS, begin, carry_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.store.store import Store
    from tests.cli.conftest import Told


def run_with(store: Store, run_id: str, **values: object) -> None:
    """A run whose task `train` pushed these values."""
    with store.transaction():
        begin(store, run_id, "train", "report")
        carry_out(store, run_id, "train", 1, **values)
        store.finish_try(run_id, "train", 1, SUCCESS)
        store.finish_run(run_id, RunState.SUCCESS)


@pytest.fixture
def two_runs(store: Store) -> None:
    """Runs 1 and 2 of one file, whose values differ in many ways."""
    poem = "first line\nsecond line\nthird line\n"
    run_with(store, "one", score=0.5, best={"model": "a", "scores": [1, 2]}, same=[1], text=poem, old=1)
    changed = poem.replace("second", "other")
    run_with(store, "two", score=0.75, best={"model": "b", "scores": [1, 4]}, same=[1], text=changed, new=2)


@pytest.mark.usefixtures("two_runs")
def test_what_differs_is_shown_by_its_kind(flowdesk: Callable[..., Told]) -> None:
    told = flowdesk("xcom", "diff", "1", "2")
    assert told.code == 1
    assert told.out.splitlines() == [
        "score of train: 0.5 → 0.75 (+0.25, +50 %)",
        "best of train: 2 changes",
        "  model: 'a' → 'b'",
        "  scores[1]: 2 → 4 (+2, +100 %)",
        "text of train:",
        "  --- run 1",
        "  +++ run 2",
        "  @@ -1,3 +1,3 @@",
        "   first line",
        "  -second line",
        "  +other line",
        "   third line",
        "old of train: only in run 1, 1",
        "new of train: only in run 2, 2",
    ]


@pytest.mark.usefixtures("two_runs")
def test_without_names_the_latest_run_is_compared_with_the_one_before(flowdesk: Callable[..., Told]) -> None:
    whole = flowdesk("xcom", "diff", "1", "2").out
    assert flowdesk("xcom", "diff").out == whole
    assert flowdesk("xcom", "diff", "2").out == whole


@pytest.mark.usefixtures("two_runs")
def test_a_task_and_a_key_can_be_named(flowdesk: Callable[..., Told]) -> None:
    told = flowdesk("xcom", "diff", "1", "2", "train", "score")
    assert told.out == "score of train: 0.5 → 0.75 (+0.25, +50 %)\n"
    told = flowdesk("xcom", "diff", "1", "2", "train", "same")
    assert (told.code, told.out, told.err) == (0, "", "")
    assert flowdesk("xcom", "diff", "1", "2", "report").code == 0


@pytest.mark.usefixtures("two_runs")
def test_json_has_the_values_and_the_parts(flowdesk: Callable[..., Told]) -> None:
    score, best, text, old, new = json.loads(flowdesk("xcom", "diff", "1", "2", "--json").out)
    assert score == {
        "task": "train",
        "key": "score",
        "kind": "changed",
        "before": 0.5,
        "after": 0.75,
        "difference": 0.25,
        "percent": 50.0,
    }
    assert best["changes"][1] == {"path": ".scores[1]", "before": 2, "after": 4}
    assert "-second line" in text["diff"]
    assert (old["kind"], new["kind"]) == ("removed", "added")


def test_two_tries_of_a_task_are_compared(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "run", "train")
        carry_out(store, "run", "train", 1, score=1, note="x")
        store.finish_try("run", "train", 1, RETRIED)
        carry_out(store, "run", "train", 2, score=2, note="x")
        store.finish_run("run", RunState.SUCCESS)
    assert flowdesk("xcom", "diff", "--tries", "1", "2", "train").out == (
        "score of train: 1 → 2 (+1, +100 %)\n"
    )
    told = flowdesk("xcom", "diff", "--tries", "1", "3", "train")
    assert told.err == "flowdesk: task 'train' of run 1 had 2 tries, no 3\n"


def test_a_secret_is_not_compared_and_that_is_said(flowdesk: Callable[..., Told], store: Store) -> None:
    for number in (1, 2):
        with store.transaction():
            begin(store, f"run_{number}", "train")
            carry_out(store, f"run_{number}", "train")
            value = encode(f"hunter{number}")
            store.push_value(f"run_{number}", "train", 1, key="token", value=value, secret=True)
    told = flowdesk("xcom", "diff", "1", "2")
    assert (told.code, told.out) == (0, "")
    assert told.err == "Not compared, because secret: 'token' of 'train'.\n"


def test_large_values_differ_by_what_is_known_of_them(flowdesk: Callable[..., Told], store: Store) -> None:
    for number, rows in enumerate((1000, 1200), 1):
        about = {"dtype": "float64", "shape": [rows, 3]}
        stored = {"$": "stored", "sha256": f"{number}" * 64, "size": rows * 24, "form": "npy", "about": about}
        with store.transaction():
            begin(store, f"run_{number}", "train")
            carry_out(store, f"run_{number}", "train")
            store.push_value(f"run_{number}", "train", 1, key="w", value=json.dumps(stored))
    assert flowdesk("xcom", "diff", "1", "2").out == (
        "w of train: array float64 [1000 x 3], 23.4 KiB → array float64 [1200 x 3], 28.1 KiB\n"
    )


@pytest.mark.usefixtures("two_runs")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["1"], "run 1 is the first of its file; name the run to compare it with"),
        (["1", "9"], "there is no run '9'; `flowdesk runs` lists them"),
        (["1", "2", "trian"], "run 2 has no task 'trian', did you mean 'train'?"),
        (["1", "2", "train", "scor"], "no 'scor' was pushed in run 1 or 2, did you mean 'score'?"),
        (["1", "2", "a", "b", "c"], "'c' is too much: two runs, a task and a key can be named"),
        (
            ["--tries", "1", "2"],
            "which task are the --tries of? Name it: flowdesk xcom diff --tries 1 2 TASK",
        ),
    ],
)
def test_what_is_not_there_is_one_sentence(
    flowdesk: Callable[..., Told], words: list[str], sentence: str
) -> None:
    told = flowdesk("xcom", "diff", *words)
    assert (told.code, told.out, told.err) == (2, "", f"flowdesk: {sentence}\n")
