"""Five terminals and two windows on one store at once, while a thousand events a second are written to it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.feed import Feed
from flowdesk.store.store import Store
from tests.faults.stores import check_sound
from tests.faults.test_store_crowd import WRITER
from tests.store.another_process import read_line, send_line, start_python

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.followed import RunSnapshot
    from flowdesk.plan.events import Event
    from tests.journeys.terminal import Terminal, Told

RUN = "crowd"
TASKS = 200
WRITERS, TRIES, ROUNDS = 2, 600, 2
PIPELINE = f"""
[pipeline]
name = "p"

[tasks.many]
python = "work:many"
expand = {{ n = {list(range(TASKS))} }}
returns = "int"

[tasks.gated]
wait = {{ file = "gate" }}
"""
TERMINALS = (
    (("pause", RUN), ("resume", RUN)),
    (("clear", RUN, "many[0]", "--yes"), ("cancel", RUN, "--task", "many[1]")),
    (("runs",), ("show", RUN)),
    (("xcom", "list", RUN), ("logs", "many", RUN)),
)
"""What is typed in each, ROUNDS times; the run itself has the fifth."""


class Window:
    """What a window hears of the run."""

    def __init__(self, home: Path) -> None:
        self.seqs: list[int] = []
        self.complaints: list[str] = []
        self.feed = Feed(home)
        self.feed.run_opened.connect(self._on_feed_run_opened)
        self.feed.events_arrived.connect(self._on_feed_events_arrived)
        self.feed.failed.connect(self.complaints.append)
        self.feed.start()
        self.feed.follow_run(RUN)

    def _on_feed_run_opened(self, snapshot: RunSnapshot) -> None:
        self.seqs += [event.seq for event in snapshot.events]

    def _on_feed_events_arrived(self, _run: str, events: list[Event]) -> None:
        self.seqs += [event.seq for event in events]


@pytest.fixture
def windows(home: Path) -> Iterator[list[Window]]:
    """Two windows that follow the run, which is still to begin."""
    made = [Window(home) for _ in range(2)]
    yield made
    for window in made:
        window.feed.close()


def typed(terminal: Terminal, commands: tuple[tuple[str, ...], ...]) -> list[Told]:
    """Type commands, each when the one before has answered."""
    return [terminal.run(*command) for command in commands * ROUNDS]


def test_five_terminals_and_two_windows_keep_nobody_waiting_and_miss_nothing(
    terminal: Terminal, home: Path, qtbot: QtBot, windows: list[Window]
) -> None:
    terminal.write("p.toml", PIPELINE)
    terminal.write("work.py", "def many(n):\n    print(n)\n    return n\n")
    writers = [start_python(WRITER, str(home), f"other{number}", str(TRIES)) for number in range(WRITERS)]
    assert [read_line(writer) for writer in writers] == ["up"] * WRITERS
    process = terminal.start("run", "p.toml", "--run-id", RUN, "--quiet")
    qtbot.waitUntil(lambda: all(window.seqs for window in windows), timeout=30_000)
    for writer in writers:
        send_line(writer)
    with ThreadPoolExecutor(len(TERMINALS)) as pool:
        typing = [pool.submit(typed, terminal, commands) for commands in TERMINALS]
        qtbot.waitUntil(lambda: all(one.done() for one in typing), timeout=60_000)
    for answer in (told for one in typing for told in one.result()):
        assert answer.code == 0, answer.err
    (terminal.folder / "gate").touch()
    assert process.communicate(timeout=30) == ("", "")
    assert [writer.communicate() for writer in writers] == [("", "")] * WRITERS
    with Store.open(home) as store:
        check_sound(store)
        events = [event.seq for event in store.events(RUN)]
        assert None not in [request.answer for request in store.requests(RUN)]
    qtbot.waitUntil(lambda: all(len(window.seqs) >= len(events) for window in windows), timeout=30_000)
    for window in windows:
        assert (window.seqs, window.complaints) == (events, [])
