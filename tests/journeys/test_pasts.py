"""What a run takes from runs before it: values, whether it may start, and that it need not run again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState, TaskState
from flowdesk.store.store import Store
from tests.journeys.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    with Terminal(tmp_path / "work") as terminal:
        yield terminal


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    with Store.open(home) as store:
        yield store


def states(store: Store, run: str | None = None) -> dict[str, TaskState]:
    return {row.name: row.state for row in store.tasks(store.find_run(run).id)}


CACHED = """\
[tasks.count]
bash = "echo ran >> ran.txt; echo n=$(cat number) >> $FLOWDESK_PUSH"
push.n = "int"

[tasks.double]
python = "shop:double"
pull.n = "count:n"
returns = "int"
cache = true
"""
SHOP = """\
import stock
def double(n):
    open("doubled.txt", "a").write("ran\\n")
    return n * stock.TIMES
"""


def test_a_task_whose_code_and_values_are_unchanged_is_not_run_again(
    terminal: Terminal, store: Store
) -> None:
    file = terminal.write("p.toml", CACHED)
    terminal.write("shop.py", SHOP)
    terminal.write("stock.py", "TIMES = 2")
    terminal.write("number", "4")
    doubled = file.parent / "doubled.txt"

    def run() -> tuple[int, str | None]:
        told = terminal.run("run", "p.toml")
        assert told.code == 0, told.out + told.err
        (row,) = store.tries(store.find_run(None).id, "double")
        (value,) = store.values(row.run_id, task="double")
        assert value.value == {"4": "8", "5": "10"}.get((file.parent / "number").read_text(), "")
        return doubled.read_text().count("ran"), row.cached_from

    assert run() == (1, None)
    first = store.find_run(None).id
    assert run() == (1, first)
    terminal.write("stock.py", "TIMES = 1 + 1")
    assert run() == (2, None)
    terminal.write("number", "5")
    assert run() == (3, None)
    terminal.write("number", "4")
    assert run()[0] == 3


LOGIN = """\
[tasks.login]
bash = "echo ran >> ran.txt; echo token=wh0le-t0ken >> $FLOWDESK_PUSH"
push.token = { type = "str", secret = true }
cache = true

[tasks.use]
bash = "echo it is $token"
pull.token = "login:token"
"""


def test_a_secret_that_is_used_again_stays_one(terminal: Terminal, store: Store) -> None:
    file = terminal.write("p.toml", LOGIN)
    for _ in range(2):
        assert terminal.run("run", "p.toml").code == 0
    assert terminal.run("run", "p.toml", "--task", "use").code == 0
    assert (file.parent / "ran.txt").read_text() == "ran\n"
    written = [path.read_bytes() for path in store.home.rglob("*") if path.is_file()]
    assert sum(b"it is" in content for content in written) >= 3
    # The pipeline's own text, of which the store has a copy, is what has it here.
    kept = b"".join(written).replace(b"token=wh0le-t0ken >>", b"")
    assert b"wh0le-t0ken" not in kept


EARLIER = """\
[tasks.a]
bash = "[ -e once ] || echo k=1 >> $FLOWDESK_PUSH; touch once"
push.k = { type = "int", required = false }

[tasks.b]
bash = "echo seen=$k >> $FLOWDESK_PUSH"
push.seen = "int"
pull.k = { from = "a", key = "k", earlier = true, default = 0 }
"""


def test_a_value_that_this_run_lacks_comes_from_an_earlier_one(terminal: Terminal, store: Store) -> None:
    terminal.write("p.toml", EARLIER)
    assert terminal.run("run", "p.toml").code == 0
    first = store.find_run(None)
    told = terminal.run("run", "p.toml")
    assert told.code == 0, told.out + told.err
    second = store.find_run(None)
    assert [(row.source_run, row.source_try) for row in store.pulls(second.id)] == [(first.id, 1)]
    assert [row.value for row in store.values(second.id, task="b")] == ["1"]


PAST = """\
[tasks.a]
bash = "[ -e good ]"
depends_on_past = true

[tasks.b]
bash = "true"
after = ["a"]
"""


def test_a_task_that_depends_on_its_past_does_not_start_after_it_failed(
    terminal: Terminal, store: Store
) -> None:
    terminal.write("p.toml", PAST)
    assert terminal.run("run", "p.toml").code == 1
    terminal.write("good", "")
    assert terminal.run("run", "p.toml").code == 1
    assert states(store) == {"a": TaskState.UPSTREAM_FAILED, "b": TaskState.UPSTREAM_FAILED}
    (row, _) = store.tasks(store.find_run(None).id)
    assert row.tries == 0
    assert "'a' is failed in run #1" in (row.reason or "")


PARTS = """\
[tasks.a]
bash = "echo k=1 >> $FLOWDESK_PUSH"
push.k = "int"

[tasks.b]
bash = "echo m=$((k + 1)) >> $FLOWDESK_PUSH"
pull.k = "a:k"
push.m = "int"

[tasks.c]
bash = "echo $m"
pull.m = "b:m"
"""


def test_a_part_takes_from_earlier_runs_what_it_leaves_out(terminal: Terminal, store: Store) -> None:
    terminal.write("p.toml", PARTS)
    told = terminal.run("run", "p.toml", "--task", "b")
    assert (told.code, "'b' pulls 'k' of 'a'" in told.err) == (2, True), told.err
    assert store.runs() == []
    assert terminal.run("run", "p.toml", "--until", "a").code == 0
    told = terminal.run("run", "p.toml", "--from", "b")
    assert told.code == 0, told.out + told.err
    run = store.find_run(None)
    assert list(states(store)) == ["b", "c"]
    assert [row.value for row in store.values(run.id)] == ["2"]
    assert run.state is RunState.SUCCESS


WRONG = """\
[tasks.a]
python = "shop:train"
push.score = "float"
"""


def test_a_push_that_does_not_fit_is_told_with_both_places_and_the_last_good_value(
    terminal: Terminal, store: Store
) -> None:
    file = terminal.write("p.toml", WRONG)
    terminal.write("shop.py", "def train():\n    return 0.9")
    assert terminal.run("run", "p.toml").code == 0
    terminal.write("shop.py", "def train(ti):\n    ti.xcom_push('score', 'high')")
    assert terminal.run("run", "p.toml").code == 1
    (row,) = store.tries(store.find_run(None).id, "a")
    assert row.reason is not None
    assert "expected float, got str 'high'" in row.reason
    assert "shop.py, line 2" in row.reason
    assert f"declared in {file}, line 3" in row.reason
    assert "the last good value is 0.9, of run #1" in row.reason
