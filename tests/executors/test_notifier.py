"""Programs that tell somebody: beside the run, bounded, reaped, and no harm to it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from flowdesk.executors import notifier as module
from flowdesk.executors.notifier import LIMIT, Notice, Notifier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def notifier(tmp_path: Path, clock: Clock) -> Iterator[Notifier]:
    notifier = Notifier(tmp_path / "logs" / "notify.log", clock=clock)
    yield notifier
    notifier.close(0)


def shell(text: str, **env: str) -> Notice:
    return Notice(("sh", "-c", text), env, "task 'a' that failed")


def until_idle(notifier: Notifier) -> None:
    while not notifier.is_idle:
        notifier.look()


def test_a_notice_gets_what_happened_in_its_environment(notifier: Notifier, tmp_path: Path) -> None:
    notifier.send(shell('echo "$FLOWDESK_TASK"', FLOWDESK_TASK="a b"))
    until_idle(notifier)
    assert (tmp_path / "logs" / "notify.log").read_text() == "a b\n"
    assert notifier.complaints == []


@pytest.mark.parametrize(
    ("notice", "complaint"),
    [
        (shell("exit 3"), "it ended with exit code 3; see"),
        (shell("exit 255"), "it ended with exit code 255; see"),
        (shell("kill -SEGV $$"), "it was killed by SIGSEGV"),
        (Notice(("there-is-none",), {}, "the run"), "there-is-none could not tell of the run"),
        (Notice(("sh", "a\0b"), {}, "the run"), "null byte"),
    ],
)
def test_a_notice_that_fails_is_a_complaint(
    notifier: Notifier, tmp_path: Path, notice: Notice, complaint: str
) -> None:
    notifier.send(notice)
    until_idle(notifier)
    (told,) = notifier.complaints
    assert complaint in told
    assert told in (tmp_path / "logs" / "notify.log").read_text()


def test_nothing_waits_for_a_notice_and_one_that_takes_too_long_is_killed_with_all_it_began(
    notifier: Notifier, clock: Clock, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "fifo")
    notifier.send(shell(f"(echo > {tmp_path}/fifo) & wait"))
    notifier.look()
    assert not notifier.is_idle
    clock.now = LIMIT
    until_idle(notifier)
    (told,) = notifier.complaints
    assert f"took longer than {LIMIT:g} s" in told


def test_few_run_at_once_and_the_others_wait_their_turn(notifier: Notifier, tmp_path: Path) -> None:
    for _ in range(10):
        notifier.send(shell("echo ."))
    assert len(notifier._running) <= module.MOST
    until_idle(notifier)
    assert (tmp_path / "logs" / "notify.log").read_text() == ".\n" * 10


def test_what_is_left_at_the_end_is_killed_and_counted(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    notifier = Notifier(tmp_path / "notify.log")
    for _ in range(module.MOST + 2):
        notifier.send(shell(f"echo > {tmp_path}/fifo"))
    notifier.close(0)
    assert notifier.is_idle
    assert notifier.complaints[0].startswith("2 notices were not sent")
    assert len(notifier.complaints) == 1 + module.MOST
    assert "it took longer than 0 s" in notifier.complaints[1]


def test_a_log_that_cannot_be_written_hurts_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    notifier = Notifier(tmp_path / "file" / "notify.log")
    notifier.send(shell("true"))
    notifier.close(0)
    assert len(notifier.complaints) == 1


def test_a_notice_does_not_get_the_password_of_the_store(
    notifier: Notifier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLOWDESK_STORE", "mysql://me:hunter2@host/runs")
    notifier.send(shell('echo "$FLOWDESK_STORE"'))
    until_idle(notifier)
    assert (tmp_path / "logs" / "notify.log").read_text() == "mysql://me:***@host/runs\n"
