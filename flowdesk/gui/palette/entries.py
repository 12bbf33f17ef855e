"""What the palette offers: the actions of the menu bar, and places to go to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from time import time
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from flowdesk.gui.actions import Action
from flowdesk.gui.canvas.task_texts import KIND_ICONS
from flowdesk.gui.icons import Icon
from flowdesk.gui.language import tr
from flowdesk.gui.recent import RecentMenu, recent_files
from flowdesk.gui.state_look import look_of, shown_of_row
from flowdesk.gui.times import ago

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flowdesk.gui.main_window import MainWindow
    from flowdesk.gui.page import PipelinePage

MOST_RUNS = 50


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: what it is called, where it belongs, and what happens. With a `reason` it cannot be done now."""

    title: str
    place: str
    do: Callable[[], object]
    keys: str = ""
    icon: Icon | None = None
    role: str = "text_dim"
    reason: str = ""
    is_on: bool = False


def entries_of(window: MainWindow) -> list[Entry]:
    """All entries: actions in the order of the menus, then tasks, runs and files."""
    found = list(_actions(window))
    if window.page:
        found += [*_tasks(window.page), *_runs(window.page)]
    return [*found, *_files(window)]


def plain(text: str) -> str:
    """A text of a menu without the marks of its access key: "&Open", and "열기(&O)" in other scripts."""
    text = re.sub(r"\s*\(&\w\)", "", text)
    return re.sub(r"&(.)", r"\1", text)


def menu_actions(window: MainWindow) -> Iterator[tuple[QAction, str]]:
    """Every action of the menu bar, once, with the titles of the first menu it is in: "View / Panels"."""
    window.menu_actions.fill()
    seen: set[QAction] = set()
    for top in window.menuBar().actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            for action, place in _of_menu(menu, plain(top.text())):
                if action not in seen:
                    seen.add(action)
                    yield action, place


def _of_menu(menu: QMenu, place: str) -> Iterator[tuple[QAction, str]]:
    if isinstance(menu, RecentMenu):
        return  # its files are entries of their own
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _of_menu(below, f"{place} / {plain(action.text())}")
        elif not action.isSeparator():
            yield action, place


def _actions(window: MainWindow) -> Iterator[Entry]:
    for action, place in menu_actions(window):
        deed = action.deed if isinstance(action, Action) else None
        yield Entry(
            plain(action.text()),
            place,
            action.trigger,
            action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            deed.icon if deed else None,
            "accent" if deed and deed.role == "on_accent" else deed.role if deed else "text_dim",
            "" if action.isEnabled() else action.toolTip(),
            action.isChecked(),
        )


def _tasks(page: PipelinePage) -> Iterator[Entry]:
    place = tr("Task")
    for task in page.session.view.plan.tasks.values():
        show = partial(page.stage.graph.reveal_task, task.id)
        yield Entry(task.id, place, show, icon=KIND_ICONS[task.kind])


def _runs(page: PipelinePage) -> Iterator[Entry]:
    now = time()
    for run in page.session.runs[:MOST_RUNS]:
        look = look_of(shown_of_row(run))
        title = tr("Run #{number} · {state}").format(number=run.number, state=look.word)
        when = f"{tr('Run')} · {ago(run.started_at, now)}"
        yield Entry(title, when, partial(page.session.show_run, run.id), icon=look.icon, role=look.role)


def _files(window: MainWindow) -> Iterator[Entry]:
    opened = set(window.pages.paths)
    for path in [*window.pages.paths, *recent_files(window.settings)]:
        if path in opened or path.is_file():
            yield Entry(path.name, str(path.parent), partial(window.open_file, path), icon=Icon.FILE)
