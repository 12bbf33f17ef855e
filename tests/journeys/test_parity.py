"""A run started in the window and one started in the terminal leave the same in the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flowdesk.gui.wishes import Wish
from flowdesk.plan.events import EventKind
from flowdesk.plan.states import RunState
from flowdesk.store.store import Store
from tests.journeys.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow

CHANGES_BY_NATURE = {"pid", "request"}
"""What differs from run to run, whoever starts it, besides ids and times."""


def told(store: Store, run_id: str) -> dict[str | None, list[tuple[Any, ...]]]:
    """All events of a run by task, in order, without ids and times. Tasks side by side have no order."""
    by_task: dict[str | None, list[tuple[Any, ...]]] = {}
    for event in store.events(run_id):
        data = {key: value for key, value in event.data.items() if key not in CHANGES_BY_NATURE}
        by_task.setdefault(event.task, []).append((event.kind, event.try_number, data))
    return by_task


def test_window_and_terminal_leave_equal_events(
    open_window: Callable[[Path], MainWindow], train: Path, home: Path, qtbot: QtBot
) -> None:
    window = open_window(train)
    window.session.start_run()
    qtbot.waitUntil(lambda: window.session.view.run_state is RunState.SUCCESS, timeout=30_000)
    with Terminal(train.parent / "terminal") as terminal:
        assert terminal.run("run", str(train)).code == 0
    with Store.open(home, read_only=True) as store:
        by_terminal, by_window = (told(store, run.id) for run in store.runs())
        assert set(by_window) == {None, "download", "models.a", "models.b", "choose"}
        assert by_window == by_terminal
        definitions = {run.definition for run in store.runs()}
        assert len(definitions) == 1


def test_a_value_edited_in_the_window_and_one_in_the_terminal_leave_equal_events(
    open_window: Callable[[Path], MainWindow], train: Path, home: Path, qtbot: QtBot
) -> None:
    window = open_window(train)
    window.session.start_run()
    qtbot.waitUntil(lambda: window.session.view.run_state is RunState.SUCCESS, timeout=30_000)
    data = {"values": {"accuracy": "0.5"}, "rerun": "all"}
    with qtbot.waitSignal(window.session.steering.answered, timeout=30_000):
        window.shown.clerk.ask(Wish("edit", "models.a", data))
    qtbot.waitUntil(lambda: window.session.view.task("choose").tries == 2, timeout=30_000)
    qtbot.waitUntil(lambda: window.session.view.run_state is RunState.SUCCESS, timeout=30_000)
    with Terminal(train.parent / "terminal") as terminal:
        assert terminal.run("run", str(train)).code == 0
        assert terminal.run("xcom", "edit", "2", "models.a", "accuracy", "0.5", "--yes").code == 0
    with Store.open(home, read_only=True) as store:
        by_terminal, by_window = (told(store, run.id) for run in store.runs())
        assert by_window == by_terminal
        assert [kind for kind, _, _ in by_window["models.a"]].count(EventKind.VALUE_EDITED) == 1
        assert len([kind for kind, _, _ in by_window["choose"] if kind is EventKind.TRY_STARTED]) == 2
