from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.events import EventKind
from tests.builders import new_run, plan_of

if TYPE_CHECKING:
    from flowdesk.store.store import Store


def pushed(store: Store, value: str = "1.5", *, secret: bool = False) -> None:
    """A run whose task "a" pushed a value as "k"."""
    with store.transaction():
        store.create_run(new_run("run_1"), ["a"])
        store.start_try("run_1", "a", 1, log=str(store.home / "a.log"))
        store.push_value("run_1", "a", 1, key="k", value=value, secret=secret)


def edit(store: Store, value: str, by: str = "Mia") -> None:
    with store.transaction():
        store.edit_value("run_1", "a", 1, key="k", value=value, by=by)


def restore(store: Store) -> None:
    with store.transaction():
        store.restore_value("run_1", "a", 1, key="k", by="Mia")


def test_an_edited_value_stands_in_the_place_of_the_pushed_one_which_is_told_beside_it(store: Store) -> None:
    pushed(store)
    edit(store, '"high"')
    (row,) = store.values("run_1")
    assert (row.value, row.type, row.is_edited) == ('"high"', "str", True)
    assert row.edit is not None
    assert (row.edit.original, row.edit.original_type, row.edit.by) == ("1.5", "float", "Mia")
    (to_use,) = store.values_to_use("run_1")
    assert to_use.value == '"high"'


def test_of_several_edits_the_last_one_is_in_use_and_all_are_kept(store: Store) -> None:
    pushed(store)
    edit(store, "2.5")
    edit(store, "3.5", by="Ben")
    (row,) = store.values("run_1")
    assert row.value == "3.5"
    told = [(row.value, row.by, row.is_current) for row in store.edits("run_1")]
    assert told == [("2.5", "Mia", False), ("3.5", "Ben", True)]


def test_a_restored_value_is_what_was_pushed_and_the_edit_is_kept(store: Store) -> None:
    pushed(store)
    edit(store, "2.5")
    restore(store)
    (row,) = store.values("run_1")
    assert (row.value, row.type, row.is_edited) == ("1.5", "float", False)
    assert [row.is_current for row in store.edits("run_1")] == [False]


def test_the_events_tell_what_is_in_use_and_what_was_pushed(store: Store) -> None:
    pushed(store)
    edit(store, "2.5")
    restore(store)
    events = [event for event in store.events("run_1") if event.kind is EventKind.VALUE_EDITED]
    assert [(event.name, event.try_number) for event in events] == [("a", 1), ("a", 1)]
    told = [(event.data["preview"], event.data["original"], event.data["by"]) for event in events]
    assert told == [("2.5", "1.5", "Mia"), ("1.5", None, "Mia")]


def test_what_was_never_edited_cannot_be_restored(store: Store) -> None:
    pushed(store)
    with pytest.raises(LookupError):
        restore(store)


def test_what_was_not_pushed_cannot_be_edited(store: Store) -> None:
    pushed(store)
    with pytest.raises(LookupError, match="pushed no 'j'"), store.transaction():
        store.edit_value("run_1", "a", 1, key="j", value="1", by="Mia")


def test_an_edited_secret_is_kept_encrypted_and_told_with_a_mask(store: Store) -> None:
    pushed(store, '"old-secret"', secret=True)
    edit(store, '"new-secret"')
    (row,) = store.values("run_1")
    assert row.edit is not None
    assert (row.value, row.edit.original) == ('"***"', '"***"')
    (to_use,) = store.values_to_use("run_1")
    assert to_use.value == '"new-secret"'
    told = json.dumps([event.data for event in store.events("run_1")])
    assert "secret" not in told.replace("is_secret", "")
    assert [row.value for row in store.edits("run_1")] == ['"***"']


def test_earlier_runs_and_histories_give_the_edited_value(store: Store) -> None:
    pushed(store)
    edit(store, "2.5")
    (row,) = store.history("/pipelines/test.toml", "a", "k")
    assert (row.value, row.is_edited) == ("2.5", True)


def test_the_values_that_an_edit_asks_for_are_encrypted_where_the_key_is_secret(store: Store) -> None:
    from flowdesk.plan.plan import Push
    from tests.builders import bash

    plan = plan_of(bash("a")._replace(push=(Push("k", "str", secret=True),)))
    with store.transaction():
        store.create_run(new_run("run_1", plan=plan), ["a"])
        store.add_request("run_1", "edit", "a", {"values": {"k": '"new-secret"'}})
    (request,) = store.open_requests("run_1")
    assert "new-secret" not in request.data
    assert store.unsealed(json.loads(request.data)["sealed"]) == {"k": '"new-secret"'}


def test_a_removed_run_takes_its_edits_along(store: Store) -> None:
    from flowdesk.plan.states import RunState

    pushed(store)
    edit(store, "2.5")
    with store.transaction():
        store.finish_run("run_1", RunState.SUCCESS)
    store.clean()
    assert not store.runs()
