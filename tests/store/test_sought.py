"""Which runs a list keeps: words, states and times, each of which has to fit."""

from __future__ import annotations

from flowdesk.plan.states import RunState
from flowdesk.store.rows import RunRow
from flowdesk.store.sought import Sought, sought
from flowdesk.store.surveying import ListedRun

RUN = ListedRun(
    RunRow("night-12", 3, "shop", "/shop.toml", "d", RunState.FAILED, "Timed out", 100.0, 130.0, params="{}")
)


def test_nothing_typed_and_nothing_chosen_seeks_nothing() -> None:
    assert sought("  ") is None
    assert sought("", since=0.0) == Sought(since=0.0)


def test_every_word_has_to_fit_whatever_its_case() -> None:
    assert Sought(words=("timed", "night")).fits(RUN)
    assert not Sought(words=("timed", "morning")).fits(RUN)


def test_a_number_sign_means_the_whole_number_of_a_run() -> None:
    assert Sought(words=("#3",)).fits(RUN)
    assert not Sought(words=("#12",)).fits(RUN)
    assert Sought(words=("12",)).fits(RUN)


def test_states_and_times_have_to_fit_as_well() -> None:
    assert Sought(states=frozenset({RunState.FAILED}), since=100.0).fits(RUN)
    assert not Sought(states=frozenset({RunState.SUCCESS})).fits(RUN)
    assert not Sought(since=100.5).fits(RUN)
