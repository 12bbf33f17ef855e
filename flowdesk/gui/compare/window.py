"""A comparison in a window of its own, beside the pipeline's: it needs the width, and there may be several.

A dock was refused: it would have to fit into a place made for lists, and hide the graph that is walked by it.
A row that is chosen selects its task there.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from flowdesk.gui.compare.comparing import Compared, compared
from flowdesk.gui.compare.head import Choice, CompareHead
from flowdesk.gui.compare.pages import ComparePages
from flowdesk.gui.compare.sides import Pair, read_runs, read_tries
from flowdesk.gui.inspector.errands import Errands
from flowdesk.gui.language import tr
from flowdesk.gui.lookup import Lookup
from flowdesk.gui.override import override
from flowdesk.gui.panels.elided_label import ElidedLabel
from flowdesk.gui.state_look import shown_of_row
from flowdesk.gui.times import moment_text
from flowdesk.plan.instances import task_of
from flowdesk.store.home import values_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtGui import QCloseEvent

    from flowdesk.gui.session import Session
    from flowdesk.store.rows import RunRow, TryRow
    from flowdesk.store.store import Store


class CompareWindow(QWidget):
    """Compares two of `choices`, which `read` reads; is gone once it is closed."""

    def __init__(
        self,
        session: Session,
        choices: Sequence[Choice],
        read: Callable[[Store, Hashable, Hashable], Pair | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pair: Pair | None = None
        self._session = session
        self._read = read
        self._compared: Compared | None = None
        self._asked: tuple[Hashable, Hashable] = ("", "")
        self._errands = Errands(self)
        self.head = CompareHead(choices, self)
        self.pages = ComparePages(self)
        self.foot = ElidedLabel(self)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 12, 6)
        foot.addWidget(self.foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.pages, stretch=1)
        layout.addLayout(foot)
        self.resize(1000, 600)
        self.head.sides_chosen.connect(self.compare)
        self.head.difference_chosen.connect(self._show)
        self.pages.task_chosen.connect(self._on_pages_task_chosen)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)

    def compare(self, before: Hashable, after: Hashable) -> None:
        """Compare these two from now on."""
        self._asked = (before, after)
        self.head.show_sides(before, after)
        self.foot.say(tr("Comparing…"))
        self._errands.renew()
        read = self._read
        asked = Lookup(lambda store: read(store, before, after), partial(self._take, self._asked))
        self._session.feed.look_up(asked)

    def close_down(self) -> None:
        """End the thread."""
        self._errands.close()

    def _take(self, asked: tuple[Hashable, Hashable], pair: Pair | None) -> None:
        if asked != self._asked:
            return
        self.pair = pair
        if pair is None:
            self.foot.say(tr("One of the two is not there any more."))
            return
        title = tr("{before} and {after}").format(before=pair.before.label, after=pair.after.label)
        self.setWindowTitle(f"{title} — {self._session.view.plan.name}")
        files = values_folder(self._session.feed.home)
        self._errands.give(lambda wanted: compared(pair, files, wanted), self._take_compared)

    def _take_compared(self, found: Compared) -> None:
        self._compared = found
        self._show()

    def _show(self) -> None:
        if self._compared is None:
            return
        self.pages.show_all(self._compared, only_different=self.head.only.isChecked())
        lines = (*(self._compared.tasks or ()), *self._compared.values)
        edited = any(any(line.edited) for line in self._compared.values)
        told = tr("Grey bars are before, coloured ones after.") if self._compared.tasks else ""
        pencil = tr("A pencil marks values that a person edited.") if edited else ""
        alike = "" if any(line.differs for line in lines) else tr("Both came out the same.")
        self.foot.say("  ".join(filter(None, [alike, told, pencil])))

    def _on_pages_task_chosen(self, name: str) -> None:
        if task_of(name) in self._session.view.plan.tasks:
            self._session.select_task(task_of(name))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_down()
        super().closeEvent(event)


def compare_runs(
    session: Session, runs: Sequence[RunRow], two: tuple[RunRow, RunRow], parent: QWidget
) -> CompareWindow:
    """Open a comparison of two runs, and offer others of `runs`."""
    known = {run.id: run for run in (*runs, *two)}
    choices = [
        Choice(run.id, f"#{run.number}  ·  {moment_text(run.started_at)}", shown_of_row(run))
        for run in sorted(known.values(), key=lambda run: -run.number)
    ]

    def read(store: Store, before: Hashable, after: Hashable) -> Pair | None:
        return read_runs(store, str(before), str(after))

    return _opened(CompareWindow(session, choices, read, parent), two[0].id, two[1].id)


def compare_tries(session: Session, tries: Sequence[TryRow], parent: QWidget) -> CompareWindow:
    """Open a comparison of the last two of these tries of a task, and offer the others."""
    name, run_id = tries[-1].name, tries[-1].run_id
    choices = [
        Choice(row.number, tr("{task}, try {number}").format(task=name, number=row.number), row.state)
        for row in reversed(tries)
    ]

    def read(store: Store, before: Hashable, after: Hashable) -> Pair | None:
        return read_tries(store, run_id, name, (cast("int", before), cast("int", after)))

    return _opened(CompareWindow(session, choices, read, parent), tries[-2].number, tries[-1].number)


def _opened(window: CompareWindow, before: Hashable, after: Hashable) -> CompareWindow:
    window.compare(before, after)
    window.show()
    return window
