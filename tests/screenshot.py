"""Makes the pictures of the README from the real window: `python -m tests.screenshot LIGHT.png DARK.png`.

It runs the seed pipeline in a store of its own, by pressing what Run presses, and takes each picture when
the run is over and the log of its last task is read. Run again, the accuracies differ, as they are random.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SEED = Path(__file__).parent.parent / "pipelines" / "xcom.toml"
WIDTH, HEIGHT = 1280, 800
PATIENCE = 60.0  # seconds


def wait_until(condition: Callable[[], bool]) -> None:
    """Let the window work until the condition holds."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    until = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > until:
            sys.exit("the window did not get there in time")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def take(light: Path, dark: Path) -> None:
    """Write the two pictures."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from flowdesk.gui.app import make_window
    from flowdesk.gui.theme import Scheme, apply_theme
    from flowdesk.plan.states import RunState
    from flowdesk.store.home import home

    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FLOWDESK_HOME"] = str(Path(folder) / "home")
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        apply_theme(app, Scheme.LIGHT)
        window = make_window(home(), settings)
        window.resize(WIDTH, HEIGHT)
        window.show()
        window.open_file(SEED)
        wait_until(lambda: not window.session.why_not_run())
        window.session.start_run()
        wait_until(lambda: window.session.view.run_state is RunState.SUCCESS)
        window.session.select_task("choose_best_model")
        wait_until(lambda: "best:" in window.log.text.text())
        for scheme, path in ((Scheme.LIGHT, light), (Scheme.DARK, dark)):
            apply_theme(app, scheme)
            app.processEvents()
            window.grab().save(str(path))
        window.close()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_SCALE_FACTOR", "2")
    take(Path(sys.argv[1]), Path(sys.argv[2]))
