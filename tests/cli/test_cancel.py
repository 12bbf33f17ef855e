from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from flowdesk.store.store import Store
from tests.cli.conftest import begin

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told


@pytest.mark.usefixtures("finished_run")
def test_a_run_that_is_over_cannot_be_cancelled(flowdesk: Callable[..., Told]) -> None:
    told = flowdesk("cancel")
    assert (told.code, told.err) == (2, "flowdesk: run 1 is not under way: it is success\n")


def test_the_answer_of_the_engine_is_awaited(flowdesk: Callable[..., Told], home: Path, store: Store) -> None:
    with store.transaction():
        begin(store, "r", "a")
    asked = threading.Event()

    def answer() -> None:
        with Store.open(home) as engine:
            while not (requests := engine.open_requests("r")):
                asked.wait(0.01)
            with engine.transaction():
                engine.answer_request(requests[0].id, "cancelled")

    thread = threading.Thread(target=answer)
    thread.start()
    told = flowdesk("cancel", "1")
    thread.join()
    assert (told.code, told.out) == (0, "Run 1: cancelled.\n")


def test_an_engine_that_does_not_answer_is_told(
    flowdesk: Callable[..., Told], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flowdesk.cli.cancel.PATIENCE", 0.1)
    with store.transaction():
        begin(store, "r", "a")
    told = flowdesk("cancel")
    assert told.code == 1
    assert "has not answered" in told.err
