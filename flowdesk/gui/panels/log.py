"""The panel of the log: what the selected task printed, as it prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from flowdesk.gui.canvas.task_texts import detail_of
from flowdesk.gui.models.instances import first_to_read, instances_of
from flowdesk.gui.panels.find_bar import FindBar
from flowdesk.gui.panels.log_head import LogHeadLine
from flowdesk.gui.panels.log_text import LogText
from flowdesk.plan.plan import Kind
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.gui.followed import LogHead
    from flowdesk.plan.run_view import RunView, TaskView
    from flowdesk.store.log_line import Line
    from flowdesk.store.rows import TryRow

NO_TASK = "Select a task to read what it prints."
NOTHING_YET = "Nothing printed yet."
NOT_RUN = "This task has not run."
NOT_EXPANDED = "What this task is to be made into is not known yet."
CACHED = "Nothing ran: all is as it was in an earlier run, whose values were used again."


class LogPanel(QWidget):
    """The log of one try, found in with Ctrl+F. Of a mapped task, one of those made of it is shown."""

    log_chosen = Signal(str, int)
    """The name of the task and the try whose log is wanted; try 0 is the last, name "" is none."""

    name_shown = Signal(str)
    """The name of the task whose log is shown from now on."""

    menu_asked = Signal(str, QPoint)
    """The name of the task for which a menu is wanted, and where on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task = ""
        self.name = ""
        self._is_chosen = False  # by the user
        self.head = LogHeadLine(self)
        self.text = LogText(self)
        self.find_bar = FindBar(self.text, "Find in the log", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.text)
        layout.addWidget(self.find_bar)
        find = QAction("Find", self)
        find.setShortcut(QKeySequence.StandardKey.Find)
        find.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.triggered.connect(self.find_bar.open)
        self.addAction(find)
        self.head.try_chosen.connect(self._on_head_try_chosen)
        self.head.instance_chosen.connect(self._on_head_instance_chosen)
        self.head.times.toggled.connect(self._on_head_times_toggled)
        self.head.more.clicked.connect(self._on_head_more_clicked)
        self.head.hide()
        self.text.reset(NO_TASK)

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
        self.text.hint = _hint(view, task, view.task(shown)) if task else NO_TASK
        self.text.viewport().update()

    def reset(self, head: LogHead | None) -> None:
        """Begin with another log."""
        self.text.reset(self.text.hint)
        if head:
            self.head.mark_try(head.try_number)

    @Slot(str, object)
    def list_tries(self, name: str, rows: Sequence[TryRow]) -> None:
        """Offer these tries of a task."""
        if name == self.name:
            self.head.list_tries(rows)

    def grow(self, lines: Sequence[Line]) -> None:
        """Add what was printed since."""
        self.text.grow(lines)

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

    def _on_head_more_clicked(self) -> None:
        button = self.head.more
        self.menu_asked.emit(self.name, button.mapToGlobal(QPoint(0, button.height())))


def _is_open(view: RunView, task: str) -> bool:
    """Whether a mapped task has not been made into others yet."""
    return bool(view.plan.tasks[task].expand) and view.mapped(task) is None


def _hint(view: RunView, task: str, of_it: TaskView) -> str:
    """What to say in the place of a log that is empty."""
    if of_it.state is TaskState.WAITING or not of_it.tries:
        return NOT_EXPANDED if _is_open(view, task) else NOT_RUN
    if of_it.asks is not None:
        return f"It asks: {of_it.asks.get('question', '')}"
    if view.plan.tasks[task].kind is Kind.WAIT and of_it.state is TaskState.RUNNING:
        return f"It waits {detail_of(view.plan.tasks[task])}."
    return CACHED if of_it.cached_from else NOTHING_YET
