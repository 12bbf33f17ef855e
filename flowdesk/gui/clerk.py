"""Asks the user what must be known or agreed to first, then has it done.

Each act asks once, and only where something is lost or a value is needed. Whether it can be done at all
is for `possible` to say, whose reasons the actions show.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flowdesk.gui.checked_file import counted
from flowdesk.gui.cleared import cleared
from flowdesk.gui.dialogs.sure import Sure
from flowdesk.gui.dialogs.values_dialog import Form, ValuesDialog
from flowdesk.gui.typed_text import as_params
from flowdesk.gui.wishes import Wish
from flowdesk.plan.instances import task_of
from flowdesk.plan.standings import IllegalMove
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from flowdesk.gui.session import Session
    from flowdesk.plan.plan import Push

MOST_NAMED = 12


class Clerk(QObject):
    """Between the actions of a window and its session."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self.session = session
        self._window = window

    def run(self, part: Sequence[str] = ()) -> None:
        """Run the file, or the part of it that options of `flowdesk run` ask for."""
        plan = self.session.file.plan
        if plan is None or not plan.params or self.session.why_not_run():
            self.session.start_run(part)
            return
        intro = plan.description or f"What shall '{plan.name}' run with?"
        dialog = ValuesDialog(Form(f"Run {plan.name}", intro, plan.params, "Run"), self._window)
        dialog.accepted.connect(partial(self._run_with, dialog, tuple(part)))
        dialog.open()

    def retry(self, name: str) -> None:
        """Have a task that failed run again."""
        self._ask(Wish("retry", name))

    def cancel(self, name: str) -> None:
        """Have a task end that runs."""
        lost = "What this try has done is lost. The run goes on."
        sure = Sure(f"Cancel '{name}'?", lost, "Cancel it", self._window)
        sure.ask(partial(self._ask, Wish("cancel", name)))

    def clear(self, name: str, *, downstream: bool) -> None:
        """Have a task run anew, with all that comes after it."""
        try:
            names = cleared(self.session.view, name, downstream=downstream)
        except IllegalMove as refused:
            self.session.told.emit(f"'{name}' cannot be cleared: {refused}.")
            return
        others = [one for one in names if one != task_of(name)]
        with_them = f" and {counted(len(others), 'task')} after it" if others else ""
        more = [
            "It gets a new try in the same run." if not others else "They get new tries in the same run:",
            *([f"    {one}" for one in (name, *others)][:MOST_NAMED] if others else []),
            *([f"    … and {len(others) + 1 - MOST_NAMED} more"] if len(others) >= MOST_NAMED else []),
            "Earlier tries, their logs and values are kept. What runs is cancelled first.",
        ]
        sure = Sure(f"Clear '{name}'{with_them}?", "\n".join(more), "Clear", self._window)
        sure.ask(partial(self._ask, Wish("clear", name, {"downstream": downstream})))

    def mark(self, name: str, state: TaskState) -> None:
        """Say how a task has ended, whatever it did."""
        wanted = self._lacking(name) if state is TaskState.SUCCESS else []
        if wanted:
            self._ask_for_values(name, wanted)
            return
        more = "Its tries and values are kept. What did not run because of its old state is decided anew."
        if self.session.view.task(name).state is TaskState.RUNNING:
            more = f"It is running, and will be ended first. {more}"
        sure = Sure(f"Mark '{name}' as {state}?", more, f"Mark as {state}", self._window)
        sure.ask(partial(self._ask, Wish("mark", name, {"state": str(state), "values": {}})))

    def _lacking(self, name: str) -> list[Push]:
        """What a task must push and has not pushed; of a mapped one, each made of it has its own."""
        view, task = self.session.view, self.session.view.plan.tasks[task_of(name)]
        if task.expand and name == task.id:
            return []
        tries, values = view.task(name).tries, view.values(name)
        return [
            push
            for push in task.push
            if push.required and (push.key not in values or values[push.key].try_number != tries)
        ]

    def _ask_for_values(self, name: str, wanted: Sequence[Push]) -> None:
        intro = f"'{name}' succeeds only with what it pushes. What would it have pushed?"
        secret = frozenset(push.key for push in wanted if push.secret)
        form = Form(f"Mark {name} as success", intro, as_params(wanted), "Mark as success", secret)
        dialog = ValuesDialog(form, self._window)
        dialog.accepted.connect(partial(self._mark_with, dialog, name))
        dialog.open()

    def _mark_with(self, dialog: ValuesDialog, name: str) -> None:
        values = dialog.values()
        self._ask(Wish("mark", name, {"state": str(TaskState.SUCCESS), "values": values}))

    def _run_with(self, dialog: ValuesDialog, part: tuple[str, ...]) -> None:
        given = [f"--param={name}={text}" for name, text in dialog.typed().items()]
        self.session.start_run([*part, *given])

    def _ask(self, wish: Wish) -> None:
        self.session.steering.ask(wish)
