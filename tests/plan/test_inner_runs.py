"""What the runs are called that tasks of other runs are."""

from __future__ import annotations

from flowdesk.plan.inner_runs import inner_id


def test_each_try_is_a_run_with_an_id_of_its_own() -> None:
    assert [inner_id("r", "train[3]", number) for number in (1, 2)] == ["r/train[3]", "r/train[3]/2"]
