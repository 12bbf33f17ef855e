"""The panel of the log: what the selected task printed, as it prints it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from flowdesk.gui.canvas.task_texts import detail_of
from flowdesk.gui.followed import ALL
from flowdesk.gui.icons import Icon, show_icon
from flowdesk.gui.language import mark, tr
from flowdesk.gui.log.filter_menu import FilterMenu
from flowdesk.gui.log.find_bar import LogFindBar
from flowdesk.gui.log.log_menu import LogMenu
from flowdesk.gui.log.log_view import LogView
from flowdesk.gui.log.saving import LogSaving
from flowdesk.gui.models.instances import first_to_read, instances_of
from flowdesk.gui.panels.log_head import LogHeadLine
from flowdesk.plan.plan import Kind
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.gui.followed import LogHead
    from flowdesk.gui.log.growth import Growth
    from flowdesk.gui.log.log_lines import Sieve
    from flowdesk.plan.run_view import RunView, TaskView
    from flowdesk.store.rows import TryRow

NO_TASK = mark("Select a task to read what it prints.")
NOTHING_YET = mark("Nothing printed yet.")
NOTHING = mark("It printed nothing.")
NOTHING_SEEN = mark("No line passes the filter: {filter}.")
NOT_RUN = mark("This task has not run.")
NOT_EXPANDED = mark("What this task is to be made into is not known yet.")
CACHED = mark("Nothing ran: all is as it was in an earlier run, whose values were used again.")


class LogPanel(QWidget):
    """The log of a try, or of all. Of a mapped task, one of those made of it is shown."""

    log_chosen = Signal(str, int)
    """The name of the task and the try whose log is wanted, `LAST` or `ALL`; name "" is none."""

    name_shown = Signal(str)
    """The name of the task whose log is shown from now on."""

    menu_asked = Signal(str, QPoint)
    """The name of the task for which a menu is wanted, and where on the screen."""

    place_asked = Signal(str, int)
    """A file and a line of it, as the log names them, are wanted in an editor."""

    shown_changed = Signal()
    """What can be done to the log may be new."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task = ""
        self.name = ""
        self._is_chosen = False  # by the user
        self._has_all = False
        self._seeks_error = False  # the first one, which may not be found yet
        self._has_gone = False  # to an error
        self._possible = (False, False)  # something to save, an error to go to
        self.head = LogHeadLine(self)
        self.text = LogView(self, heading=self.head.name_try)
        self.filter = FilterMenu(self)
        self.find_bar = LogFindBar(self.text, self)
        self.saving = LogSaving(self.text)
        self._hint = tr(NO_TASK)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.head, self.text, self.find_bar):
            layout.addWidget(widget)
        self.head.filter.setMenu(self.filter)
        self.head.filter.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.head.hide()
        self._connect()
        self._say_why_empty()

    def _connect(self) -> None:
        find = QAction(tr("Find"), self)
        find.setShortcut(QKeySequence.StandardKey.Find)
        find.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.triggered.connect(self.find_bar.open)
        self.addAction(find)
        self.head.try_chosen.connect(self._on_head_try_chosen)
        self.head.instance_chosen.connect(self._on_head_instance_chosen)
        self.head.times.toggled.connect(self._on_head_times_toggled)
        self.head.wrap.toggled.connect(self._on_head_wrap_toggled)
        self.head.finding.clicked.connect(self.find_bar.open)
        self.head.errors.clicked.connect(self.go_to_next_error)
        self.head.more.clicked.connect(self._on_head_more_clicked)
        self.filter.sieve_chosen.connect(self._on_filter_sieve_chosen)
        self.text.menu_asked.connect(self._on_text_menu_asked)
        self.text.place_asked.connect(self.place_asked)

    def show_task(self, task: str, view: RunView, name: str = "") -> None:
        """Show a task's last try in a run; the task "" shows none. `name` chooses one that was made of it."""
        rows = instances_of(view, task) if task else []
        names = [row.name for row in rows]
        if task != self.task:
            self.task, self._is_chosen = task, False
        if name in names:
            self._is_chosen = True
        shown = name if name in names else self._name(view, names, first_to_read(rows) or task)
        if shown != self.name:
            self._go_to(shown)
        self.head.setVisible(bool(task))
        if task:
            self.head.instances.show_rows(rows, shown)
            self.head.show_task(task, view.task(shown), view.run_state)
        self._hint = _hint(view, task, view.task(shown)) if task else tr(NO_TASK)
        self._say_why_empty()

    def reset(self, head: LogHead | None) -> None:
        """Begin with another log."""
        self.text.reset()
        self._has_gone = False
        self.head.count_errors(0)
        if head:
            self._has_all = head.try_number == ALL
            self.head.mark_try(head.try_number)
        self._say_why_empty()
        self._note_possible()

    @Slot(str, object)
    def list_tries(self, name: str, rows: Sequence[TryRow]) -> None:
        """Offer these tries of a task."""
        if name == self.name:
            self.head.list_tries(rows)

    def grow(self, growth: Growth) -> None:
        """Add what was printed since."""
        self.text.grow(growth, headed=self._has_all)
        self.head.count_errors(self.text.lines.errors)
        self._say_why_empty()
        if self._seeks_error and self.text.lines.errors:
            self.go_to_first_error()
        self._note_possible()

    def show_until(self, moment: float | None) -> None:
        """Show what had been printed at a moment (seconds since the epoch), or with None all."""
        at = None
        if moment is not None:
            at = datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        if at != self.filter.sieve.until:
            self.filter.sieve = replace(self.filter.sieve, until=at)
            self.text.sift(self.filter.sieve)

    def go_to_first_error(self) -> None:
        """Show the first error, once it is found."""
        row = self.text.lines.next_error(-1)
        self._seeks_error = row < 0 and not self.text.lines.errors
        self.text.go_to_row(row)

    def go_to_next_error(self) -> None:
        """Show the error after the caret, round the end."""
        self._go_to_error(backward=False)

    def go_to_error_before(self) -> None:
        """Show the error before the caret, round the begin."""
        self._go_to_error(backward=True)

    def why_no_error(self) -> str:
        """Why no error can be gone to, as a sentence; "" if one can."""
        return "" if self.text.lines.errors else tr("There is no error in the log")

    def why_no_text(self) -> str:
        """Why nothing can be saved, as a sentence; "" if it can."""
        return "" if self.text.lines.rows else tr("There is no log")

    def save(self) -> None:
        """Ask for a file, and write what is seen into it."""
        self.saving.ask(f"{self.name or self.task}.log")

    def _go_to_error(self, *, backward: bool) -> None:
        lines = self.text.lines
        row = lines.row_of(self.text.selection.caret[0]) if self._has_gone else -1
        found = lines.next_error(row, backward=backward)
        if found < 0:
            found = lines.next_error(lines.rows if backward else -1, backward=backward)
        self._has_gone = True
        self.text.go_to_row(found)

    def _note_possible(self) -> None:
        possible = (not self.why_no_text(), not self.why_no_error())
        if possible != self._possible:
            self._possible = possible
            self.shown_changed.emit()

    def _say_why_empty(self) -> None:
        told = self.filter.told
        is_filtered = bool(told and self.text.lines.lines)
        self.text.hint = tr(NOTHING_SEEN).format(filter=told) if is_filtered else self._hint
        self.text.viewport().update()

    def _name(self, view: RunView, names: list[str], first: str) -> str:
        """The name whose log is shown: the one that is, unless it is gone, or another one failed."""
        if self.name not in names:
            return first
        is_news = view.task(first).state is TaskState.FAILED and not self._is_chosen
        return first if is_news and view.task(self.name).state is not TaskState.FAILED else self.name

    def _go_to(self, name: str) -> None:
        self.name = name
        self.head.forget_tries()
        self.log_chosen.emit(name, 0)
        self.name_shown.emit(name)

    def _on_head_instance_chosen(self, name: str) -> None:
        self._is_chosen = True
        self._go_to(name)

    def _on_head_try_chosen(self, number: int) -> None:
        self.log_chosen.emit(self.name, number)

    def _on_head_times_toggled(self, checked: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        self.text.show_times(shown=checked)

    def _on_head_wrap_toggled(self, checked: bool) -> None:  # noqa: FBT001 - as above
        self.text.set_wrapped(wrapped=checked)

    def _on_filter_sieve_chosen(self, sieve: Sieve) -> None:
        self.text.sift(sieve)
        self.head.filter.setDown(False)
        show_icon(self.head.filter, Icon.FILTER, "accent" if self.filter.told else "text_dim")
        self.head.filter.setText(self.filter.told)
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        only = Qt.ToolButtonStyle.ToolButtonIconOnly
        self.head.filter.setToolButtonStyle(beside if self.filter.told else only)
        self._say_why_empty()

    def _on_text_menu_asked(self, at: QPoint) -> None:
        LogMenu(self).popup(at)

    def _on_head_more_clicked(self) -> None:
        button = self.head.more
        self.menu_asked.emit(self.name, button.mapToGlobal(QPoint(0, button.height())))


def _is_open(view: RunView, task: str) -> bool:
    """Whether a mapped task has not been made into others yet."""
    return bool(view.plan.tasks[task].expand) and view.mapped(task) is None


def _hint(view: RunView, task: str, of_it: TaskView) -> str:
    """What to say in the place of a log that is empty."""
    if of_it.state is TaskState.WAITING or not of_it.tries:
        return tr(NOT_EXPANDED) if _is_open(view, task) else tr(NOT_RUN)
    if of_it.asks is not None:
        return tr("It asks: {question}").format(question=of_it.asks.get("question", ""))
    if view.plan.tasks[task].kind is Kind.WAIT and of_it.state is TaskState.RUNNING:
        return tr("It waits {detail}.").format(detail=detail_of(view.plan.tasks[task]))
    if of_it.cached_from:
        return tr(CACHED)
    return tr(NOTHING if of_it.state.is_final else NOTHING_YET)
