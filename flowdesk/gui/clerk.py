"""Asks the user what must be known or agreed to first, then has it done.

Each act asks once, and only where something is lost or a value is needed; meanwhile the tasks that it is
about are lit up in the graph. Whether it can be done at all is for `possible` to say, whose reasons the
actions show. What a run from elsewhere would run here is agreed to before it goes on.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flowdesk.gui.cleared import cleared
from flowdesk.gui.language import plural, tr
from flowdesk.gui.lookup import Lookup
from flowdesk.gui.state_look import look_of
from flowdesk.gui.wishes import Wish
from flowdesk.plan.instances import task_of
from flowdesk.plan.standings import IllegalMove
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QDialog, QWidget

    from flowdesk.gui.dialogs.sure import Sure
    from flowdesk.gui.dialogs.values_dialog import ValuesDialog
    from flowdesk.gui.editing import Editing
    from flowdesk.gui.session import Session
    from flowdesk.plan.plan import Push

MOST_NAMED = 12


def _nothing(_tasks: Collection[str]) -> None:
    """Light up nothing."""


class Clerk(QObject):
    """Between the actions of a window and its session. `light_up` shows in the graph what is meant."""

    def __init__(
        self,
        session: Session,
        window: QWidget,
        settings: QSettings | None = None,
        light_up: Callable[[Collection[str]], None] = _nothing,
    ) -> None:
        super().__init__(window)
        self.session = session
        self.window = window
        self.light_up = light_up
        self._settings = settings

    @cached_property
    def editing(self) -> Editing:
        """What edits values."""
        from flowdesk.gui.editing import Editing

        return Editing(self)

    def run(self, part: Sequence[str] = ()) -> None:
        """Run the file, or the part of it that options of `flowdesk run` ask for."""
        plan = self.session.file.plan
        if plan is None or not plan.params or self.session.why_not_run():
            self.session.start_run(part)
            return
        from flowdesk.gui.dialogs.remembered import Remembered
        from flowdesk.gui.dialogs.values_dialog import Form, ValuesDialog

        intro = plan.description or tr("What shall '{name}' run with?").format(name=plan.name)
        remembered = Remembered(self._settings, self.session.path) if self._settings is not None else None
        title = tr("Run {name}").format(name=plan.name)
        dialog = ValuesDialog(Form(title, intro, plan.params, tr("Run"), remembered=remembered), self.window)
        dialog.accepted.connect(partial(self._run_with, dialog, tuple(part)))
        dialog.open()

    def stop(self) -> None:
        """End the run; once it is asked, as what runs is lost."""
        running = [*self.session.now.running]
        lost = plural(
            "1 task is running, and what its try has done is lost.",
            "{n} tasks are running, and what their tries have done is lost.",
            len(running),
        )
        kept = tr("What has ended stays as it is, with its values; the run can be taken up again by Retry.")
        question = tr("Stop the run?")
        self.sure(question, f"{lost}\n{kept}", tr("Stop it"), Wish("cancel"), running)

    def retry(self, name: str) -> None:
        """Have a task that failed run again."""
        self.ask(Wish("retry", name))

    def cancel(self, name: str) -> None:
        """Have a task end that runs."""
        lost = tr("What this try has done is lost. The run goes on.")
        question = tr("Cancel '{name}'?").format(name=name)
        self.sure(question, lost, tr("Cancel it"), Wish("cancel", name), [name])

    def clear(self, name: str, *, downstream: bool) -> None:
        """Have a task run anew, with all that comes after it."""
        self._clear([name], Wish("clear", name, {"downstream": downstream}), f"'{name}'")

    def clear_group(self, group: str, names: Sequence[str], *, downstream: bool) -> None:
        """Have all tasks of a group run anew, with all that comes after them."""
        wish = Wish("clear", None, {"downstream": downstream, "tasks": list(names)})
        self._clear(names, wish, tr("the group '{name}'").format(name=group))

    def retry_group(self, group: str, names: Sequence[str]) -> None:
        """Have what failed of a group run anew, with what did not run because of it."""
        bad = (TaskState.FAILED, TaskState.UPSTREAM_FAILED, TaskState.CANCELLED)
        failed = [name for name in names if self.session.now.task(name).state in bad]
        wish = Wish("clear", None, {"downstream": True, "tasks": failed})
        self._clear(failed, wish, tr("what failed in '{name}'").format(name=group))

    def mark(self, name: str, state: TaskState) -> None:
        """Say how a task has ended, whatever it did."""
        wanted = self._lacking(name) if state is TaskState.SUCCESS else []
        if wanted:
            self._ask_for_values(name, wanted)
            return
        more = tr("Its tries and values are kept. What did not run because of its old state is decided anew.")
        if self.session.view.task(name).state is TaskState.RUNNING:
            more = tr("It is running, and will be ended first.") + f" {more}"
        word = look_of(state).word.lower()
        wish = Wish("mark", name, {"state": str(state), "values": {}})
        question = tr("Mark '{name}' as {state}?").format(name=name, state=word)
        self.sure(question, more, tr("Mark as {state}").format(state=word), wish, [name])

    def mark_group(self, group: str, names: Sequence[str], state: TaskState) -> None:
        """Say of all tasks of a group how they have ended."""
        lacking = [name for name in names if state is TaskState.SUCCESS and self._lacking(name)]
        left = [name for name in names if name not in lacking and self.session.now.task(name).state != state]
        told = [tr("Their tries and values are kept. What did not run because of them is decided anew.")]
        if lacking:
            told.append(
                tr("Left out, as values of them are needed: {names}").format(names=", ".join(lacking))
            )
        word = look_of(state).word.lower()
        question = tr("Mark {n} of '{name}' as {state}?").format(
            n=plural("1 task", "{n} tasks", len(left)), name=group, state=word
        )
        sure = self._sure(question, "\n".join(told), tr("Mark as {state}").format(state=word))
        self.light_up_during(sure, left)
        wishes = [Wish("mark", name, {"state": str(state), "values": {}}) for name in left]
        sure.ask(partial(self._ask_all, wishes))

    def sure(self, question: str, more: str, verb: str, wish: Wish, tasks: Collection[str] = ()) -> None:
        """Ask once, with the tasks lit up that it is about."""
        dialog = self._sure(question, more, verb)
        self.light_up_during(dialog, tasks)
        dialog.ask(partial(self.ask, wish))

    def _sure(self, question: str, more: str, verb: str) -> Sure:
        from flowdesk.gui.dialogs.sure import Sure

        return Sure(question, more, verb, self.window)

    def light_up_during(self, dialog: QDialog, tasks: Collection[str]) -> None:
        """Light tasks up in the graph as long as a dialog is open."""
        if tasks:
            self.light_up([task_of(task) for task in tasks])
            dialog.finished.connect(self._on_dialog_finished)

    def ask(self, wish: Wish) -> None:
        """Have a wish fulfilled; where nobody works on the run, once it is sure that it may go on here."""
        run = self.session.run
        if run is None or self.session.now.run_state is RunState.RUNNING:
            self.session.steering.ask(wish)
            return
        number = run.number
        asked = Lookup(lambda store: number in store.imported_runs(), partial(self._ask_if_trusted, wish))
        self.session.feed.look_up(asked)

    def _ask_if_trusted(self, wish: Wish, is_imported: bool) -> None:  # noqa: FBT001 - an answer
        run = self.session.run
        if run is None:
            return
        if not is_imported:
            self.session.steering.ask(wish)
            return
        more = tr(
            "It was imported. To go on with it runs here what its file brought from elsewhere: its commands "
            "and code, with your rights. Look at its source first."
        )
        question = tr("Do you trust run #{number}?").format(number=run.number)
        sure = self._sure(question, more, tr("Trust it and go on"))
        sure.ask(partial(self.session.steering.ask, replace(wish, is_trusted=True)))

    def _ask_all(self, wishes: Sequence[Wish]) -> None:
        if self.session.now.run_state is RunState.RUNNING:
            for wish in wishes:
                self.ask(wish)
        elif wishes:
            # One process is the engine, and takes up what is left for it before.
            run = self.session.run
            for wish in wishes[:-1]:
                self.session.feed.ask(run.id if run else "", wish)
            self.ask(wishes[-1])

    def _clear(self, names: Sequence[str], wish: Wish, what: str) -> None:
        is_down = bool(wish.data.get("downstream"))
        try:
            found = cleared(self.session.view, names, downstream=is_down)
        except IllegalMove as refused:
            told = tr("{what} cannot be cleared: {why}.").format(what=what, why=refused)
            self.session.told.emit(told[:1].upper() + told[1:])
            return
        meant = [task_of(name) for name in names]
        others = [one for one in found if one not in meant]
        after = plural("1 task after it", "{n} tasks after it", len(others))
        question = tr("Clear {what} and {others}?") if others else tr("Clear {what}?")
        kept = tr("Earlier tries, their logs and values are kept. What runs is cancelled first.")
        more = [*_told([*names, *others]), kept]
        told = question.format(what=what, others=after)
        self.sure(told, "\n".join(more), tr("Clear"), wish, [*meant, *others])

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
        from flowdesk.gui.dialogs.values_dialog import Form, ValuesDialog
        from flowdesk.gui.typed_text import as_params

        intro = tr("'{name}' succeeds only with what it pushes. What would it have pushed?").format(name=name)
        secret = frozenset(push.key for push in wanted if push.secret)
        title = tr("Mark {name} as success").format(name=name)
        form = Form(title, intro, as_params(wanted), tr("Mark as success"), secret)
        dialog = ValuesDialog(form, self.window)
        self.light_up_during(dialog, [name])
        dialog.accepted.connect(partial(self._mark_with, dialog, name))
        dialog.open()

    def _mark_with(self, dialog: ValuesDialog, name: str) -> None:
        values = dialog.values()
        self.ask(Wish("mark", name, {"state": str(TaskState.SUCCESS), "values": values}))

    def _run_with(self, dialog: ValuesDialog, part: tuple[str, ...]) -> None:
        dialog.remember()
        given = [f"--param={name}={text}" for name, text in dialog.typed().items()]
        self.session.start_run([*part, *given])

    def _on_dialog_finished(self) -> None:
        self.light_up(())


def _told(names: Sequence[str]) -> list[str]:
    """Lines that name what gets new tries."""
    if len(names) == 1:
        return [tr("It gets a new try in the same run.")]
    lines = [tr("They get new tries in the same run:"), *(f"    {name}" for name in names[:MOST_NAMED])]
    if len(names) > MOST_NAMED:
        lines.append("    … " + tr("and {n} more").format(n=f"{len(names) - MOST_NAMED:,}"))
    return lines
