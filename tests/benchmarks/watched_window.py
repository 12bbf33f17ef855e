"""A window whose frames are counted, and what is done in it for the benchmark of the window."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPointF, QSettings, QTimer
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from flowdesk.gui.app import make_window
from flowdesk.gui.canvas.graph_view import GraphView
from flowdesk.gui.main_window import MainWindow
from flowdesk.gui.theme import Scheme, apply_theme
from flowdesk.store.home import home

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import Popen

    from PySide6.QtWidgets import QMainWindow


PATIENCE = 60.0
STEPS = 60


class Frames:
    """What was painted while a run was followed: milliseconds of each frame and of each turn of the loop.

    Frames and turns are in processor time of the window's thread, so that what else the machine does is none
    of theirs; the way to the screen takes as long as it takes.
    `paints` has the last event's seq that a frame could show, and the moment at which it was painted.
    """

    def __init__(self) -> None:
        self.frames: list[float] = []
        self.turns: list[float] = []
        self.paints: list[tuple[int, float]] = []

    def ways(self, commits: list[tuple[int, float]]) -> list[float]:
        """Milliseconds from each commit (seq, moment) to the frame that shows it."""
        found, paints = [], iter(self.paints)
        seq, at = next(paints)
        for wanted, committed in commits:
            while seq < wanted:
                seq, at = next(paints, (wanted, time.time()))
            found.append((at - committed) * 1e3)
        return found


class WatchedApplication(QApplication):
    """Tells when its window has painted tasks, and how long each frame took."""

    def __init__(self) -> None:
        super().__init__([])
        self.coarse_at = self.fine_at = 0.0
        self.seq: Callable[[], int] | None = None
        self.kept = Frames()
        self._graph: GraphView | None = None
        self._then: Callable[[], None] | None = None

    def when_painted_fine(self, then: Callable[[], None]) -> None:
        """Call this once the fine picture is there."""
        self._then = then

    def quit_when_checked(self) -> None:
        """End once the file was looked at too, which may be after its kept plan was painted."""
        window = next(top for top in self.topLevelWidgets() if isinstance(top, MainWindow))
        if window.session.file.look is not None:
            self.quit()
        else:
            QTimer.singleShot(20, self.quit_when_checked)

    def _note(self) -> None:
        found = self._graph or next(
            (graph for top in self.topLevelWidgets() if (graph := top.findChild(GraphView))), None
        )
        self._graph = found
        if found is None or found.graph.plan is None or not found.graph.plan.tasks:
            return
        self.coarse_at = self.coarse_at or time.time()
        if found.picture.is_settled:
            self.fine_at = time.time()
            if self._then is not None:
                QTimer.singleShot(0, self._then)

    @override
    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.UpdateRequest:
            return super().notify(receiver, event)
        seq = self.seq() if self.seq is not None else 0
        began = time.thread_time()
        taken = super().notify(receiver, event)
        self.kept.frames.append((time.thread_time() - began) * 1e3)
        self.kept.paints.append((seq, time.time()))
        if not self.fine_at:
            self._note()
        return taken


def settings_in(folder: Path) -> None:
    """Have the window keep its settings in this folder."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder / "settings"))


def rss() -> int:
    """Bytes of memory that this process has in use."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096


def opened(app: WatchedApplication, folder: Path) -> MainWindow:
    """A window of 1280 x 800 with every task in its graph, all groups unfolded, laid out finely."""
    apply_theme(app, Scheme.LIGHT)
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    window = make_window(home(), settings)
    window.resize(1280, 800)
    window.show()
    window.open_file(folder / "p.toml")
    wait_until(lambda: bool(app.fine_at))
    graph = window.findChild(GraphView)
    assert graph is not None
    graph.picture.fold(())
    wait_until(lambda: graph.picture.is_settled)
    turn(0.5)
    app.kept = Frames()
    return window


def wait_until(condition: Callable[[], bool]) -> None:
    """Let the window work until the condition holds. Raises TimeoutError."""
    until = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > until:
            raise TimeoutError
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        time.sleep(0.001)  # else it would keep Python from the window's other threads


def turn(seconds: float) -> None:
    """Let the window work for a while."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        time.sleep(0.001)


def moved_frames(window: QMainWindow) -> dict[str, list[float]]:
    """Milliseconds of frames: in the whole graph, while it is zoomed, and while it is moved from near."""
    graph = window.findChild(GraphView)
    assert graph is not None
    graph.fit()
    whole = [_frame(graph, partial(graph.pan, 3 * (-1) ** step, 2)) for step in range(STEPS)]
    middle = QPointF(graph.viewport().rect().center())
    into = [_frame(graph, lambda: graph.zoom(1.08, middle)) for _ in range(STEPS)]
    graph.fit()
    graph.zoom(0.5 / graph.scale_now, middle)
    half = [_frame(graph, partial(graph.pan, -23, 17 * _back_and_forth(step))) for step in range(STEPS)]
    graph.zoom(1.0 / graph.scale_now, middle)
    near = [_frame(graph, partial(graph.pan, 31, 17 * _back_and_forth(step))) for step in range(STEPS)]
    return {"pan, whole graph": whole, "zoom": into, "pan at 50 %": half, "pan at 100 %": near}


def _back_and_forth(step: int) -> int:
    """A direction: what is moved always the same way soon shows the empty ground."""
    return 1 if step % 20 < 10 else -1


def _frame(graph: GraphView, move: Callable[[], None]) -> float:
    began = time.thread_time()
    move()
    graph.viewport().repaint()
    return (time.thread_time() - began) * 1e3


def followed(window: MainWindow, app: WatchedApplication, writer: Popen[str]) -> Frames:
    """Let the window follow the run that `writer` writes, from its begin to the last event on the screen."""
    session = window.session
    graph = window.findChild(GraphView)
    assert graph is not None
    wait_until(lambda: session.run is not None)
    graph.fit()
    turn(1.0)
    app.kept, app.seq = Frames(), lambda: session.view.last_seq
    seen, quiet_since = -1, time.monotonic()
    while writer.poll() is None or time.monotonic() - quiet_since < 1.0:
        began = time.thread_time()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        took = time.thread_time() - began
        if took > 1e-3:
            app.kept.turns.append(took * 1e3)
        if session.view.last_seq != seen:
            seen, quiet_since = session.view.last_seq, time.monotonic()
        time.sleep(0.001)
    return app.kept
