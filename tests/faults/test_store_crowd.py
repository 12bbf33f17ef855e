"""Five write and two look at once, 1,000 events a second; and another program keeps a lock."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import threading
import time
from typing import TYPE_CHECKING

import pytest

from flowdesk.store.errors import StoreBusy
from flowdesk.store.store import Store
from tests.builders import start_run
from tests.faults.stores import check_sound
from tests.store.another_process import read_line, send_line, start_python

if TYPE_CHECKING:
    from pathlib import Path

WRITERS, READERS, SECONDS = 5, 2, 4
EACH = 1_000 * SECONDS // WRITERS // 3 * 3
"""Events that a writer leaves of its tries, three a try."""

WRITER = """
import sys
from pathlib import Path
from flowdesk.store.store import Store
from tests.builders import start_run, succeeded
run, tries = sys.argv[2], int(sys.argv[3])
with Store.open(Path(sys.argv[1])) as store:
    start_run(store, run)
    print("up", flush=True)
    input()
    for first in range(1, tries + 1, 10):
        with store.transaction():
            for number in range(first, min(first + 10, tries + 1)):
                store.start_try(run, "a", number, log="a.log")
                store.push_value(run, "a", number, key="k", value=str(number))
                store.finish_try(run, "a", number, succeeded())
"""

READER = """
import json, sys
from pathlib import Path
from flowdesk.store.store import Store
runs, wanted = sys.argv[2].split(","), int(sys.argv[3])
seen = {run: [] for run in runs}
print("up", flush=True)
input()
with Store.open(Path(sys.argv[1]), read_only=True) as store:
    while any(len(told) < wanted for told in seen.values()):
        if store.changed_elsewhere():
            for run, told in seen.items():
                told += [event.seq for event in store.events(run, after_seq=told[-1] if told else 0)]
        store.tasks(runs[0])
print(json.dumps(seen), flush=True)
"""


def test_five_writers_and_two_readers_lose_nothing_at_a_thousand_events_a_second(home: Path) -> None:
    runs = [f"run_{number}" for number in range(WRITERS)]
    writers = [start_python(WRITER, str(home), run, str(EACH // 3)) for run in runs]
    readers = [start_python(READER, str(home), ",".join(runs), str(EACH + 1)) for _ in range(READERS)]
    everybody = [*writers, *readers]
    assert [read_line(process) for process in everybody] == ["up"] * len(everybody)
    begun = time.monotonic()
    for process in everybody:
        send_line(process)
    answers = [process.communicate() for process in everybody]
    took = time.monotonic() - begun
    assert [complaint for _, complaint in answers] == [""] * len(everybody)
    with Store.open(home) as store:
        told = {run: [event.seq for event in store.events(run)] for run in runs}
        check_sound(store)
    assert [len(seqs) for seqs in told.values()] == [EACH + 1] * WRITERS
    assert [json.loads(answer) for answer, _ in answers[WRITERS:]] == [told] * READERS
    assert took < 5 * SECONDS, "on a machine that other tests keep busy; by itself, it takes a quarter of it"


def test_who_waits_for_a_lock_goes_on_when_it_is_released(home: Path) -> None:
    with Store.open(home, timeout=30) as store:
        start_run(store)
        other = sqlite3.connect(home / "flowdesk.db", isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        waiting = threading.Event()
        release = threading.Thread(target=lambda: (waiting.wait(), other.execute("ROLLBACK")))
        release.start()
        waiting.set()
        with store.transaction():
            store.start_try("run_1", "a", 1, log="a.log")
        release.join()
        other.close()
        check_sound(store)


def test_a_lock_held_for_longer_than_one_waits_is_told_and_hurts_nothing(home: Path) -> None:
    with Store.open(home, timeout=0.05) as store:
        start_run(store)
        other = sqlite3.connect(home / "flowdesk.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        for _ in range(3):
            with pytest.raises(StoreBusy, match="locked by another program; try again"), store.transaction():
                store.start_try("run_1", "a", 1, log="a.log")
            assert len(store.events("run_1")) == 1, "readers are not kept waiting"
        other.execute("ROLLBACK")
        other.close()
        with store.transaction():
            store.start_try("run_1", "a", 1, log="a.log")
        check_sound(store)


STOPPED = """
import os, signal, sys
from pathlib import Path
from flowdesk.store.store import Store
with Store.open(Path(sys.argv[1])) as store, store.transaction():
    store.add_request("run_1", "pause")
    print("inside", flush=True)
    os.kill(os.getpid(), signal.SIGSTOP)
"""


def test_a_process_stopped_while_it_writes_is_told_as_a_lock_and_may_go_on(home: Path) -> None:
    with Store.open(home, timeout=0.05) as store:
        start_run(store)
        stopped = start_python(STOPPED, str(home))
        assert read_line(stopped) == "inside"
        os.waitid(os.P_PID, stopped.pid, os.WSTOPPED)
        with pytest.raises(StoreBusy), store.transaction():
            store.add_request("run_1", "cancel")
        os.kill(stopped.pid, signal.SIGCONT)
        assert stopped.communicate()[1] == ""
        assert [request.kind for request in store.requests("run_1")] == ["pause"]
        check_sound(store)
