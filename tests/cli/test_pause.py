from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import begin
from tests.cli.engines import engine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flowdesk.store.store import Store
    from tests.cli.conftest import Told


def test_a_run_that_is_under_way_is_paused(flowdesk: Callable[..., Told], home: Path, store: Store) -> None:
    with store.transaction():
        begin(store, "r", "a")
    with engine(home, "r", "paused") as asked:
        told = flowdesk("pause")
    assert (told.code, told.out) == (0, "Run 1: paused.\n")
    assert asked == [("pause", None, {})]


def test_a_refusal_goes_to_stderr_and_fails(flowdesk: Callable[..., Told], home: Path, store: Store) -> None:
    with store.transaction():
        begin(store, "r", "a")
    with engine(home, "r", "refused: not today"):
        told = flowdesk("pause")
    assert (told.code, told.out, told.err) == (1, "", "flowdesk: run 1: refused: not today.\n")


@pytest.mark.usefixtures("finished_run")
def test_a_run_that_is_over_cannot_be_paused(flowdesk: Callable[..., Told]) -> None:
    told = flowdesk("pause", "1")
    assert (told.code, told.err) == (2, "flowdesk: run 1 is not under way: it is success\n")
