"""A pipeline that is run as a task of another one."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.store import Store
from tests.journeys.terminal import Terminal, interrupt, wait_for_event

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

INNER = """\
[pipeline]
params = { n = "int" }

[tasks.square]
python = "shop:square"
returns = "int"

[tasks.check]
bash = "[ $x -lt 100 ]"
pull.x = "square"
"""
SHOP = "def square(params):\n    return params['n'] ** 2\n"
OUTER = """\
[tasks.number]
bash = "echo 7"
returns = "int"

[tasks.inner]
pipeline = "inner/inner.toml"
pull.n = "number"
push.squared = {{ type = "{type}", from = "square" }}
retries = {retries}
retry_delay = 0

[tasks.show]
bash = "echo $squared"
pull.squared = "inner:squared"
returns = "int"
"""


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    with Terminal(tmp_path / "work") as terminal:
        (tmp_path / "work" / "inner").mkdir()
        terminal.write("inner/inner.toml", INNER)
        terminal.write("inner/shop.py", SHOP)
        terminal.write("p.toml", OUTER.format(type="int", retries=0))
        yield terminal


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    with Store.open(home) as store:
        yield store


def test_params_go_in_and_values_come_out(terminal: Terminal, store: Store) -> None:
    told = terminal.run("run", "p.toml", "--run-id", "outer")
    assert told.code == 0, told.out + told.err
    assert [row.value for row in store.values("outer", task="show")] == ["49"]
    inner = store.find_run("outer/inner")
    assert (inner.parent, inner.state) == ("outer", RunState.SUCCESS)
    assert not list(store.home.rglob("*.params.json"))


def test_what_comes_out_is_held_to_what_is_declared(terminal: Terminal, store: Store) -> None:
    terminal.write(
        "p.toml", OUTER.format(type="int", retries=0).replace('type = "int"', 'type = "int", le = 9')
    )
    assert terminal.run("run", "p.toml", "--run-id", "outer").code == 1
    (row,) = store.tries("outer", "inner")
    assert "push 'squared': must be at most 9, and is 49" in (row.reason or "")


def test_a_failure_names_the_inner_run_its_task_and_the_reason(terminal: Terminal, store: Store) -> None:
    terminal.write("inner/shop.py", SHOP.replace("** 2", "** 4"))
    terminal.write("p.toml", OUTER.format(type="int", retries=1))
    assert terminal.run("run", "p.toml", "--run-id", "outer").code == 1
    first, second = store.tries("outer", "inner")
    assert first.reason == "run #2 (outer/inner) ended as failed: 'check' failed: exit code 1"
    assert second.reason == "run #3 (outer/inner/2) ended as failed: 'check' failed: exit code 1"


EXPANDED = """\
[tasks.inner]
pipeline = "inner/inner.toml"
expand.n = [1, 2, 3]
push.squared = { type = "int", from = "square" }

[tasks.sum]
bash = "echo $all"
pull.all = "inner:squared"
returns = "list[int]"
"""


def test_each_of_a_mapped_one_is_a_run_of_its_own(terminal: Terminal, store: Store) -> None:
    terminal.write("p.toml", EXPANDED)
    told = terminal.run("run", "p.toml", "--run-id", "outer")
    assert told.code == 0, told.out + told.err
    assert [row.value for row in store.values("outer", task="sum")] == ["[1, 4, 9]"]
    assert {run.id for run in store.inner_runs("outer")} == {f"outer/inner[{index}]" for index in range(3)}


def test_a_secret_of_the_outer_task_is_masked_in_the_inner_run(terminal: Terminal, store: Store) -> None:
    terminal.write("inner/inner.toml", "[tasks.a]\nbash = 'echo it is $TOKEN; echo $TOKEN >&2; exit 3'")
    terminal.write(
        "p.toml", '[tasks.b]\npipeline = "inner/inner.toml"\nenv = { TOKEN = { from = "env:ACCESS" } }'
    )
    assert terminal.run("run", "p.toml", ACCESS="wh0le-t0ken").code == 1
    written = [path.read_bytes() for path in store.home.rglob("*") if path.is_file()]
    assert any(b"it is" in content for content in written)
    assert not any(b"wh0le-t0ken" in content for content in written)


SLOW = """\
[tasks.first]
bash = "echo ran >> first.txt"

[tasks.second]
bash = "echo > started; until [ -e gate ]; do read -t 0.05 _ <> fifo || true; done"
after = ["first"]
"""
AROUND = '[tasks.inner]\npipeline = "inner/inner.toml"\n'


@pytest.fixture
def slow(terminal: Terminal) -> Path:
    """The folder of an inner pipeline that waits for a gate, in a named pipe named started."""
    import os

    folder = terminal.folder / "inner"
    terminal.write("inner/inner.toml", SLOW)
    terminal.write("p.toml", AROUND)
    os.mkfifo(folder / "started")
    os.mkfifo(folder / "fifo")
    return folder


def test_to_cancel_the_outer_run_cancels_the_inner_one(terminal: Terminal, store: Store, slow: Path) -> None:
    process = terminal.start("run", "p.toml", "--run-id", "outer", "--json")
    wait_for_event(process, "try_started")
    (slow / "started").read_text()
    interrupt(process)
    assert store.find_run("outer").state is RunState.CANCELLED
    assert store.find_run("outer/inner").state is RunState.CANCELLED
    assert {row.task: row.state for row in store.tasks("outer/inner")}["second"] is TaskState.CANCELLED


def test_what_an_engine_that_was_killed_left_is_gone_on_with(
    terminal: Terminal, store: Store, slow: Path
) -> None:
    process = terminal.start("run", "p.toml", "--run-id", "outer", "--json")
    (slow / "started").read_text()
    interrupt(process, signal.SIGKILL)
    while store.live_runs():
        pass
    (slow / "started").unlink()
    (slow / "gate").touch()
    told = terminal.run("run", "--resume", "outer")
    assert told.code == 0, told.out + told.err
    assert [row.state for row in store.tries("outer", "inner")] == [TryState.INTERRUPTED, TryState.SUCCESS]
    assert (slow / "first.txt").read_text() == "ran\n"
    assert {run.id for run in store.inner_runs("outer")} == {"outer/inner"}
