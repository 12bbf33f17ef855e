"""How the tasks of a plan stand in a run, brought onto the items of a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.canvas.card_words import MOST_TOLD, Standing, moves
from flowdesk.gui.canvas.made_tasks import cells_of
from flowdesk.gui.canvas.value_pill import ValuePill
from flowdesk.gui.state_look import state_in
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from flowdesk.gui.canvas.drawing import Drawing
    from flowdesk.gui.canvas.group_states import GroupStates
    from flowdesk.gui.canvas.rest_pill import RestPill
    from flowdesk.gui.canvas.task_item import TaskItem
    from flowdesk.plan.run_view import RunView

_LOOKED_AT = 1000  # of what a mapped task was made into, when its failures are told


class Ahead:
    """What was shown ahead on a drawing, and the tasks and pairs that have changed since."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.tasks: set[str] = set()
        self.pairs: set[tuple[str, str]] = set()


class Standings:
    """Shows how everything stands in `view` on what is drawn; without one, the plain plan."""

    def __init__(
        self,
        tasks: Iterable[str],
        states: GroupStates,
        clock: Callable[[], float],
        name_run: Callable[[str], str],
    ) -> None:
        self.view: RunView | None = None
        self.running: set[str] = set()  # cards whose times go on
        self._usual: Mapping[str, float] = {}  # seconds that tasks took in earlier runs
        self.pills: dict[tuple[str, str], list[ValuePill]] = {}
        self.rests: dict[tuple[str, str], list[tuple[RestPill, str]]] = {}
        self._all = tuple(tasks)
        self._states = states
        self._clock = clock
        self._name_run = name_run
        self._keys: dict[str, set[str]] = {}
        self._drawing: Drawing | None = None
        self._ahead: Ahead | None = None

    def bind(self, drawing: Drawing) -> None:
        """Show everything on the items of `drawing` from now on."""
        self._drawing = drawing
        self.pills, self.rests, self._keys, self.running = {}, {}, {}, set()
        for part in (part for drawn in drawing.links for part in drawn.parts):
            for (task, key, _), label in part.keys:
                self._keys.setdefault(task, set()).add(key)
                if isinstance(part.pill, ValuePill):
                    self.pills.setdefault((task, key), []).append(part.pill)
                else:
                    self.rests.setdefault((task, key), []).append((part.pill, label))
        ahead, self._ahead = self._ahead, None
        self._refresh_boxes((*drawing.boxes, *drawing.groups))
        if ahead is not None and ahead.drawing is drawing:
            self._note_running(drawing)
            self._refresh_cards(task for task in ahead.tasks if task in drawing.tasks)
            self.refresh_values((task, key) for task in ahead.tasks for key in self._keys.get(task, ()))
            self.refresh_values(ahead.pairs)
        else:
            self._refresh_cards(drawing.tasks)
            self.refresh_values({*self.pills, *self.rests})

    def show_ahead(self, drawing: Drawing) -> Iterator[None]:
        """Show everything on what is new in `drawing`, one thing in each step, before it is bound."""
        ahead = self._ahead = Ahead(drawing)
        for task, item in drawing.tasks.items():
            if drawing.is_new(item):
                self._show_card(item, task)
                yield
        for drawn in drawing.links:
            if drawing.is_new(drawn.line):
                for part in drawn.parts:
                    for (task, key, _), label in part.keys:
                        self._show_value(part.pill, label, (task, key))
                    part.pill.boundingRect()  # measured here, not when all of them are first painted
                yield
        if self._ahead is not ahead:  # another drawing came between
            self._ahead = None

    def show_run(self, view: RunView | None) -> None:
        """Show how everything stands in `view`."""
        self.view, self._ahead = view, None
        self._states.clear()
        drawing = self._drawing
        self._take(self._all)
        if drawing is not None:
            self._refresh_cards(drawing.tasks)
            self._refresh_boxes((*drawing.boxes, *drawing.groups))
            self.refresh_values({*self.pills, *self.rests})

    def refresh_tasks(self, ids: Iterable[str]) -> set[str]:
        """Show anew how these tasks stand, with all that depends on them; returns what stands for them."""
        drawing, ids = self._drawing, tuple(ids)
        if self._ahead is not None:
            self._ahead.tasks.update(ids)
        if drawing is None:
            return set()
        changed = [task for task in ids if task in drawing.seen.shown_by]
        moved = self._take(changed)
        self._refresh_cards(task for task in changed if task in drawing.tasks)
        self._refresh_boxes({group for task in moved for group in self._states.round(task)})
        # An empty pill says "absent" once its task is over.
        self.refresh_values((task, key) for task in changed for key in self._keys.get(task, ()))
        return {drawing.seen.shown_by[task] for task in changed}

    def tell_usual(self, times: Mapping[str, float]) -> set[str]:
        """Tell how long what runs usually takes; returns what stands for it."""
        self._usual, self._ahead = times, None
        return self.refresh_tasks(self.running.intersection(times))

    def refresh_values(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Show anew the values of these (task, key) pairs."""
        for pair in pairs:
            if self._ahead is not None:
                self._ahead.pairs.add(pair)
            for pill in self.pills.get(pair, ()):
                self._show_value(pill, "", pair)
            for rest, label in self.rests.get(pair, ()):
                self._show_value(rest, label, pair)

    def turn(self, angle: float) -> None:
        """Let the arcs of what runs stand at `angle` degrees, and the durations at now."""
        drawing, now = self._drawing, self._clock()
        if drawing is not None:
            for task in self.running:
                drawing.tasks[task].turn(angle, now)

    def _take(self, tasks: Iterable[str]) -> list[str]:
        """Count how these tasks stand; returns those that stand otherwise than before."""
        view, states = self.view, self._states
        if view is None:
            return []
        run, asked = view.run_state, view.plan.tasks
        return [
            task
            for task in tasks
            if task in asked and states.take(task, state_in(run, view.task(task).state))
        ]

    def _refresh_cards(self, tasks: Iterable[str]) -> None:
        drawing = self._drawing
        if drawing is None:
            return
        for task in tasks:
            standing = self._show_card(drawing.tasks[task], task)
            is_moving = standing is not None and moves(standing)
            (self.running.add if is_moving else self.running.discard)(task)

    def _show_card(self, item: TaskItem, task: str) -> Standing | None:
        view = self.view
        is_plain = view is None or task not in view.plan.tasks
        standing = None if view is None or is_plain else standing_of(view, task, self._name_run, self._usual)
        item.show_standing(standing, self._clock())
        return standing

    def _show_value(self, pill: ValuePill | RestPill, label: str, pair: tuple[str, str]) -> None:
        view = self.view
        value = None if view is None else view.value(*pair)
        is_over = view is not None and view.task(pair[0]).state.is_final
        if isinstance(pill, ValuePill):
            pill.show_value(value, is_over=is_over)
        else:
            pill.show_value(label, value, is_over=is_over)

    def _note_running(self, drawing: Drawing) -> None:
        self.running = {
            task for task, item in drawing.tasks.items() if item.standing is not None and moves(item.standing)
        }

    def _refresh_boxes(self, groups: Iterable[str]) -> None:
        drawing = self._drawing
        if drawing is None:
            return
        for group in groups:
            counts = None if self.view is None else self._states.counts(group)
            if group in drawing.boxes:
                drawing.boxes[group].show_counts(counts)
            elif group in drawing.groups:
                drawing.groups[group].show_counts(counts)


def standing_of(
    view: RunView, task: str, name_run: Callable[[str], str], usual: Mapping[str, float]
) -> Standing:
    """How a task stands in a run, for its card. `usual` are seconds by task."""
    of_it, mapped = view.task(task), view.mapped(task)
    earlier = name_run(of_it.cached_from) if of_it.cached_from else ""
    troubles: list[str] = []
    if mapped and mapped.get(TaskState.FAILED):
        made = view.instances(task)[:_LOOKED_AT]
        failed = [name for name in made if view.task(name).state is TaskState.FAILED]
        troubles = [f"{name}: {view.task(name).reason or 'failed'}" for name in failed[:MOST_TOLD]]
    cells = cells_of(view, task)
    return Standing(of_it, view.run_state, mapped, tuple(troubles), earlier, cells, usual.get(task))
