"""How long after a save the window shows what is wrong with the file now, and how long it was deaf meanwhile.

    python -m tests.benchmarks.bench_recheck [SAVES]

A window is open on a pipeline of so many tasks; its file is saved in turns with and without an error,
as editors save: a new file over the old one. Counted is from the save to the list of problems, the squiggle
and the graph being painted. "Deaf" is the longest that the window did not come to its events in between.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEventLoop, QSettings, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from flowdesk.gui.app import make_window
from flowdesk.gui.theme import Scheme, apply_theme
from tests.benchmarks.machine import head_line
from tests.benchmarks.tables import Table, at_most

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.gui.main_window import MainWindow

SAVES = int(sys.argv[1]) if len(sys.argv) > 1 else 10
SIZES = (10, 100, 1000)
AIM = 200  # milliseconds
PULSE = 5  # milliseconds


class Pulse:
    """Notes the longest time between two turns of the event loop."""

    def __init__(self) -> None:
        self.longest = 0
        self._since = QElapsedTimer()
        self._timer = QTimer()
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start(PULSE)

    def restart(self) -> None:
        self.longest = 0
        self._since.start()

    def _on_timer_timeout(self) -> None:
        if self._since.isValid():
            self.longest = max(self.longest, self._since.restart() - PULSE)


def pipeline(tasks: int, key: str) -> str:
    """A chain of groups of ten, each task pulling from the one before."""
    lines = ['[tasks."g0.t0"]\nbash = "true"\npush = { score = "float" }\n']
    for number in range(1, tasks):
        before = f"g{(number - 1) // 10}.t{number - 1}"
        lines.append(f'[tasks."g{number // 10}.t{number}"]\nbash = "true"\npush = {{ score = "float" }}')
        lines.append(f'pull.before = "{before}:{key if number == tasks // 2 else "score"}"\n')
    return "\n".join(lines)


def save(path: Path, text: str) -> None:
    new = path.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def wait(app: QApplication, condition: Callable[[], bool]) -> None:
    while not condition():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    app.processEvents()


def measure(app: QApplication, window: MainWindow, path: Path, tasks: int) -> tuple[list[float], int]:
    """Milliseconds from each save to its problems, and the longest that the window was deaf."""
    save(path, pipeline(tasks, "score"))
    window.open_file(path)
    wait(app, lambda: len(window.session.view.plan.tasks) == tasks)
    pulse, waits, deaf = Pulse(), [], []
    for turn in range(2 * SAVES):
        is_wrong = turn % 2 == 0
        pulse.restart()
        begun = time.perf_counter()
        save(path, pipeline(tasks, "scroe" if is_wrong else "score"))
        wait(app, lambda wrong=is_wrong: bool(window.session.file.errors) is wrong)  # type: ignore[misc]  # a default is typed by its value
        waits.append((time.perf_counter() - begun) * 1000)
        deaf.append(pulse.longest)
    return waits, max(deaf)


def main() -> None:
    qInstallMessageHandler(lambda *_: None)  # the offscreen platform says of each size that it cannot tell it
    app = QApplication([])
    apply_theme(app, Scheme.LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "s.ini"), QSettings.Format.IniFormat)
        window = make_window(Path(folder) / "home", settings)
        window.show()
        print(head_line())
        table = Table("from a save to its problems", ["median", "ratio", "worst", "deaf at most"])
        for tasks in SIZES:
            waits, deaf = measure(app, window, Path(folder) / f"p{tasks}.toml", tasks)
            middle = statistics.median(waits)
            cells = [f"{middle:.0f} ms", f"{middle / AIM:.2f} x", f"{max(waits):.0f} ms", f"{deaf} ms"]
            table.row(f"{tasks:,} tasks", *cells, goal=at_most(AIM, middle, "ms"))
        table.show()
        window.close()


if __name__ == "__main__":
    main()
