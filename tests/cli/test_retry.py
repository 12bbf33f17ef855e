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


@pytest.mark.parametrize("task", [None, "a"])
def test_the_engine_of_a_run_under_way_is_asked(
    flowdesk: Callable[..., Told], home: Path, store: Store, task: str | None
) -> None:
    with store.transaction():
        begin(store, "r", "a")
    with engine(home, "r", "nothing to do, because nothing failed") as asked:
        told = flowdesk("retry", *(["--task", task] if task else []))
    assert (told.code, told.out) == (0, "Run 1: nothing to do, because nothing failed.\n")
    assert asked == [("retry", task, {})]


def test_a_task_that_is_not_there_is_told(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "r", "train")
    assert flowdesk("retry", "--task", "trian").err.endswith("did you mean 'train'?\n")
