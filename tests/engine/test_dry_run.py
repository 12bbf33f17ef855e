"""What a run would carry out, told without running it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from flowdesk.engine.dry_run import dry_run, in_order, lines
from flowdesk.engine.jobs import RunRequest
from flowdesk.plan.plan import Expand, Kind, Pull, Source, Task
from tests.builders import bash, plan_of

REQUEST = RunRequest("r", Path("/p/f.toml"), "", Path("/h"), datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
SCORE = Pull("score", (Source("train", "score"),))


def told(*tasks: Task) -> list[str]:
    return list(lines(dry_run(plan_of(*tasks), REQUEST)))


def test_a_task_comes_after_what_it_waits_for_and_else_in_the_files_order() -> None:
    assert in_order(plan_of(bash("c", "a"), bash("b"), bash("a"))) == ["b", "a", "c"]


def test_templates_are_filled_in_as_far_as_their_values_are_known() -> None:
    task = Task("t", Kind.BASH, ("cp {{ ds }}.csv out\necho {{ pull.score }}",), pulls=(SCORE,))
    assert told(task) == [
        "t",
        "    $ cp 2026-01-02.csv out",
        "      echo «train:score»",
        "    score ← train:score",
    ]


def test_a_template_that_computes_with_an_unknown_value_is_shown_as_it_is_written() -> None:
    task = Task("t", Kind.BASH, ("echo {{ pull.score * 2 }}",), pulls=(SCORE,))
    code, _, note = told(task)[1:]
    assert code == "    $ echo {{ pull.score * 2 }}"
    assert note.startswith("    (as it is written, because before the run the template of bash")


def test_a_secret_is_not_even_asked_for() -> None:
    task = Task("t", Kind.COMMAND, ("deploy", "two words"), env_from={"TOKEN": "env:NOT_THERE"}, cwd="/x")
    assert told(task) == ["t", "    $ deploy 'two words'", "    TOKEN=*** (env:NOT_THERE)", "    in /x"]


def test_a_pipeline_is_shown_with_what_it_is_given() -> None:
    task = Task("t", Kind.PIPELINE, ("inner.toml",), params={"day": '"{{ ds }}"', "n": "3"})
    assert told(task)[1:] == ["    pipeline inner.toml", '    day = "2026-01-02"', "    n = 3"]


def test_a_mapped_task_is_shown_for_its_first_item() -> None:
    task = Task("t", Kind.BASH, ("echo {{ pull.n }}",), expand=(Expand("n", items="[7, 8]"),))
    assert told(task) == ["t, once for each item", "    $ echo 7", "    n ← each of [7, 8]"]


def test_functions_waits_and_joints_are_told_by_their_kind() -> None:
    tasks = (
        Task("f", Kind.PYTHON, ("mod:fn",)),
        Task("w", Kind.WAIT, ("file", "data/{{ ds }}"), upstream=("f",)),
        Task("j", Kind.JOINT, upstream=("f", "w")),
    )
    assert told(*tasks) == [
        *("f", "    python mod:fn"),
        *("w  after f", "    wait file data/2026-01-02"),
        "j  after f, w",
    ]
