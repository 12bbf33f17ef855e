"""The file of a window: looked at off the window's thread, now and whenever one of its parts has changed.

Of a file that is as it was when it was last checked, what came of that is shown until the look is done.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from flowdesk.gui.file_watch import FileWatch
from flowdesk.gui.language import plural, tr
from flowdesk.gui.work import Work, Workshop

if TYPE_CHECKING:
    from flowdesk.errors import Problem
    from flowdesk.gui.checking import Look
    from flowdesk.plan.plan import Plan
    from flowdesk.store.plan_cache import KeptPlan, PlanCache


REST = 200
"""Milliseconds in which a kept plan is painted, before the look takes its share of Python's time."""


class CheckedFile(QObject):
    """A pipeline's file as the last look found it.

    `plan` is the last one without errors, or, before there was one, what could be made of the file.
    In `home`, if it is given, plans are kept.
    """

    checked = Signal(bool)
    """There was another look; whether it was an edit that changed the graph, or broke or mended the file."""

    missed = Signal()
    """No plan was kept of the file: nothing can be shown of it before the look is done."""

    def __init__(self, parent: QObject | None = None, *, home: Path | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._kept: Plan | None = None
        self.path: Path | None = None
        self.look: Look | None = None
        self.plan: Plan | None = None
        self._is_good = False  # whether `plan` had no errors
        self._is_looking = False
        self._is_outdated = False
        self.workshop = Workshop(self)
        self._watch = FileWatch(self)
        self._watch.changed.connect(self._on_watch_changed)

    def open(self, path: Path) -> None:
        """Look at the file at `path` from now on."""
        # As the store knows it: absolute, without `..`, symlinks kept.
        self.path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow symlinks
        self.look, self.plan, self._is_good, self._kept = None, None, False, None
        self._watch.watch([self.path])
        if self._home:
            find = partial(_find, self.path, self._home)
            self.workshop.give(Work(find, partial(self._take_kept, self.path), self._take_failure))
        else:
            self._look()

    def close(self) -> None:
        """End the thread."""
        self.workshop.close()

    @property
    def problems(self) -> list[Problem]:
        """What the last look found wrong, sorted by place."""
        return self.look.problems if self.look else []

    @property
    def errors(self) -> int:
        """How many of the problems forbid a run."""
        return self.look.errors if self.look else 0

    @property
    def is_stale(self) -> bool:
        """Whether `plan` is of an earlier look, because the file has errors now."""
        return self._is_good and self.errors > 0

    def why_not_run(self) -> str:
        """Why the file cannot be run, as a sentence; "" if it can."""
        if self.path is None:
            return tr("No file is open")
        if self.look is None:
            return tr("The file is being checked")
        if self.errors:
            return tr("The file has {errors}").format(errors=plural("{n} error", "{n} errors", self.errors))
        return ""

    def _look(self) -> None:
        if self.path is None:
            return
        self._is_outdated = self._is_looking
        if not self._is_looking:
            self._is_looking = True
            done = partial(self._take, self.path)
            self.workshop.give(Work(partial(_look_at, self.path, self._home), done, self._take_failure))

    def _take_kept(self, path: Path, kept: KeptPlan | None) -> None:
        if path != self.path or self.look is not None:
            return
        if kept is not None:
            self.plan = self._kept = kept.plan
            self._is_good = True
            self.checked.emit(False)  # noqa: FBT003 - a signal's
            QTimer.singleShot(REST, self, self._look)
        else:
            self.missed.emit()
            self._look()

    def _keep(self, look: Look, cache: PlanCache | None) -> None:
        if cache and look.plan and not look.errors and look.plan != self._kept:
            self._kept = look.plan
            self.workshop.give(Work(partial(_keep, look, cache), _nothing, self._take_failure))

    def _take(self, path: Path, found: tuple[Look, PlanCache | None]) -> None:
        look, cache = found
        self._is_looking = False
        if self._is_outdated or path != self.path:
            self._look()
        if path != self.path:
            return
        is_first = self.look is None
        before = (self.plan, self.errors > 0)
        self.look = look
        if look.plan is not None and (not look.errors or not self._is_good):
            same = self.plan is not None and self.plan == look.plan
            self.plan = self.plan if same else look.plan
            self._is_good = not look.errors
        self._watch.watch(look.watched | {path})
        self.checked.emit(not is_first and before != (self.plan, self.errors > 0))
        self._keep(look, cache)

    def _take_failure(self, error: Exception) -> None:
        self._is_looking = False
        raise error  # ours: the window's border shows it

    @Slot()
    def _on_watch_changed(self) -> None:
        self._look()


def counted(number: int, word: str) -> str:
    """A number with its word, as people say it."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _look_at(path: Path, home: Path | None) -> tuple[Look, PlanCache | None]:
    from flowdesk.gui.checking import look_at
    from flowdesk.store.plan_cache import PlanCache

    cache = PlanCache(home) if home else None  # before the look: what changes meanwhile is not kept
    return look_at(path), cache


def _find(path: Path, home: Path) -> KeptPlan | None:
    from flowdesk.store.plan_cache import PlanCache

    return PlanCache(home).find(path)


def _keep(look: Look, cache: PlanCache) -> None:
    assert look.plan is not None  # noqa: S101 - only such a look is kept
    cache.keep(look.document, look.plan, look.problems)


def _nothing(_: object) -> None:
    """Kept or not: nobody waits for it."""
