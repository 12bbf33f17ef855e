"""The panel of details: all that is known of the selected task, of whichever of its tries is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from flowdesk.gui.details.facts import Goal
from flowdesk.gui.details.of_plan import contract, sections_of_plan
from flowdesk.gui.details.of_try import Moment, sections_of_try
from flowdesk.gui.details.page_text import link_of, page_of
from flowdesk.gui.details.reading import Record, read_record
from flowdesk.gui.details.why import why
from flowdesk.gui.language import tr
from flowdesk.gui.lookup import Lookup
from flowdesk.gui.override import override
from flowdesk.gui.panels.elided_label import ElidedLabel
from flowdesk.gui.state_label import StateLabel
from flowdesk.gui.state_look import look_of, shown_of
from flowdesk.gui.theme import theme_changes
from flowdesk.plan.instances import name_of, task_of
from flowdesk.plan.spans import Spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QShowEvent

    from flowdesk.gui.details.facts import Section
    from flowdesk.gui.session import Session
    from flowdesk.plan.plan import Task
    from flowdesk.plan.run_view import Changes
    from flowdesk.plan.spans import Span
    from flowdesk.store.rows import TryRow

REST = 60  # milliseconds in which changes are gathered


class DetailsPanel(QWidget):
    """Follows the selection, the run and the moment of `session`."""

    value_wanted = Signal(str, str)
    """The name of a task and the key of which the user wants to see the value."""
    log_wanted = Signal(str, int)
    """The name of a task and the try of which the user wants to read the log."""
    source_wanted = Signal(str)
    """The task whose lines in the file the user wants to see."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._name = ""
        self._record = Record("")
        self.icon = StateLabel(self)
        self.title = ElidedLabel(self)
        self.made = QComboBox(self)
        self.tries = QComboBox(self)
        self.page = QTextBrowser(self)
        self._gather = QTimer(self)
        self._gather.setInterval(REST)
        self._gather.setSingleShot(True)
        self._lay_out()
        self._connect(session)
        self.show_task(session.task)

    def _lay_out(self) -> None:
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(tr("Details of the task"))
        self.page.document().setDocumentMargin(12)
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.tries.setAccessibleName(tr("Try"))
        self.made.setAccessibleName(tr("Which of the tasks made of it"))
        head = QHBoxLayout()
        head.setContentsMargins(10, 5, 8, 5)
        head.setSpacing(6)
        head.addWidget(self.icon)
        head.addWidget(self.title, stretch=1)
        head.addWidget(self.made)
        head.addWidget(self.tries)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.page)

    def _connect(self, session: Session) -> None:
        session.task_selected.connect(self.show_task)
        session.view_opened.connect(self._on_session_view_opened)
        session.view_changed.connect(self._on_session_view_changed)
        session.values_arrived.connect(self._gather.start)
        session.moment_changed.connect(self._gather.start)
        self._gather.timeout.connect(self._on_gather_timeout)
        self.tries.activated.connect(self._show_page)
        self.made.activated.connect(self._on_made_activated)
        self.page.anchorClicked.connect(self._on_page_anchor_clicked)
        theme_changes().theme_changed.connect(self._show_page)

    def show_task(self, task: str) -> None:
        """Show another task; "" shows none."""
        self._go_to(task if task in self._session.view.plan.tasks else "")

    def show_try(self, name: str, number: int) -> None:
        """Show a try of a task, by the task's name."""
        if name != self._name:
            self._go_to(name)
        self.tries.setCurrentIndex(self.tries.findData(number))
        self._show_page()

    def _go_to(self, name: str) -> None:
        self._name, self._record = name, Record(name)
        self.tries.clear()
        self._show_page()
        self._ask()

    def _ask(self) -> None:
        run, name = self._session.run, self._name
        if run is not None and name and self.isVisible():
            self._session.feed.look_up(Lookup(lambda store: read_record(store, run, name), self._take))

    def _take(self, record: Record) -> None:
        run = self._session.run
        if record.name == self._name and run is not None and record.run_id == run.id:
            self._record = record
            self._show_page()

    def _show_page(self) -> None:
        task = self._session.view.plan.tasks.get(task_of(self._name))
        self._list_tries()
        self._list_made()
        self._show_head()
        bar = self.page.verticalScrollBar()
        place = bar.value()
        hint = tr("Select a task to see all that is known of it.")
        self.page.setHtml(page_of(self._sections()) if task is not None else f"<p>{hint}</p>")
        bar.setValue(place)

    def _sections(self) -> Iterator[Section]:
        view, task = self._session.view, self._session.view.plan.tasks[task_of(self._name)]
        row = self._chosen()
        if row is not None:
            moment = Moment(self._session.values, self._spans(task), self._session.time())
            yield from sections_of_try(row, task, self._record, moment)
        yield from sections_of_plan(task, view)
        if row is None:
            yield from contract(task)

    def _spans(self, task: Task) -> list[Span]:
        near = {task.id, None, *task.upstream}
        spans = Spans(self._session.view.plan)
        spans.apply(event for event in self._session.events if event.task in near)
        row = spans.rows.get(self._name)
        return row.spans if row is not None else []

    def _known(self) -> list[TryRow]:
        """The tries that had begun at the moment that is shown."""
        then = self._session.time()
        return [row for row in self._record.tries if row.started_at <= then]

    def _chosen(self) -> TryRow | None:
        number = self.tries.currentData()
        known = self._known()
        return next((row for row in known if row.number == number), known[-1] if known else None)

    def _list_tries(self) -> None:
        known = [row.number for row in self._known()]
        have = [self.tries.itemData(at) for at in range(self.tries.count())]
        if known != have:
            chosen, was_last = self.tries.currentData(), self.tries.currentIndex() == len(have) - 1
            self.tries.clear()
            for number in known:
                self.tries.addItem(tr("Try {number}").format(number=number), number)
            at = len(known) - 1 if was_last else self.tries.findData(chosen)
            self.tries.setCurrentIndex(at if at >= 0 else len(known) - 1)
        self.tries.setVisible(len(known) > 1)

    def _list_made(self) -> None:
        """Offer what was made of a mapped task, besides the task as a whole."""
        task = task_of(self._name)
        names = self._session.view.instances(task) if task else []
        if self.made.count() != (len(names) + 1 if names else 0):
            self.made.clear()
            self.made.addItems([tr("as a whole"), *(f"[{at}]" for at in range(len(names)))] if names else [])
        self.made.setCurrentIndex(names.index(self._name) + 1 if self._name in names else 0)
        self.made.setVisible(bool(names))

    def _show_head(self) -> None:
        view, task = self._session.view, self._session.view.plan.tasks.get(task_of(self._name))
        shown = shown_of(view.task(self._name), view.run_state) if task and view.run_id else None
        self.icon.show_state(shown)
        parts = [self._name, tr(look_of(shown).word) if shown else "", why(view, task) if task else ""]
        self.title.say(" · ".join(filter(None, parts)))

    def _on_session_view_opened(self) -> None:
        self.show_task(self._session.task)

    def _on_session_view_changed(self, changes: Changes) -> None:
        task = self._session.view.plan.tasks.get(task_of(self._name))
        if task is not None and not changes.tasks.isdisjoint({task.id, *task.upstream}):
            self._gather.start()

    def _on_gather_timeout(self) -> None:
        self._show_page()
        self._ask()

    def _on_made_activated(self, index: int) -> None:
        self._go_to(name_of(task_of(self._name), index - 1))

    def _on_page_anchor_clicked(self, url: QUrl) -> None:
        link = link_of(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if link.goal is Goal.TASK:
            self._session.select_task(task_of(link.what[0]))
        elif link.goal is Goal.RUN:
            self._session.show_run(link.what[0])
        elif link.goal is Goal.VALUE:
            self.value_wanted.emit(*link.what)
        elif link.goal is Goal.LOG:
            self.log_wanted.emit(link.what[0], int(link.what[1]))
        else:
            self.source_wanted.emit(link.what[0])

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()
