"""The server of a store goes away in the middle of a run and comes back: nothing is lost or done twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.events import EventKind
from flowdesk.plan.states import RunState
from flowdesk.store.store import Store
from tests.faults.stores import check_agreement
from tests.journeys.terminal import wait_for_event

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.terminal import Terminal
    from tests.servers import Server

PIPELINE = """
[pipeline]
name = "p"

[tasks.a]
bash = "until [ -e gate ]; do sleep 0.02; done; echo k=1 >> $FLOWDESK_PUSH; echo ran >> ran.txt"
push.k = "int"

[tasks.b]
bash = "echo k=$x >> $FLOWDESK_PUSH; echo ran >> ran.txt"
pull.x = "a:k"
push.k = "int"
"""

CHAIN = 40


@pytest.fixture(params=["postgresql", "mysql"])
def server(request: pytest.FixtureRequest) -> Server:
    """A server of each kind in turn."""
    found: Server = request.getfixturevalue(f"{request.param}_server")
    return found


@pytest.mark.parametrize("at_once", [False, True])
def test_a_run_goes_on_when_the_server_was_away(
    terminal: Terminal, server: Server, home: Path, at_once: bool
) -> None:
    terminal.write("p.toml", PIPELINE)
    url = server.empty_store()
    process = terminal.start("run", "p.toml", "--json", "--run-id", "r", "--store", url)
    wait_for_event(process, "try_started")
    server.stop(at_once=at_once)
    (terminal.folder / "gate").touch()
    server.start()
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, ""), out
    assert (terminal.folder / "ran.txt").read_text() == "ran\nran\n"
    with Store.open(home, url=url) as store:
        assert store.find_run("r").state is RunState.SUCCESS
        assert [(row.task, row.value) for row in store.values("r")] == [("a", "1"), ("b", "1")]
        check_agreement(store, "r")


def test_a_run_outlives_several_restarts(terminal: Terminal, server: Server, home: Path) -> None:
    tasks = [f'[tasks.t{n}]\nbash = "echo t{n} >> ran.txt"\n' for n in range(CHAIN)]
    after = [f'after = ["t{n - 1}"]\n' if n else "" for n in range(CHAIN)]
    terminal.write(
        "p.toml", '[pipeline]\nname = "p"\n' + "".join(map("".join, zip(tasks, after, strict=True)))
    )
    url = server.empty_store()
    process = terminal.start("run", "p.toml", "--json", "--run-id", "r", "--store", url)
    for _ in range(3):
        wait_for_event(process, "try_finished")
        server.stop(at_once=True)
        server.start()
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert (terminal.folder / "ran.txt").read_text().split() == [f"t{n}" for n in range(CHAIN)]
    with Store.open(home, url=url) as store:
        events = store.events("r")
        assert [event.seq for event in events] == list(range(1, len(events) + 1))
        kinds = Counter(event.kind for event in events)
        assert kinds[EventKind.TRY_STARTED] == kinds[EventKind.TRY_FINISHED] == CHAIN
        check_agreement(store, "r")
