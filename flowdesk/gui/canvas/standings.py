"""How the tasks of a plan stand in a run, brought onto the items of a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.canvas.card_words import MOST_TOLD, Standing, moves
from flowdesk.gui.canvas.made_tasks import cells_of
from flowdesk.gui.canvas.rest_pill import RestPill
from flowdesk.gui.canvas.value_pill import ValuePill
from flowdesk.gui.state_look import state_in
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from flowdesk.gui.canvas.drawing import Drawing
    from flowdesk.gui.canvas.group_states import GroupStates
    from flowdesk.gui.canvas.rest_pill import RestPill
    from flowdesk.plan.run_view import RunView

_LOOKED_AT = 1000  # of what a mapped task was made into, when its failures are told


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
        self.usual: Mapping[str, float] = {}  # seconds that tasks took in earlier runs
        self.pills: dict[tuple[str, str], list[ValuePill]] = {}
        self.rests: dict[tuple[str, str], list[tuple[RestPill, str]]] = {}
        self._all = tuple(tasks)
        self._states = states
        self._clock = clock
        self._name_run = name_run
        self._keys: dict[str, set[str]] = {}
        self._drawing: Drawing | None = None

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
        self._refresh_cards(drawing.tasks)
        self._refresh_boxes((*drawing.boxes, *drawing.groups))
        self.refresh_values({*self.pills, *self.rests})

    def show_run(self, view: RunView | None) -> None:
        """Show how everything stands in `view`."""
        self.view = view
        self._states.clear()
        drawing = self._drawing
        self._take(self._all)
        if drawing is not None:
            self._refresh_cards(drawing.tasks)
            self._refresh_boxes((*drawing.boxes, *drawing.groups))
            self.refresh_values({*self.pills, *self.rests})

    def refresh_tasks(self, ids: Iterable[str]) -> set[str]:
        """Show anew how these tasks stand, with all that depends on them; returns what stands for them."""
        drawing = self._drawing
        if drawing is None:
            return set()
        changed = [task for task in ids if task in drawing.seen.shown_by]
        moved = self._take(changed)
        self._refresh_cards(task for task in changed if task in drawing.tasks)
        self._refresh_boxes({group for task in moved for group in self._states.round(task)})
        # An empty pill says "absent" once its task is over.
        self.refresh_values((task, key) for task in changed for key in self._keys.get(task, ()))
        return {drawing.seen.shown_by[task] for task in changed}

    def refresh_values(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Show anew the values of these (task, key) pairs."""
        view = self.view
        for pair in pairs:
            if pair not in self.pills and pair not in self.rests:
                continue
            value = None if view is None else view.value(*pair)
            is_over = view is not None and view.task(pair[0]).state.is_final
            for pill in self.pills.get(pair, ()):
                pill.show_value(value, is_over=is_over)
            for rest, label in self.rests.get(pair, ()):
                rest.show_value(label, value, is_over=is_over)

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
        view, drawing = self.view, self._drawing
        if drawing is None:
            return
        now = self._clock()
        for task in tasks:
            is_plain = view is None or task not in view.plan.tasks
            standing = (
                None if view is None or is_plain else standing_of(view, task, self._name_run, self.usual)
            )
            drawing.tasks[task].show_standing(standing, now)
            is_moving = standing is not None and moves(standing)
            (self.running.add if is_moving else self.running.discard)(task)

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
