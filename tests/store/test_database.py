"""What every database must do with what it is given."""

from __future__ import annotations

import json
import subprocess
import sys
from random import Random
from typing import TYPE_CHECKING

import pytest

from flowdesk.errors import UsageError
from flowdesk.plan.states import RunState
from flowdesk.store.rows import Pulled
from flowdesk.store.store import Store
from tests.builders import new_run, start_run, succeeded

if TYPE_CHECKING:
    from pathlib import Path


def push(store: Store, key: str, value: str = "1") -> None:
    with store.transaction():
        store.push_value("run_1", "a", 1, key=key, value=value)


@pytest.fixture
def begun(store: Store) -> Store:
    """A store with a run whose task "a" is in its first try."""
    start_run(store)
    with store.transaction():
        store.start_try("run_1", "a", 1, log="a.log")
    return store


def noise(length: int) -> str:
    """Text of the widest characters, that cannot be compressed: nothing of an index may rely on that."""
    random = Random(length)  # noqa: S311 - no secret
    return "".join(chr(random.randrange(0x10000, 0x10FFFF)) for _ in range(length))


def test_the_longest_names_there_may_be_are_kept_and_found(store: Store) -> None:
    task, key, argument = noise(250), noise(512), noise(249)
    with store.transaction():
        store.create_run(new_run("run_1"), [task])
        store.start_try("run_1", task, 1, log="a.log", pulls=[Pulled(argument, 0, task, key, 1)])
        for value in ("1", "2"):
            store.push_value("run_1", task, 1, key=key, value=value)
    assert [value.value for value in store.values("run_1", task=task, key=key)] == ["2"]
    assert [(pull.argument, pull.key) for pull in store.pulls("run_1")] == [(argument, key)]


def test_names_that_differ_in_case_accents_width_or_blanks_are_different(begun: Store) -> None:
    keys = [
        "k",
        "K",
        "k ",
        "\uff4b",
        "é",
        "e\u0301",
        "e",
        "E",
        "ß",
        "ss",
        "\0",
        "\0\0",
        "\ufdd0",
        "\ufdd00",
        "k\0",
    ]
    for number, key in enumerate(keys):
        push(begun, key, str(number))
    assert [value.key for value in begun.values("run_1")] == keys
    for number, key in enumerate(keys):
        assert [value.value for value in begun.values("run_1", task="a", key=key)] == [str(number)]


def test_ids_that_differ_in_case_or_blanks_are_different_runs(store: Store) -> None:
    for run_id in ("run", "Run", "run ", "rün"):
        start_run(store, run_id)
        assert store.find_run(run_id).id == run_id


@pytest.mark.parametrize(
    "text",
    [
        "x" * 5_000_000,
        "😀" * 100_000,
        "'; \" \\ \\' %s %(a)s :name ? {text} `",
        "line\r\nline\ttab\u2028\ufeff",
        "\0 \\u0000 \ufdd0",
    ],
)
def test_any_text_comes_back_as_it_was(begun: Store, text: str) -> None:
    value = json.dumps(text, ensure_ascii=False)
    push(begun, "k", value)
    assert begun.values("run_1")[0].value == value


@pytest.mark.parametrize("at", [1795525494.1263716, 0.1 + 0.2, 1e-300, 4102444800.000001, 0.0])
def test_times_are_exact(home: Path, url: str | None, at: float) -> None:
    with Store.open(home, url=url, clock=lambda: at) as store:
        start_run(store)
        assert store.find_run("run_1").started_at == at
        assert store.events("run_1")[0].at == at


def test_a_task_can_be_expanded_into_thousands(begun: Store) -> None:
    with begun.transaction():
        begun.expand_task("run_1", "b", 5_000)
    names = [row.name for row in begun.tasks("run_1")]
    assert (len(names), names[-1]) == (5_002, "b[4999]")


def test_what_is_asked_elsewhere_is_seen_by_the_next_look(begun: Store, home: Path, url: str | None) -> None:
    for _ in range(3):
        assert not begun.changed_elsewhere()
        with Store.open(home, url=url) as other, other.transaction():
            other.add_request("run_1", "pause")
        assert begun.changed_elsewhere()
        with begun.transaction():
            (request,) = begun.open_requests("run_1")
            begun.answer_request(request.id, "paused")


def finish_wrongly(store: Store) -> None:
    with store.transaction():
        store.finish_run("run_1", RunState.FAILED)
        store.finish_try("run_1", "b", 1, succeeded())


def test_an_exception_in_the_middle_leaves_nothing_and_the_store_usable(begun: Store) -> None:
    before = begun.events("run_1")
    for _ in range(2):
        with pytest.raises(LookupError, match="no such row"):
            finish_wrongly(begun)
    assert begun.events("run_1") == before
    assert begun.find_run("run_1").state is RunState.RUNNING


@pytest.mark.parametrize(
    ("url", "driver"), [("postgresql://h/d", "psycopg"), ("mysql://h/d", "pymysql")], ids=["pg", "my"]
)
def test_a_driver_that_is_not_installed_is_named_with_what_to_type(
    home: Path, url: str, driver: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    scheme = url.partition(":")[0]
    monkeypatch.setitem(sys.modules, driver, None)
    monkeypatch.delitem(sys.modules, f"flowdesk.store.served.{scheme}", raising=False)
    with pytest.raises(UsageError, match=rf"needs the driver {driver}; install it: .*flowdesk\[{scheme}\]"):
        Store.open(home, url=url)


def test_a_driver_is_imported_for_its_url_only(home: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from flowdesk.store.store import Store\n"
        "Store.open(Path(sys.argv[1])).close()\n"
        "print(*{'psycopg', 'pymysql', 'aiosql'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(home)], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"
