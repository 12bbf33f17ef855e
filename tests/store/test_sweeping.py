"""Stored files go with the last run that refers to them, and never those that somebody may need."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState
from flowdesk.store.home import values_folder
from flowdesk.store.rows import NewRun
from flowdesk.store.store import Store
from flowdesk.xcom.files import Files, place
from flowdesk.xcom.keeping import keep
from flowdesk.xcom.stored import reference
from tests.builders import new_run, start_run, succeeded

if TYPE_CHECKING:
    from pathlib import Path

PUSHED = {"first": "x" * 70_000, "second": "y" * 70_000}


def run_with(store: Store, run_id: str, *texts: str, is_over: bool = True) -> list[str]:
    """A run that pushed these texts; returns their values as they are kept."""
    start_run(store, run_id)
    kept = [keep(text, Files(values_folder(store.home))) for text in texts]
    with store.transaction():
        store.start_try(run_id, "a", 1, log="a.log")
        for number, text in enumerate(kept):
            store.push_value(run_id, "a", 1, key=f"k{number}", value=text)
        if is_over:
            store.finish_try(run_id, "a", 1, succeeded())
            store.finish_run(run_id, RunState.SUCCESS)
    return kept


def is_there(store: Store, text: str) -> bool:
    stored = reference(text)
    assert stored is not None
    return place(values_folder(store.home), stored.sha256).exists()


def aged(home: Path) -> None:
    """Let all stored files have been there for some time."""
    for file in values_folder(home).rglob("*"):
        if file.is_file():
            os.utime(file, (0, 0))


@pytest.fixture
def own(home: Path) -> Store:
    return Store.open(home)


def test_a_file_goes_with_the_last_run_that_refers_to_it(own: Store, home: Path) -> None:
    with own:
        both, first = run_with(own, "run_1", *PUSHED.values()), run_with(own, "run_2", PUSHED["first"])
        assert both[0] == first[0]
        aged(home)
        own.clean(keep=1)
        assert [is_there(own, text) for text in both] == [True, False]
        own.clean()
        assert not is_there(own, both[0])


def test_files_of_edited_values_and_of_their_originals_stay(own: Store, home: Path) -> None:
    with own:
        (original,) = run_with(own, "run_1", PUSHED["first"])
        edited = keep(PUSHED["second"], Files(values_folder(home)))
        with own.transaction():
            own.edit_value("run_1", "a", 1, key="k0", value=edited, by="Mia")
        aged(home)
        assert own.sweep_values() is not None
        assert is_there(own, original)
        assert is_there(own, edited)


def test_what_a_param_refers_to_stays(own: Store, home: Path) -> None:
    with own:
        text = keep("z" * 70_000, Files(values_folder(home)))
        plain = new_run("inner")
        with own.transaction():
            params = json.dumps({"report": text})
            own.create_run(
                NewRun(plain.id, plain.pipeline, "/p/other.toml", plain.plan, plain.source, params=params),
                ["a"],
            )
            own.finish_run("inner", RunState.SUCCESS)
        run_with(own, "run_1", "x" * 70_000)
        aged(home)
        own.clean(path="/pipelines/test.toml")
        assert is_there(own, text)


def test_while_a_run_is_live_what_is_new_stays(own: Store, home: Path) -> None:
    with own:
        lost = run_with(own, "run_1", PUSHED["first"])
        aged(home)
        run_with(own, "run_2", PUSHED["second"], is_over=False)
        new = keep("its row is not written yet" * 9999, Files(values_folder(home)))
        own.clean()
        assert not is_there(own, lost[0])
        assert is_there(own, new)


def test_another_stores_files_stay(own: Store, home: Path, tmp_path: Path) -> None:
    with own, Store.open(home, url=f"sqlite:///{tmp_path / 'other.db'}") as other:
        lost, kept = run_with(own, "run_1", PUSHED["first"]), run_with(other, "run_1", PUSHED["second"])
        aged(home)
        own.clean()
        assert is_there(other, kept[0])
        assert is_there(own, lost[0])  # it cannot be told whose it is
        assert own.sweep_values() is None


def test_what_a_secret_value_refers_to_stays(own: Store, home: Path) -> None:
    start_run(own, "r1")
    kept = keep(PUSHED["first"], Files(values_folder(own.home)))
    with own.transaction():
        own.start_try("r1", "a", 1, log="a.log")
        own.push_value("r1", "a", 1, key="k", value=kept, secret=True)
        own.finish_try("r1", "a", 1, succeeded())
        own.finish_run("r1", RunState.SUCCESS)
    aged(home)
    own.sweep_values()
    assert is_there(own, kept)


def test_nothing_goes_while_a_secret_value_cannot_be_read(own: Store, home: Path) -> None:
    start_run(own, "r1")
    lone = keep(PUSHED["second"], Files(values_folder(own.home)))
    with own.transaction():
        own.start_try("r1", "a", 1, log="a.log")
        own.push_value("r1", "a", 1, key="k", value='"s"', secret=True)
        own.finish_try("r1", "a", 1, succeeded())
        own.finish_run("r1", RunState.SUCCESS)
    own.close()
    (home / "secret.key").unlink()
    aged(home)
    again = Store.open(home)
    assert again.sweep_values() is None
    assert is_there(again, lone)
    again.close()
