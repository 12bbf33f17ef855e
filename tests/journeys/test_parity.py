"""A run started in the window and one started in the terminal leave the same in the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flowdesk.plan.states import RunState
from flowdesk.store.store import Store
from tests.journeys.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow

CHANGES_BY_NATURE = {"pid"}
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
