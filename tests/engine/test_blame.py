"""A push that was refused, with both places and the last good value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.blame import Blame
from flowdesk.executors.executor import Finished
from flowdesk.plan.plan import Kind, Push, Task
from flowdesk.plan.states import TryState
from flowdesk.store.store import Store
from tests.engine.recorded import record_run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCE = """\
[tasks.train]
python = "shop:train"
push = { score = "float", token = { type = "str", secret = true } }

[tasks.count]
bash = "echo 1"
returns = "int"
"""
TRAIN = Task(
    "train", Kind.PYTHON, ("shop:train",), push=(Push("score", "float"), Push("token", "str", secret=True))
)
WRONG = "push 'score': expected float, got str 'x'"


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    with Store.open(home) as store:
        yield store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "shop.py").write_text("def train(): ...")
    return tmp_path / "shop.toml"


def refused(key: str | None, reason: str = WRONG, at: str | None = None) -> Finished:
    return Finished("train/1", TryState.FAILED, reason, refused_key=key, at=at)


def test_the_reason_has_both_places_and_the_last_good_value(store: Store, file: Path) -> None:
    record_run(store, "one", {"train": {"score": 0.93}}, path=str(file))
    reason = Blame(store, file, SOURCE, 9).reason(TRAIN, "train", refused("score", at="shop.py, line 3"))
    assert reason == (
        f"{WRONG}; pushed at shop.py, line 3; declared in {file}, line 3; "
        "the last good value is 0.93, of run #1"
    )


def test_what_the_run_itself_has_taken_is_the_last_good_value(store: Store, file: Path) -> None:
    record_run(store, "one", {"train": {"score": 0.93}}, path=str(file))
    record_run(store, "two", {"train": {"score": 0.5}}, path=str(file))
    reason = Blame(store, file, SOURCE, 2, run_id="two").reason(TRAIN, "train", refused("score"))
    assert reason is not None
    assert reason.endswith("; the last good value is 0.5, of try 1")


def test_a_line_that_the_reason_names_is_not_told_again(store: Store, file: Path) -> None:
    told = refused("score", f"{WRONG} (shop.py, line 3)", at="shop.py, line 3")
    reason = Blame(store, file, SOURCE, 9).reason(TRAIN, "train", told)
    assert reason == f"{WRONG} (shop.py, line 3); declared in {file}, line 3"


def test_returns_is_a_declaration_too(store: Store, file: Path) -> None:
    task = Task("count", Kind.BASH, ("echo 1",), push=(Push("return_value", "int"),))
    reason = Blame(store, file, SOURCE, 9).reason(task, "count", refused("return_value"))
    assert reason == f"{WRONG}; declared in {file}, line 7"


def test_a_declaration_in_an_included_file_is_found_there(store: Store, file: Path) -> None:
    part = file.with_name("part.toml")
    part.write_text(f"\n{SOURCE}")
    reason = Blame(store, file, 'include = "part.toml"', 9).reason(TRAIN, "train", refused("score"))
    assert reason == f"{WRONG}; declared in {part}, line 4"


def test_a_secret_is_not_told(store: Store, file: Path) -> None:
    record_run(store, "one", {"train": {"token": "t0ken"}}, path=str(file), secret=True)
    reason = Blame(store, file, SOURCE, 9).reason(TRAIN, "train", refused("token"))
    assert reason == f"{WRONG}; declared in {file}, line 3; the last good value is a secret, of run #1"


@pytest.mark.parametrize(("key", "task", "line"), [("acc", "train", 3), ("", "train", 3), ("n", "count", 5)])
def test_what_is_not_declared_is_told_with_the_place_where_it_would_be(
    store: Store, file: Path, key: str, task: str, line: int
) -> None:
    one = TRAIN if task == "train" else Task("count", Kind.BASH, ("echo 1",))
    told = refused(key, "push 'acc': not declared", at="$FLOWDESK_PUSH, line 2")
    assert Blame(store, file, SOURCE, 9).reason(one, task, told) == (
        "push 'acc': not declared; pushed at $FLOWDESK_PUSH, line 2; "
        f"what '{task}' pushes is declared in {file}, line {line}"
    )


@pytest.mark.parametrize("key", [None, "other"])
def test_a_failure_by_no_push_is_left_as_it_is(store: Store, file: Path, key: str | None) -> None:
    assert Blame(store, file, "no TOML", 9).reason(TRAIN, "train", refused(key)) == WRONG


def test_a_file_that_cannot_be_read_any_more_has_no_place(store: Store, file: Path) -> None:
    assert Blame(store, file, "no TOML", 9).reason(TRAIN, "train", refused("score")) == WRONG
