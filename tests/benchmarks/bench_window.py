"""The window with many tasks: the first frame, frames while it is moved and while much happens, and memory.

    python -m tests.benchmarks.bench_window [TASKS …]

Offscreen, so every frame is painted by the processor, and its cost is the processor time of the window's
thread: it is the same on a machine that does other things meanwhile. A frame of moves is the whole view,
though Qt would paint only what came into sight. A first frame is counted in a process of its own, from its
start to the end of the first paint that has tasks in it. State changes, and the values that tasks push, are
committed to a real store by another process; the way of each ends when the window has painted it. Each figure
is the median of what several processes came to, and its ratio is to the goal: above 1.00 it is missed.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks.contenders import environment
from tests.benchmarks.tables import Table, at_most

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.benchmarks.watched_window import Frames

SIZES = (1_000, 10_000)
GROUPS = 50
FEW = 100  # tasks of a window to compare with: all that is loaded for any graph is loaded for it
FIRST_FRAME = {1_000: 1.0, 10_000: 3.0}  # seconds
MOVED_FRAME = {1_000: 16.0, 10_000: 33.0}  # milliseconds
BUSY_FRAME, LATENCY = 33.0, 150.0  # milliseconds
MEMORY = 20.0  # KiB a task
ROUNDS, MOVE_ROUNDS, CHANGE_ROUNDS = 5, 3, 2
RATE, SECONDS = 1_000, 10  # state changes a second, and for how long
BATCH = 20  # state changes in a transaction


class Row(NamedTuple):
    """A line of the table."""

    what: str
    value: float
    limit: float | None
    unit: str


def pipeline(count: int) -> str:
    """So many tasks in groups; each hands a number to one in the next group."""
    each = count // GROUPS
    lines = ["[pipeline]", f'name = "of_{count}"']
    for number in range(count):
        group, place = divmod(number, each)
        lines += [f'[tasks."group_{group:02}.task_{place:04}"]', 'bash = "true"', 'push.score = "float"']
        if group:
            lines.append(f'pull.before = "group_{group - 1:02}.task_{(place * 7 + group) % each:04}:score"')
    return "\n".join(lines) + "\n"


def child(part: str, folder: Path, *arguments: str) -> str:
    """What a process of this module, doing one part, prints."""
    command = [sys.executable, "-m", __spec__.name, part, str(folder), *arguments]
    root = str(Path(__file__).parents[2])
    quiet = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    env = {**environment(folder), **quiet, "PYTHONPATH": root}
    done = subprocess.run(command, cwd=folder, env=env, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(f"{part} ended with code {done.returncode}")
    return done.stdout


def first_frames(folder: Path, count: int) -> list[Row]:
    """The first picture and the whole one, and what the process then takes."""
    coarse, fine, rss = [], [], []
    for _ in range(ROUNDS):
        told = json.loads(child("frame", folder, repr(time.time())))
        coarse.append(told["coarse"])
        fine.append(told["fine"])
        rss.append(told["rss"])
    few = json.loads(child("frame", folder.parent / str(FEW), repr(time.time())))["rss"]
    limit = FIRST_FRAME.get(count)
    return [
        Row("first frame", statistics.median(coarse), limit, "s"),
        Row("fine picture", statistics.median(fine), None, "s"),
        Row("memory a task", (statistics.median(rss) - few) / (count - FEW) / 1024, MEMORY, "KiB"),
    ]


def rows_of(what: str, frames: Sequence[float], limit: float | None) -> list[Row]:
    """Median and 95th percentile of milliseconds."""
    if len(frames) < 2:
        return [Row(f"{what}: none", 0.0, None, "ms")]
    high = statistics.quantiles(frames, n=20)[-1]
    return [
        Row(f"{what}, median", statistics.median(frames), limit, "ms"),
        Row(f"{what}, 95 %", high, limit, "ms"),
    ]


def medians(rounds: Sequence[Sequence[Row]]) -> list[Row]:
    """Of each row the median of what several processes came to."""
    of_each = zip(*rounds, strict=True)
    return [rows[0]._replace(value=statistics.median(row.value for row in rows)) for rows in of_each]


def moves(folder: Path, count: int) -> list[Row]:
    """Frames while the graph is moved about and zoomed."""
    told = json.loads(child("move", folder))
    limit = MOVED_FRAME.get(count)
    return [row for name, frames in told.items() for row in rows_of(name, frames, limit)]


def changes(folder: Path) -> list[Row]:
    """Frames and ways to the screen while much happens."""
    shutil.rmtree(folder / "home", ignore_errors=True)  # the run before, which would be shown until then
    told = json.loads(child("change", folder))
    return [
        Row("changes painted a second", told["rate"], None, ""),
        *rows_of("frame in changes", told["frames"], BUSY_FRAME),
        *rows_of("turn of the loop", told["turns"], None),
        *rows_of("commit to screen", told["ways"], LATENCY),
    ]


def compare(top: Path, sizes: Sequence[int]) -> None:
    """Measure each size and print its table."""
    for count in (FEW, *sizes):
        (top / str(count)).mkdir()
        (top / str(count) / "p.toml").write_text(pipeline(count), "utf-8")
    for count in sizes:
        folder = top / str(count)
        rows = first_frames(folder, count)
        rows += medians([moves(folder, count) for _ in range(MOVE_ROUNDS)])
        rows += medians([changes(folder) for _ in range(CHANGE_ROUNDS)])
        table = Table(f"the window, {count:,} tasks in {GROUPS} groups", ["", "ratio"])
        for what, value, limit, unit in rows:
            ratio = f"{value / limit:.2f} x" if limit else ""
            goal = at_most(limit, value, unit) if limit else None
            table.row(what, f"{value:,.2f} {unit}".rstrip(), ratio, goal=goal)
        table.show()


def frame(folder: Path, since: str) -> None:
    """In a process of its own: open, and tell when the first and the fine picture were painted."""
    from flowdesk.gui.app import open_window
    from tests.benchmarks.watched_window import WatchedApplication, rss, settings_in

    settings_in(folder)
    app = WatchedApplication()
    app.when_painted_fine(app.quit_when_checked)  # what the check loads is memory of the window too
    code = open_window([folder / "p.toml"])
    told = {"coarse": app.coarse_at - float(since), "fine": app.fine_at - float(since), "rss": rss()}
    print(json.dumps(told), flush=True)
    os._exit(code)  # what is torn down is not measured


def move(folder: Path) -> None:
    """In a process of its own: move and zoom, frame by frame."""
    from tests.benchmarks.watched_window import WatchedApplication, moved_frames, opened

    app = WatchedApplication()
    window = opened(app, folder)
    print(json.dumps(moved_frames(window)), flush=True)
    os._exit(0)


def change(folder: Path) -> None:
    """In a process of its own: follow a run in which `write` changes states."""
    from tests.benchmarks.watched_window import WatchedApplication, followed, opened

    app = WatchedApplication()
    window = opened(app, folder)
    command = [sys.executable, "-m", __spec__.name, "write", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        frames: Frames = followed(window, app, writer)
        assert writer.stdout is not None
        commits: list[tuple[int, float]] = json.loads(writer.stdout.read())
    ways = frames.ways(commits)
    seconds = frames.paints[-1][1] - commits[0][1] if frames.paints else 1.0
    told = {"frames": frames.frames, "turns": frames.turns, "ways": ways}
    print(json.dumps({**told, "rate": commits[-1][0] / seconds}), flush=True)
    os._exit(0)


def write(folder: Path) -> None:
    """In a process of its own: start and finish tasks, at a steady rate, and tell when each was committed."""
    from flowdesk.model.reader import read
    from flowdesk.plan.build import check
    from flowdesk.plan.states import TaskState, TryState
    from flowdesk.plan.written import to_json
    from flowdesk.store.home import home
    from flowdesk.store.rows import FinishedTry, NewRun
    from flowdesk.store.store import Store

    path = folder / "p.toml"
    plan = check(read(path)).plan
    assert plan is not None
    store = Store.open(home())
    with store.transaction():
        store.create_run(
            NewRun("r", plan.name, str(path), to_json(plan), path.read_text("utf-8")), plan.tasks
        )
        store.hold_lease("r")
    done = FinishedTry(TryState.SUCCESS, TaskState.SUCCESS)
    pairs = [(task, number) for number in range(1, 1 + RATE * SECONDS) for task in plan.tasks]
    began, written, seq = time.monotonic() + 2.0, 0, 0
    commits: list[tuple[int, float]] = []
    while written < RATE * SECONDS:
        time.sleep(max(0.0, began + written / RATE - time.monotonic()))
        with store.transaction():
            for task, number in pairs[written // 2 : (written + BATCH) // 2]:
                store.start_try("r", task, number, log=str(folder / "none.log"))
                store.push_value("r", task, number, key="score", type="float", value=f"0.{written}")
                seq = store.finish_try("r", task, number, done).seq
        commits.append((seq, time.time()))
        written += BATCH
    print(json.dumps(commits), flush=True)


PARTS: dict[str, Callable[..., None]] = {"frame": frame, "move": move, "change": change, "write": write}

if __name__ == "__main__":
    if sys.argv[1:] and sys.argv[1] in PARTS:
        PARTS[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
    else:
        with tempfile.TemporaryDirectory() as made:
            compare(Path(made), [int(argument) for argument in sys.argv[1:]] or SIZES)
