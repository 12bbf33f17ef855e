"""The course in pipelines/: every file of it is checked, runs to its end and leaves what it promises."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PIPELINES = Path(__file__).parent.parent / "pipelines"
FILES = sorted(PIPELINES.glob("*.toml"))
MODELS = [f"processing_tasks.training_model_{letter}" for letter in "abc"]


def flowdesk(*arguments: str | Path) -> str:
    """Run a command as a user would, and return what it printed. Anything but success fails the test."""
    done = subprocess.run(
        [sys.executable, "-m", "flowdesk", *map(str, arguments)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def value(task: str, key: str) -> Any:  # noqa: ANN401 - a value is of any type
    return json.loads(flowdesk("xcom", "get", task, key, "--json"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_pipeline_of_the_course_has_no_problems(file: Path) -> None:
    flowdesk("validate", file)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_pipeline_of_the_course_succeeds(file: Path) -> None:
    flowdesk("run", file)
    (run,) = json.loads(flowdesk("runs", "--json"))
    assert run["state"] == "success"


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
