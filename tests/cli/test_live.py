from __future__ import annotations

import io

import pytest
from rich.console import Console

from flowdesk.cli.live import LiveDisplay
from flowdesk.cli.standing import Standing
from flowdesk.cli.terminal import cell_width
from flowdesk.plan.events import EventKind
from flowdesk.plan.states import TaskState
from tests.builders import bash, plan_of
from tests.cli.events import event, expanded, finished, pushed, started


def drawn(standing: Standing, width: int = 80, height: int = 24) -> list[str]:
    console = Console(file=io.StringIO(), width=width, height=height, force_terminal=True, color_system=None)
    with console.capture() as captured:
        console.print(LiveDisplay(standing, console=console, now=lambda: 1_700_000_000.0).draw())
    return [line.rstrip() for line in captured.get().splitlines()]


def test_every_task_has_a_line_where_all_fit() -> None:
    standing = Standing(plan_of(bash("a"), bash("b"), name="xcom_dag"))
    standing.apply([started("a"), pushed("a", "k", "0.5"), finished("a", TaskState.SUCCESS), started("b")])
    title, first, second, progress = drawn(standing)
    assert title == "xcom_dag"
    assert first.split()[:3] == ["✓", "success", "a"]
    assert first.endswith("k = 0.5")
    assert second.split()[1:3] == ["running", "b"]
    assert "1 of 2 done, 1 running" in progress


def test_of_many_tasks_only_what_runs_and_what_failed_is_shown() -> None:
    tasks = [f"t{number}" for number in range(1000)]
    standing = Standing(plan_of(*map(bash, tasks)))
    standing.apply([started("t1"), finished("t1", TaskState.FAILED, reason="exit code 1")])
    standing.apply([started("t7"), started("t8")])
    _, *rows, progress = drawn(standing)
    assert [row.split()[2] for row in rows] == ["t1", "t7", "t8"]
    assert "1 of 1,000 done, 2 running, 1 failed" in progress


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    standing = Standing(plan_of(bash("학습_모델_이름이_아주_긴_태스크" * 3), name="이름" * 60))
    (task,) = standing.plan.tasks
    standing.apply([started(task), pushed(task, "정확도", "0.123" * 30)])
    assert max(map(cell_width, drawn(standing, width))) <= width


@pytest.mark.parametrize("height", [1, 4, 5, 10])
def test_a_low_terminal_shows_fewer_tasks(height: int) -> None:
    standing = Standing(plan_of(*(bash(f"t{number}") for number in range(50))))
    standing.apply([started(f"t{number}") for number in range(40)])
    assert len(drawn(standing, 80, height)) <= max(height, 3)


def test_a_run_that_is_being_cancelled_says_how_to_end_it_at_once() -> None:
    standing = Standing(plan_of(bash("a")))
    standing.is_ending = lambda: True
    assert "ending; Ctrl-C again ends it at once" in drawn(standing)[-1]


def test_a_value_cannot_steer_the_terminal() -> None:
    standing = Standing(plan_of(bash("a")))
    standing.apply([started("a"), pushed("a", "k", "\x1b[2J")])
    assert "\x1b[2J" not in "".join(drawn(standing))


@pytest.mark.parametrize("width", [60, 80, 100])
def test_long_ids_of_one_group_can_be_told_apart(width: int) -> None:
    group = "processing_tasks.of_the_whole_quarter.and_of_every_region.training_model_"
    standing = Standing(plan_of(*(bash(group + letter) for letter in "abc")))
    for letter in "abc":
        standing.apply([started(group + letter), pushed(group + letter, "model_accuracy", "0.8312" * 5)])
    lines = drawn(standing, width)
    assert all(f"training_model_{letter} " in line for letter, line in zip("abc", lines[1:], strict=False))
    assert max(map(cell_width, lines)) <= width
    if width > 72:
        assert all("model_accuracy = 0.8" in line for line in lines[1:4])


def test_a_mapped_task_shows_how_far_it_is() -> None:
    standing = Standing(plan_of(bash("train")))
    standing.apply([expanded("train", 3), started("train[0]"), finished("train[0]", TaskState.SUCCESS)])
    _, row, progress = drawn(standing)
    assert row.split()[1:3] == ["running", "train"]
    assert row.endswith("1 of 3 done")
    assert "0 of 1 done, 1 running" in progress


@pytest.mark.parametrize("width", [40, 80])
def test_a_question_is_shown_whole_with_the_command_that_answers_it(width: int) -> None:
    standing = Standing(plan_of(bash("check"), bash("b")))
    standing.number = 7
    asks = {"question": "Shall the report of the whole quarter be published now?", "choices": ["yes", "no"]}
    standing.apply([started("check", asks=asks)])
    lines = drawn(standing, width)
    assert lines[1].split()[:3] == ["?", "asking", "check"]
    assert max(map(cell_width, lines)) <= width
    text = " ".join(" ".join(lines[3:]).split())
    assert "? Shall the report of the whole quarter be published now? flowdesk approve 7 check yes|no" in text


def test_a_paused_run_says_how_it_goes_on() -> None:
    standing = Standing(plan_of(bash("a")))
    standing.apply([event(EventKind.RUN_PAUSED)])
    assert drawn(standing)[0] == "test  paused; flowdesk resume continues it"
