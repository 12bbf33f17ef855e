"""What the inspector has done off the window's thread, for the value that is shown and for no other.

Another value makes what was asked for the one before unwanted: it is broken off where it reads for long,
and its result, if there still is one, goes nowhere. The thread is a `Workshop`'s, one of its own, so that the
check of a file never waits for a table that is being sorted.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from flowdesk.gui.inspector.wanted import Unwanted, Wanted
from flowdesk.gui.work import Work, Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


class Errands(QObject):
    """Hands works to a workshop. The thread begins with the first one."""

    busy_changed = Signal(bool)
    """Whether anything is done for the value that is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wanted = Wanted()
        self._workshop: Workshop | None = None
        self._under_way = 0

    def renew(self) -> None:
        """Forget what was asked for; from now on it is about another value."""
        self.wanted.revoke()
        self.wanted = Wanted()
        self._count(-self._under_way)

    def give(
        self,
        do: Callable[[Wanted], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Have something done; `done` is called with the result, unless another value is shown by then."""
        if self._workshop is None:
            self._workshop = Workshop(self)
        wanted = self.wanted
        ends = partial(self._end, wanted, done), partial(self._fail, wanted, failed)
        self._count(1)
        self._workshop.give(Work(partial(do, wanted), *ends))

    def close(self) -> None:
        """End the thread."""
        self.renew()
        if self._workshop is not None:
            self._workshop.close()
            self._workshop = None

    def _end(self, wanted: Wanted, done: Callable[[Result], None], result: Result) -> None:
        if wanted is self.wanted:
            self._count(-1)
            done(result)

    def _fail(self, wanted: Wanted, failed: Callable[[Exception], None] | None, error: Exception) -> None:
        if wanted is not self.wanted or isinstance(error, Unwanted):
            return
        self._count(-1)
        if failed is None:
            raise error  # ours: the window's border shows it
        failed(error)

    def _count(self, more: int) -> None:
        before, self._under_way = self._under_way, self._under_way + more
        if bool(before) is not bool(self._under_way):
            self.busy_changed.emit(bool(self._under_way))
