"""What the window asks of the run that is shown, and what comes back.

Where an engine works on the run, a request is left for it; where none does, the command that takes the
run up is started as a process of its own, as Run is, and answers the request that it makes of itself.
Either way the answer comes back as an event of the run, like all else. A process that ends without one
has said why.
"""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flowdesk.gui.language import tr
from flowdesk.gui.wishes import Wish, arguments_of, given_of
from flowdesk.plan.events import EventKind
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.gui.feed import Feed
    from flowdesk.gui.question import Question
    from flowdesk.gui.runner import Runner
    from flowdesk.plan.events import Event
    from flowdesk.plan.run_view import RunView
    from flowdesk.store.rows import RunRow

CANCEL = "cancel"
REFUSED = "refused"
PATIENCE = 5.0
"""Seconds after which an answer to a run that is not shown can be given again."""


class Steering(QObject):
    """Asks things of one run at a time."""

    changed = Signal()  # what is asked, and so what can be asked
    answered = Signal(str)  # what the engine answered, to whoever asked
    refused = Signal(str)  # an answer, or a failure, that must not be missed

    def __init__(self, feed: Feed, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feed = feed
        self._runner = runner
        self._run: RunRow | None = None
        self._view: RunView | None = None
        self._asked: list[Wish] = []
        self._is_stopping = False
        self._elsewhere: dict[tuple[str, str], float] = {}

    def show(self, run: RunRow | None, view: RunView) -> None:
        """Ask of this run from now on."""
        if run is None or self._run is None or run.id != self._run.id:
            self._asked, self._is_stopping = [], False
        self._run, self._view = run, view

    def ask(self, wish: Wish) -> None:
        """Have a wish fulfilled, by the engine of the run or by a process that becomes it."""
        if self._run is None or self._view is None or wish in self._asked:
            return
        self._asked.append(wish)
        self._is_stopping |= wish == Wish(CANCEL)
        if self._view.run_state is RunState.RUNNING:
            self._feed.ask(self._run.id, wish)
        elif not self._start(self._run, wish):
            self._asked.remove(wish)
            self.refused.emit(tr("No process could be started."))
        self.changed.emit()

    def _start(self, run: RunRow, wish: Wish) -> bool:
        arguments = arguments_of(wish, run.id)
        return self._runner.start(run.id, arguments, Path(run.path), given=given_of(wish))

    def answer(self, question: Question, choice: str) -> None:
        """Answer the question of a run, be it the one that is shown or another."""
        wish = Wish("approve", question.task, {"answer": choice})
        if self._run is not None and question.run_id == self._run.id:
            self.ask(wish)
            return
        self._elsewhere[question.run_id, question.task] = monotonic()
        self._feed.ask(question.run_id, wish)
        self.changed.emit()

    def is_answering(self, question: Question) -> bool:
        """Whether an answer is on its way. No word comes back from a run that is not shown."""
        given = self._elsewhere.get((question.run_id, question.task))
        is_given = given is not None and monotonic() - given < PATIENCE
        is_shown = self._run is not None and question.run_id == self._run.id
        return self.is_asked("approve", question.task) if is_shown else is_given

    def is_asked(self, kind: str, task: str | None = None) -> bool:
        """Whether something of this kind is asked, of this task, and not answered yet."""
        return any((wish.kind, wish.task) == (kind, task) for wish in self._asked)

    @property
    def is_stopping(self) -> bool:
        """Whether the run was asked to end and has not ended yet."""
        is_running = self._view is not None and self._view.run_state is RunState.RUNNING
        return self._is_stopping and is_running

    def take(self, events: Iterable[Event]) -> None:
        """Take up what happened in the run."""
        for event in events:
            if event.kind is EventKind.REQUEST_ANSWERED:
                self._take_answer(event)
            elif event.kind is EventKind.RUN_RESUMED:
                self._drop("resume")
            elif event.kind is EventKind.RUN_FINISHED:
                self._take_finish()

    def take_end(self, said: str) -> None:
        """The process that took the run up is no more, and all it did is known; it `said` this."""
        if self._asked:
            self._forget()
            self.refused.emit(said or tr("The process ended without an answer, and did not say why."))

    def fail(self) -> None:
        """What was asked could not be written down: it can be asked again."""
        self._forget()

    def _take_answer(self, event: Event) -> None:
        kind, task = event.data.get("kind"), event.name
        mine = next((wish for wish in self._asked if wish.kind == kind and wish.task in {task, None}), None)
        if mine is not None:
            self._asked.remove(mine)
        answer = str(event.data.get("answer", ""))
        if mine is not None and answer.startswith(REFUSED):
            self.refused.emit(_sentence(answer))
        self.answered.emit(answer)
        self.changed.emit()

    def _take_finish(self) -> None:
        is_left = any(wish.kind != CANCEL for wish in self._asked)
        self._forget()
        if is_left:
            self.refused.emit(tr("The run ended before it was asked."))

    def _drop(self, kind: str) -> None:
        self._asked = [wish for wish in self._asked if wish.kind != kind]
        self.changed.emit()

    def _forget(self) -> None:
        self._asked, self._is_stopping = [], False
        self.changed.emit()


def _sentence(answer: str) -> str:
    return answer[:1].upper() + answer[1:] + ("" if answer.endswith((".", "?")) else ".")
