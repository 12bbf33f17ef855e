from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.boot import at_once, boot_ahead, taken_ahead
from flowdesk.executors.in_process import InProcess
from flowdesk.executors.local import Local
from tests.builders import carried_out, job, printed

if TYPE_CHECKING:
    from pathlib import Path

URL = "postgresql://me:hunter2@host/runs"


@pytest.mark.parametrize("kind", [Local, InProcess])
def test_no_task_is_handed_the_password_of_the_store_but_an_inner_run(
    kind: type[Local | InProcess], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLOWDESK_STORE", URL)
    one = job(tmp_path, "printenv FLOWDESK_STORE")
    with closing(kind()) as executor:
        carried_out(executor, one)
        carried_out(executor, one._replace(env={"FLOWDESK_STORE": URL}))
    assert printed(one) == f"postgresql://me:***@host/runs\n{URL}\n"
    assert os.environ["FLOWDESK_STORE"] == URL


def test_a_worker_that_was_started_ahead_is_taken_first_and_once() -> None:
    boot_ahead(1)
    with closing(Local(slots=1)) as executor:
        executor.warm_up()
        assert taken_ahead() is None


def test_a_worker_that_was_started_ahead_works(tmp_path: Path) -> None:
    boot_ahead(1)
    one = job(tmp_path, "echo $PPID $$")
    with closing(Local(slots=1)) as executor:
        assert carried_out(executor, one)
    assert taken_ahead() is None


def test_no_more_workers_are_started_ahead_than_can_run() -> None:
    processors = os.cpu_count() or 1
    assert at_once(None) == at_once(processors + 1) == processors
    assert at_once(1) == 1
