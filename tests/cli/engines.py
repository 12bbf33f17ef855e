"""An engine of six lines, which answers what it is asked and says what that was."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from flowdesk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class Asked(NamedTuple):
    """A request as an engine sees it."""

    kind: str
    task: str | None
    data: dict[str, object]


@contextmanager
def engine(
    home: Path, run_id: str, answer: str, *, then: Callable[[Store], object] = lambda _store: None
) -> Iterator[list[Asked]]:
    """Answer the next request to a run, and do something `then`. Gives what was asked."""
    asked: list[Asked] = []

    def work() -> None:
        with Store.open(home) as store:
            moment = threading.Event()
            while not (requests := store.open_requests(run_id)):
                moment.wait(0.01)
            asked.extend(Asked(row.kind, row.task, json.loads(row.data)) for row in requests)
            with store.transaction():
                store.answer_request(requests[0].id, answer)
            with store.transaction():
                then(store)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield asked
    finally:
        thread.join()
