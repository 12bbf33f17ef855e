"""The course in pipelines/: every file of it is checked, runs to its end and leaves what it promises."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from flowdesk.plan.states import RunState
from flowdesk.store.store import Store

PIPELINES = Path(__file__).parent.parent / "pipelines"
FILES = sorted(PIPELINES.glob("*.toml"))
MODELS = [f"processing_tasks.training_model_{letter}" for letter in "abc"]


QUESTIONS = {"approval": ("agree", "yes")}
"""The pipelines that ask something, with the task that asks and the answer."""


@pytest.fixture(autouse=True)
def token(monkeypatch: pytest.MonkeyPatch) -> str:
    """The secret that one of the pipelines takes from the environment."""
    monkeypatch.setenv("SHOP_TOKEN", "hocus-pocus")
    return "hocus-pocus"


def flowdesk(*arguments: str | Path) -> str:
    """Run a command as a user would, and return what it printed. Anything but success fails the test."""
    done = subprocess.run(
        [sys.executable, "-m", "flowdesk", *map(str, arguments)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def run_and_answer(file: Path, task: str, answer: str) -> None:
    """Run a pipeline, and give the answer once it is asked for."""
    with subprocess.Popen(
        [sys.executable, "-m", "flowdesk", "run", str(file), "--json"], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if "asks" in json.loads(line).get("data", {}) and json.loads(line)["data"]["asks"]:
                flowdesk("approve", task, answer)
    assert process.returncode == 0


def value(task: str, key: str) -> Any:  # noqa: ANN401 - a value is of any type
    return json.loads(flowdesk("xcom", "get", task, key, "--json"))


def test_the_pipelines_of_the_course_have_no_problems() -> None:
    assert flowdesk("validate", *FILES) == f"{len(FILES)} files: no problems\n"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_pipeline_of_the_course_succeeds(file: Path, home: Path) -> None:
    if file.stem in QUESTIONS:
        run_and_answer(file, *QUESTIONS[file.stem])
    else:
        flowdesk("run", file)
    with Store.open(home, read_only=True) as store:
        runs = store.runs()
    assert {run.state for run in runs} == {RunState.SUCCESS}
    assert sum(run.parent is None for run in runs) == 1


def test_the_seed_trains_its_models_side_by_side_and_chooses_the_best() -> None:
    events = [json.loads(line) for line in flowdesk("run", PIPELINES / "xcom.toml", "--json").splitlines()]

    trained = [event["kind"] for event in events if event.get("task") in MODELS and "try" in event["kind"]]
    assert trained == ["try_started"] * 3 + ["try_finished"] * 3

    accuracies = {model: value(model, "model_accuracy") for model in MODELS}
    best = max(accuracies, key=accuracies.__getitem__)
    assert value("choose_best_model", "best") == {best: accuracies[best]}
    assert str(list(accuracies.values())) in flowdesk("logs", "choose_best_model")


def test_a_task_of_the_seed_that_pushes_nothing_leaves_nothing() -> None:
    flowdesk("run", PIPELINES / "xcom.toml")
    assert {row["task"] for row in json.loads(flowdesk("xcom", "list", "--json"))} == {
        *MODELS,
        "choose_best_model",
    }


def test_the_same_pipeline_with_plain_arguments_does_the_same() -> None:
    flowdesk("run", PIPELINES / "xcom_arguments.toml")
    accuracies = [value(model, "return_value") for model in MODELS]
    assert value("choose_best_model", "best") == max(accuracies)
    assert accuracies[value("choose_best_model", "position")] == max(accuracies)
    assert f"with an accuracy of {max(accuracies)}" in flowdesk("logs", "announce")


def states() -> dict[str, str]:
    """How the tasks of the latest run stand."""
    return {task["task"]: task["state"] for task in json.loads(flowdesk("show", "--json"))["tasks"]}


def test_a_branch_skips_what_it_does_not_pick_and_the_ways_come_together() -> None:
    flowdesk("run", PIPELINES / "branching.toml")
    assert states() == {
        **dict.fromkeys(("count", "how", "lorry", "report", "is_much"), "success"),
        **dict.fromkeys(("bicycle", "alarm"), "skipped"),
    }
    assert flowdesk("logs", "report") == "a lorry brings 12\n"


def test_mapped_tasks_give_their_values_as_a_list() -> None:
    flowdesk("run", PIPELINES / "mapping.toml")
    assert value("measure", "return_value") == [6, 6, 6, 6]
    assert value("sum", "return_value") == 24
    assert value("greet", "return_value") == [
        "hello, sun",
        "hello, moon",
        "good bye, sun",
        "good bye, moon",
    ]


def test_what_fails_is_tried_again_and_a_group_as_a_whole() -> None:
    flowdesk("run", PIPELINES / "retries.toml")
    tries = {task["task"]: len(task["tries"]) for task in json.loads(flowdesk("show", "--json"))["tasks"]}
    assert tries == {"fetch": 3, "extra": 1, "trade.prepare": 2, "trade.check": 2}
    assert states()["extra"] == "skipped"


def test_a_secret_is_nowhere_to_be_seen(token: str, home: Path) -> None:
    flowdesk("run", PIPELINES / "secrets.toml")
    assert value("order", "return_value") == len(f"session-of-{token}")
    files = [file for file in home.rglob("*") if file.is_file()]
    assert not [file for file in files if token.encode() in file.read_bytes()]
    assert token not in flowdesk("logs", "log_in")


def test_what_is_unchanged_is_not_run_again() -> None:
    for _ in range(2):
        flowdesk("run", PIPELINES / "caching.toml")
    (slow,) = json.loads(flowdesk("show", "2", "slow", "--json"))["tries"]
    assert slow["cached_from"] == json.loads(flowdesk("runs", "--json"))[1]["id"]
    assert flowdesk("logs", "tell") == "together 6\n"


def test_what_was_set_up_is_taken_down() -> None:
    flowdesk("run", PIPELINES / "teardown.toml")
    assert value("count", "return_value") == 1
    assert not Path(value("start", "return_value")).exists()


def test_params_are_data_wherever_they_are_put() -> None:
    name = "O'Hara; exit 1 $(exit 1)"
    flowdesk("run", PIPELINES / "params.toml", "--param", f"name={name}", "--param", "rows=2")
    assert value("head", "return_value").startswith(f"{name} of 2")
    assert value("make", "return_value") == [1, 4]


def test_a_pipeline_is_run_as_a_task_with_a_run_of_its_own() -> None:
    flowdesk("run", PIPELINES / "nested.toml")
    assert flowdesk("logs", "compare") == "spring [1, 4, 9, 16, 25], autumn [1, 8, 27, 64, 125]\n"
    runs = json.loads(flowdesk("runs", "--json"))
    assert [(run["pipeline"], run["parent"]) for run in runs] == [
        ("params", runs[2]["id"]),
        ("params", runs[2]["id"]),
        ("nested", None),
    ]
    assert f"its run   {runs[1]['number']}; " in flowdesk("show", "1", "spring") + flowdesk(
        "show", "1", "autumn"
    )


def test_runs_can_be_looked_back_on() -> None:
    for rate in ("0.1", "0.3", "0.9"):
        flowdesk("run", PIPELINES / "history.toml", "--param", f"rate={rate}")
    losses = [value["value"] for value in json.loads(flowdesk("xcom", "history", "train", "loss", "--json"))]
    assert losses == sorted(losses, reverse=True)
    assert "poor → good x2" in flowdesk("xcom", "history", "train", "verdict")
    warned = flowdesk("validate", PIPELINES / "history.toml", "--target", "airflow-mysql")
    assert "'weights' of 'train' may have 100,000,000 bytes" in warned
