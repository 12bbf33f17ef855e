from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesk.plan.critical_path import Stretch, critical_path


def test_the_chain_goes_through_what_each_task_waited_for() -> None:
    found = critical_path(
        {
            "get": Stretch(0, 0, 4),
            "check": Stretch(0, 0, 1),
            "train": Stretch(4, 5, 9),
            "mail": Stretch(9, 9, 10),
        },
        {"train": ("get", "check"), "mail": ("train",)},
    )
    assert found.tasks == ("get", "train", "mail")
    assert (found.busy, found.length) == (9, 10)
    assert found.slack == {"get": 0, "check": 3, "train": 0, "mail": 0}


def test_a_task_that_did_not_wait_for_all_hangs_on_those_that_had_ended() -> None:
    found = critical_path(
        {"fast": Stretch(0, 0, 1), "slow": Stretch(0, 0, 5), "first": Stretch(1, 1, 9)},
        {"first": ("fast", "slow")},
    )
    assert found.tasks == ("fast", "first")
    assert found.slack == {"fast": 0, "slow": 4, "first": 0}


def test_a_task_that_was_cleared_begins_a_chain_of_its_own() -> None:
    found = critical_path({"get": Stretch(0, 0, 4), "train": Stretch(100, 100, 103)}, {"train": ("get",)})
    assert (found.tasks, found.length) == (("train",), 3)


def test_tasks_that_ran_nothing_lie_on_the_chain() -> None:
    found = critical_path(
        {"get": Stretch(0, 0, 4), "joint": Stretch(4, 4, 4), "mail": Stretch(4, 4, 6)},
        {"joint": ("get",), "mail": ("joint",)},
    )
    assert found.tasks == ("get", "joint", "mail")


def test_without_a_task_that_has_been_ready_there_is_no_chain() -> None:
    assert critical_path({}, {"b": ("a",)}).tasks == ()


def test_a_chain_of_a_thousand_tasks_is_found() -> None:
    names = [f"t{number}" for number in range(1000)]
    stretches = {name: Stretch(at, at, at + 1) for at, name in enumerate(names)}
    upstream = {name: (before,) for before, name in itertools.pairwise(names)}
    assert critical_path(stretches, upstream).tasks == tuple(names)


@st.composite
def runs(draw: st.DrawFn) -> tuple[dict[str, Stretch], dict[str, tuple[str, ...]]]:
    """A run in which every task starts some time after all its upstream tasks have ended."""
    stretches: dict[str, Stretch] = {}
    upstream: dict[str, tuple[str, ...]] = {}
    for number in range(draw(st.integers(1, 12))):
        name = f"t{number}"
        upstream[name] = tuple(draw(st.sets(st.sampled_from(list(stretches))))) if stretches else ()
        ready = max((stretches[one].end for one in upstream[name]), default=0.0)
        start = ready + draw(st.sampled_from([0.0, 0.0, 1.0, 2.5]))
        stretches[name] = Stretch(ready, start, start + draw(st.sampled_from([0.0, 1.0, 2.0, 7.0])))
    return stretches, upstream


@given(runs())
def test_the_chain_covers_the_run_without_gaps_and_has_no_slack(
    run: tuple[dict[str, Stretch], dict[str, tuple[str, ...]]],
) -> None:
    stretches, upstream = run
    found = critical_path(stretches, upstream)
    chain = [stretches[task] for task in found.tasks]
    assert chain[0].ready == 0.0
    assert all(before.end == after.ready for before, after in itertools.pairwise(chain))
    assert found.length == max(stretch.end for stretch in stretches.values())
    assert all(found.slack[task] == pytest.approx(0) for task in found.tasks)
    assert all(slack >= 0 for slack in found.slack.values())


@given(runs(), st.data())
def test_a_task_that_ends_later_by_its_slack_does_not_make_the_run_longer(
    run: tuple[dict[str, Stretch], dict[str, tuple[str, ...]]], data: st.DataObject
) -> None:
    stretches, upstream = run
    found = critical_path(stretches, upstream)
    late = data.draw(st.sampled_from(sorted(stretches)))
    ends: dict[str, float] = {}
    for task, stretch in stretches.items():
        ready = max((ends[one] for one in upstream[task]), default=0.0)
        ends[task] = ready + stretch.end - stretch.ready + (found.slack[late] if task == late else 0.0)
    assert max(ends.values()) == pytest.approx(found.length)
