"""A run that kills its own engine, with kill -9, at the point of a number: between any two of its steps.

A point is passed before each statement of the store, and before it gathers rows and puts them; before
and after each begin and commit; at each worker's birth and each job handed over, and after each wait. Points
are counted, so the same number is the same step as long as what happened before is in the same order; where
workers race, it is a near one.
"""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from flowdesk.executors.local import Local
from flowdesk.store.sqlite.database import Sqlite
from flowdesk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from flowdesk.executors.executor import Job, Report
    from flowdesk.executors.worker_process import WorkerProcess
    from flowdesk.store.database import Database


class Fate:
    """Counts the points that are passed; at the fatal one, this process is no more."""

    def __init__(self, fatal: int | None = None) -> None:
        self.passed = 0
        self._fatal = fatal

    def __call__(self) -> None:
        """Pass a point."""
        self.passed += 1
        if self.passed == self._fatal:
            os.kill(os.getpid(), signal.SIGKILL)


class DoomedStore(Store):
    """A store with a point before every statement, and round every begin and commit."""

    fate: Fate

    def __init__(self, home: Path, database: Database, **more: Any) -> None:  # noqa: ANN401 - as a store's
        super().__init__(home, database, **more)
        assert isinstance(database, Sqlite)
        database.later = self._before(database.later)
        gathered = database._gathered
        gathered._put = self._before(gathered._put)

    def _before(self, do: Callable[..., Any]) -> Callable[..., Any]:
        def doomed(*parameters: Any) -> Any:  # noqa: ANN401 - whatever it takes and gives
            self.fate()
            return do(*parameters)

        return doomed

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Pass a point before the begin, after it, before the commit, and after it."""
        self.fate()
        with super().transaction():
            self.fate()
            yield
            self.fate()
        self.fate()

    def _do(self, query: str, **parameters: Any) -> int:  # noqa: ANN401 - what the SQL names
        self.fate()
        return super()._do(query, **parameters)


class DoomedLocal(Local):
    """Local workers, with points round every birth, hand-over and wait."""

    def __init__(self, slots: int, fate: Fate) -> None:
        super().__init__(slots)
        self.fate = fate

    def start(self, job: Job) -> None:
        """Pass a point before and after."""
        self.fate()
        super().start(job)
        self.fate()

    def wait(self, timeout: float | None) -> list[Report]:
        """Pass a point after, if something was reported: empty waits are as many as time makes them."""
        reports = super().wait(timeout)
        if reports:
            self.fate()
        return reports

    def _worker_for(self, job: Job) -> WorkerProcess:
        self.fate()
        worker = super()._worker_for(job)
        self.fate()
        return worker
