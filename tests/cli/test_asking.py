from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.cli.asking import Wish, ask, tell
from flowdesk.errors import FlowdeskError
from flowdesk.plan.states import RunState
from tests.cli.conftest import begin
from tests.cli.engines import engine

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.store.store import Store


def test_an_engine_that_answers_and_ends_has_answered(home: Path, store: Store) -> None:
    with store.transaction():
        begin(store, "r", "a")
    run = store.find_run("r")
    with engine(home, "r", "done", then=lambda other: other.finish_run("r", RunState.SUCCESS)):
        assert ask(store, run, Wish("pause")) == "done"


def test_where_nobody_works_on_the_run_the_request_stays_open(store: Store) -> None:
    with store.transaction():
        begin(store, "r", "a")
        store.finish_run("r", RunState.FAILED)
    assert ask(store, store.find_run("r"), Wish("retry")) is None
    assert [row.kind for row in store.open_requests("r")] == ["retry"]


def test_an_engine_that_does_not_answer_is_told_and_the_request_stays(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flowdesk.cli.asking.PATIENCE", 0.2)
    with store.transaction():
        begin(store, "r", "a")
    with pytest.raises(FlowdeskError, match="the request stays, and is taken up when it does"):
        ask(store, store.find_run("r"), Wish("pause"))
    assert len(store.open_requests("r")) == 1


def test_a_refusal_is_an_error_and_nothing_to_do_is_none(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    with store.transaction():
        begin(store, "r", "a")
    run = store.find_run("r")
    assert tell(run, "nothing to do, because it is so.") == 0
    assert tell(run, "refused: no") == 1
    assert capsys.readouterr() == (
        "Run 1: nothing to do, because it is so.\n",
        "flowdesk: run 1: refused: no.\n",
    )
