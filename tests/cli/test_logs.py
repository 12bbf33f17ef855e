from __future__ import annotations

import json
import shutil
import threading
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.home import log_path
from flowdesk.store.rows import FinishedTry
from flowdesk.store.store import Store
from tests.cli.conftest import RETRIED, SUCCESS, begin, carry_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told


@pytest.mark.usefixtures("finished_run")
def test_the_last_try_is_printed_unless_another_is_named(flowdesk: Callable[..., Told]) -> None:
    assert flowdesk("logs", "train").out == "train says hello, try 2\n"
    assert flowdesk("logs", "train", "1", "--try", "1").out == "train says hello, try 1\n"


@pytest.mark.usefixtures("finished_run")
def test_unknown_tasks_and_tries_are_told_in_one_sentence(flowdesk: Callable[..., Told]) -> None:
    told = flowdesk("logs", "trian")
    assert (told.code, told.err) == (2, "flowdesk: run 1 has no task 'trian', did you mean 'train'?\n")
    assert (
        flowdesk("logs", "train", "--try", "9").err == "flowdesk: task 'train' of run 1 had 2 tries, no 9\n"
    )


def test_a_task_that_never_started_has_no_log(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "r", "a")
    told = flowdesk("logs", "a")
    assert told.err == "flowdesk: task 'a' of run 1 printed nothing: it never started and is waiting\n"


def test_a_joint_that_succeeded_has_nothing_to_print(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "r", "joint")
        store.move_task("r", "joint", TaskState.SUCCESS)
        store.finish_run("r", RunState.SUCCESS)
    for options in ([], ["-f"]):
        told = flowdesk("logs", "joint", *options)
        assert (told.code, told.out) == (0, "")
        assert told.err == "Nothing was printed: the task only joins others, and carries nothing out.\n"


def test_a_try_that_never_got_a_process_says_why(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "r", "a")
        store.start_try("r", "a", 1, log="logs/r/a/1.log")
        store.finish_try("r", "a", 1, FinishedTry(TryState.FAILED, TaskState.FAILED, "'b' pushed no 'k'"))
    told = flowdesk("logs", "a")
    assert (told.code, told.out, told.err) == (0, "", "Nothing was printed: 'b' pushed no 'k'.\n")


def test_a_log_that_is_gone_or_unreadable_is_told(
    flowdesk: Callable[..., Told], store: Store, home: Path
) -> None:
    with store.transaction():
        begin(store, "r", "a")
        carry_out(store, "r", "a")
        store.record_pid("r", "a", 1, 4711)
        store.finish_try("r", "a", 1, SUCCESS)
    shutil.rmtree(home / "logs")
    told = flowdesk("logs", "a")
    assert (told.code, told.err) == (
        0,
        f"Nothing was printed: {home}/logs/r/a/1.log is empty or not there.\n",
    )
    (home / "logs").write_text("a file")
    told = flowdesk("logs", "a")
    assert told.code == 1
    assert told.err == f"flowdesk: the log {home}/logs/r/a/1.log cannot be read (Not a directory)\n"


@pytest.mark.usefixtures("finished_run")
def test_json_has_every_try_with_its_text(flowdesk: Callable[..., Told]) -> None:
    first, second = json.loads(flowdesk("logs", "train", "--json").out)
    assert (first["task"], first["try"], first["state"], first["reason"]) == (
        "train",
        1,
        "failed",
        "exit code 1",
    )
    assert first["log"].endswith("/train/1.log")
    assert second["text"] == "train says hello, try 2\n"
    assert json.loads(flowdesk("logs", "train", "--json", "--try", "2", "-f").out) == [second]
    assert flowdesk("logs", "train", "--json", "--try", "9").err.endswith("had 2 tries, no 9\n")


def test_following_prints_what_comes_until_the_try_ends(
    flowdesk: Callable[..., Told], store: Store, home: Path
) -> None:
    with store.transaction():
        begin(store, "r", "a")
        carry_out(store, "r", "a")

    def go_on() -> None:
        with log_path(home, "r", "a", 1).open("a") as log:
            log.write("and more\n")
        with Store.open(home) as other, other.transaction():
            other.finish_try("r", "a", 1, SUCCESS)
            other.finish_run("r", RunState.SUCCESS)

    later = threading.Thread(target=go_on)
    later.start()
    assert flowdesk("logs", "a", "-f").out == "a says hello, try 1\nand more\n"
    later.join()


def test_following_a_finished_try_prints_it_and_ends(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "r", "a")
        carry_out(store, "r", "a")
        store.finish_try("r", "a", 1, FinishedTry(TryState.FAILED, TaskState.FAILED, "exit code 1"))
    assert flowdesk("logs", "a", "--follow").out == "a says hello, try 1\n"


def printed(store: Store, name: str, number: int, *lines: str) -> None:
    """Let a try that goes on print lines as the worker writes them: with a time and a stream."""
    log = log_path(store.home, "r", name, number)
    with log.open("a") as file:
        file.writelines(f"2026-11-24T11:47:39.12{at}Z {line}\n" for at, line in enumerate(lines))


@pytest.fixture
def two_streams(store: Store) -> str:
    """Run "r" whose task `a` printed to both streams, and of which flowdesk noted something."""
    with store.transaction():
        begin(store, "r", "a")
        store.start_try("r", "a", 1, log=str(log_path(store.home, "r", "a", 1)))
        store.record_pid("r", "a", 1, 1)
    log_path(store.home, "r", "a", 1).parent.mkdir(parents=True)
    printed(store, "a", 1, "out hello", "err oh", "flowdesk the push was refused")
    with store.transaction():
        store.finish_try("r", "a", 1, SUCCESS)
        store.finish_run("r", RunState.SUCCESS)
    return "r"


@pytest.mark.usefixtures("two_streams")
def test_times_and_streams_are_printed_where_they_are_wanted(flowdesk: Callable[..., Told]) -> None:
    assert flowdesk("logs", "a").out == "hello\noh\nflowdesk: the push was refused\n"
    assert flowdesk("logs", "a", "--stream", "err").out == "oh\n"
    assert flowdesk("logs", "a", "--stream", "out", "--stream", "flowdesk").out == (
        "hello\nflowdesk: the push was refused\n"
    )
    lines = flowdesk("logs", "a", "-t").out.splitlines()
    assert [line[8:] for line in lines] == [
        ".120 out      hello",
        ".121 err      oh",
        ".122 flowdesk the push was refused",
    ]


@pytest.mark.usefixtures("two_streams")
def test_without_a_task_all_logs_are_printed_with_their_names(flowdesk: Callable[..., Told]) -> None:
    assert [line.split() for line in flowdesk("logs").out.splitlines()][:2] == [
        ["a", "|", "hello"],
        ["a", "|", "oh"],
    ]


def test_following_goes_on_from_try_to_try(flowdesk: Callable[..., Told], store: Store, home: Path) -> None:
    with store.transaction():
        begin(store, "r", "a")
        carry_out(store, "r", "a")

    def go_on() -> None:
        with Store.open(home) as other:
            with other.transaction():
                other.finish_try("r", "a", 1, RETRIED)
            with other.transaction():
                carry_out(other, "r", "a", 2)
            with other.transaction():
                other.finish_try("r", "a", 2, SUCCESS)
                other.finish_run("r", RunState.SUCCESS)

    later = threading.Thread(target=go_on)
    later.start()
    told = flowdesk("logs", "a", "-f")
    later.join()
    assert told.out.endswith("a says hello, try 2\n")


def test_of_a_mapped_task_all_are_printed_or_the_one_that_is_named(
    flowdesk: Callable[..., Told], store: Store
) -> None:
    with store.transaction():
        begin(store, "r", "a")
        store.expand_task("r", "a", 2)
        for index in range(2):
            carry_out(store, "r", f"a[{index}]")
            store.finish_try("r", f"a[{index}]", 1, SUCCESS)
    assert flowdesk("logs", "a[1]").out == "a[1] says hello, try 1\n"
    assert [line.split()[:2] for line in flowdesk("logs", "a").out.splitlines()] == [
        ["a[0]", "|"],
        ["a[1]", "|"],
    ]
