"""Makes the pictures of the README from the real window: `python -m tests.screenshot [NAME …]`.

Each runs the seed pipeline in a store of its own, by pressing what Run presses. `light`, `dark` and `times`
are stills, taken when the run is over; `moving` is all of a run, from its start to its last value, as an
animated PNG. Made again, the accuracies differ, as they are random.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flowdesk.gui.main_window import MainWindow

ROOT = Path(__file__).parent.parent
SEED = ROOT / "pipelines" / "xcom.toml"
WIDTH, HEIGHT = 1440, 900
PATIENCE = 60.0  # seconds
EVERY = 80  # milliseconds between the pictures of the moving one
STILL = 1500  # milliseconds that it stands before the run, and three times that after


def wait_until(condition: Callable[[], bool]) -> None:
    """Let the window work until the condition holds."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    until = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > until:
            sys.exit("the window did not get there in time")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def let_work(seconds: float) -> None:
    """Let the window work for a while."""
    until = time.monotonic() + seconds
    wait_until(lambda: time.monotonic() >= until)


@contextmanager
def seed_window() -> Iterator[MainWindow]:
    """The window with the seed pipeline, which can be run, in the light look, in English."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from flowdesk.gui.app import make_window
    from flowdesk.gui.language import ENGLISH, use_language
    from flowdesk.gui.theme import Scheme, apply_theme
    from flowdesk.store.home import home

    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FLOWDESK_HOME"] = str(Path(folder) / "home")
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        use_language(app, ENGLISH)
        apply_theme(app, Scheme.LIGHT)
        window = make_window(home(), settings)
        window.resize(WIDTH, HEIGHT)
        window.show()
        window.open_file(SEED)
        wait_until(lambda: not window.session.why_not_run())
        let_work(0.5)
        try:
            yield window
        finally:
            window.close()


def run(window: MainWindow) -> None:
    """Run it, and wait for its end and the log of its last task."""
    from flowdesk.plan.states import RunState

    before = window.session.view.run_id
    window.session.start_run()
    wait_until(lambda: window.session.view.run_id not in {None, before})
    wait_until(lambda: window.session.view.run_state is RunState.SUCCESS)
    window.session.select_task("choose_best_model")
    wait_until(lambda: "best:" in window.shown.log.text.text())
    let_work(1)


def light(path: Path) -> None:
    """A run that went well."""
    with seed_window() as window:
        run(window)
        window.grab().save(str(path))


def dark(path: Path) -> None:
    """The same, dark."""
    from PySide6.QtWidgets import QApplication

    from flowdesk.gui.theme import Scheme, apply_theme

    with seed_window() as window:
        run(window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, Scheme.DARK)
        let_work(0.5)
        window.grab().save(str(path))


def times(path: Path) -> None:
    """Some runs as a grid, and the times of the last one."""
    with seed_window() as window:
        for _ in range(4):
            run(window)
        docks = window.shown.docks
        window.shown.runs.show_view(1)  # the grid
        for title in ("Runs", "Gantt"):
            docks.bring(docks.find(title))
        let_work(1)
        window.grab().save(str(path))


def moving(path: Path) -> None:
    """A run from its start to its end."""
    from flowdesk.plan.states import RunState
    from tests.animation import Animation

    pictures = Animation()
    with seed_window() as window:
        pictures.add(window.grab().toImage(), STILL)
        window.session.start_run()
        before = time.monotonic()
        while window.session.view.run_state is not RunState.SUCCESS:
            let_work(EVERY / 1000)
            now = time.monotonic()
            pictures.add(window.grab().toImage(), round(1000 * (now - before)))
            before = now
        let_work(1)
        pictures.add(window.grab().toImage(), 3 * STILL)
    pictures.save(path)


PICTURES = {
    "light": (light, "screenshot.png", "2"),
    "dark": (dark, "screenshot-dark.png", "2"),
    "times": (times, "screenshot-times.png", "2"),
    "moving": (moving, "flowdesk.png", "1.25"),
}
"""What can be made: how, its file in `assets/`, and how many dots a pixel of the window gets."""


def main(names: list[str]) -> None:
    """Make these pictures, each in a process of its own: the scale of a process is set once."""
    if len(names) == 1:
        make, file, scale = PICTURES[names[0]]
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ["QT_SCALE_FACTOR"] = scale
        make(ROOT / "assets" / file)
        return
    for name in names or PICTURES:
        subprocess.run([sys.executable, "-m", "tests.screenshot", name], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
