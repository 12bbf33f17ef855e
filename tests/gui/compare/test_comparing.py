from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.compare.comparing import Compared, compared
from flowdesk.gui.compare.models import delta_text
from flowdesk.gui.compare.sides import Stood, read_runs, read_tries
from flowdesk.gui.inspector.wanted import Wanted
from flowdesk.gui.models.xcoms import MASK
from flowdesk.plan.states import RunState, TaskState
from flowdesk.store.store import Store
from tests.builders import failed, finish_run, new_run, start_run, succeeded

if TYPE_CHECKING:
    from pathlib import Path


def runs(home: Path, store: Store) -> Compared:
    pair = read_runs(store, "r1", "r2")
    assert pair is not None
    return compared(pair, home / "values", Wanted())


def test_of_two_runs_that_went_alike_only_the_times_differ(home: Path) -> None:
    with Store.open(home) as store:
        finish_run(store, "r1")
        finish_run(store, "r2")
        found = runs(home, store)
    assert found.tasks is not None
    assert [(line.task, line.differs) for line in found.tasks] == [("a", False), ("b", False)]
    assert [(line.key, line.before, line.differs) for line in found.values] == [("score", "0.5", False)]
    assert found.text == []


def test_states_values_params_and_source_are_compared(home: Path) -> None:
    with Store.open(home) as store:
        finish_run(store, "r1")
        with store.transaction():
            changed = new_run("r2")._replace(params='{"rows": "3"}', source="[tasks.a]\nbash = 'false'\n")
            store.create_run(changed, ["a", "c"])
            store.start_try("r2", "a", 1, log="x.log")
            store.push_value("r2", "a", 1, key="score", type="float", value="0.75")
            store.push_value("r2", "a", 1, key="new", type="dict", value='{"x": 1}')
            store.finish_try("r2", "a", 1, failed())
            store.finish_run("r2", RunState.FAILED)
        found = runs(home, store)
    assert found.tasks is not None
    states = {
        line.task: (line.before and line.before.shown, line.after and line.after.shown)
        for line in found.tasks
    }
    assert states == {
        "a": (TaskState.SUCCESS, TaskState.FAILED),
        "c": (None, TaskState.WAITING),
        "b": (TaskState.SUCCESS, None),
    }
    values = {line.key: (line.before, line.after, line.moved) for line in found.values}
    assert values == {"score": ("0.5", "0.75", "+0.25 (+50 %)"), "new": ("", values["new"][1], "")}
    assert "rows" in str([line.name for line in found.facts if line.differs])
    assert "-bash = 'true'" in found.text
    assert "+bash = 'false'" in found.text


def test_the_parts_of_a_value_that_differ_have_a_line_each(home: Path) -> None:
    with Store.open(home) as store:
        for run, value in (("r1", '{"a": 1, "b": [1, 2]}'), ("r2", '{"a": 2, "b": [1, 3]}')):
            start_run(store, run)
            with store.transaction():
                store.start_try(run, "a", 1, log="x.log")
                store.push_value(run, "a", 1, key="k", type="dict", value=value)
        found = runs(home, store)
    assert [(line.part, line.before, line.after) for line in found.values] == [
        ("a", "1", "2"),
        ("b[1]", "2", "3"),
    ]


def test_secret_values_are_masked_and_count_as_no_difference(home: Path) -> None:
    with Store.open(home) as store:
        for run in ("r1", "r2"):
            start_run(store, run)
            with store.transaction():
                store.start_try(run, "a", 1, log="x.log")
                store.push_value(run, "a", 1, key="k", type="str", value=f'"{run}"', secret=True)
        (line,) = runs(home, store).values
    assert (line.before, line.after, line.differs) == (MASK, MASK, False)


def test_two_tries_of_a_task_are_compared_by_how_they_ended_and_what_they_pushed(home: Path) -> None:
    with Store.open(home) as store:
        start_run(store, "r1")
        with store.transaction():
            for number, end in ((1, failed()), (2, succeeded())):
                store.start_try("r1", "a", number, log="x.log")
                store.push_value("r1", "a", number, key="k", type="int", value=str(number))
                store.finish_try("r1", "a", number, end)
        pair = read_tries(store, "r1", "a", (1, 2))
        assert pair is not None
        found = compared(pair, home / "values", Wanted())
        assert read_tries(store, "r1", "a", (1, 3)) is None
        assert read_runs(store, "r1", "gone") is None
    assert found.tasks is None
    assert [(line.before, line.after) for line in found.values] == [("1", "2")]
    facts = {line.name: (line.before, line.after) for line in found.facts}
    assert facts["State"] == ("Failed", "Success")
    assert facts["Exit code"] == ("1", "")


def test_a_time_is_told_by_how_much_it_moved() -> None:
    from flowdesk.gui.compare.comparing import TaskLine

    def told(before: float, after: float) -> tuple[str, bool]:
        line = TaskLine(0, "a", Stood(TaskState.SUCCESS, 1, before), Stood(TaskState.SUCCESS, 1, after))
        return delta_text(line), line.differs

    assert told(10.0, 15.0) == ("+5.0 s (+50 %)", True)
    assert told(10.0, 9.5) == ("-0.5 s (-5 %)", False)
    assert told(10.0, 10.1) == ("same", False)
