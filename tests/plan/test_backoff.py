"""How long a failed task waits for its next try."""

from __future__ import annotations

import pytest

from flowdesk.plan.backoff import LONGEST, delay_of
from tests.builders import bash

TASK = bash("a")._replace(retry_delay=10.0)


def delays(*, spread: float = 0.0, **settings: float) -> list[float]:
    task = TASK._replace(**settings)  # type: ignore[arg-type]  # fields of Task
    return [delay_of(task, failures, lambda: spread) for failures in (1, 2, 3)]


def test_without_backoff_the_delay_is_as_written_whatever_the_spread() -> None:
    assert delays(spread=0.9) == [10, 10, 10]


def test_a_backoff_multiplies_the_delay_for_each_further_failure() -> None:
    assert delays(retry_backoff=3.0) == [10, 30, 90]


def test_a_growing_delay_is_spread_over_as_much_again() -> None:
    assert delays(retry_backoff=2.0, spread=0.5) == [15, 30, 60]


def test_no_delay_is_longer_than_the_longest_written() -> None:
    assert delays(retry_backoff=2.0, spread=0.5, max_retry_delay=25.0) == [15, 25, 25]
    assert delays(max_retry_delay=4.0) == [4, 4, 4]


@pytest.mark.parametrize("failures", [8, 100_000])
def test_without_one_written_a_growing_delay_stays_below_a_day(failures: int) -> None:
    assert delay_of(TASK._replace(retry_backoff=10.0), failures, lambda: 0.0) == LONGEST


def test_no_delay_stays_none() -> None:
    assert delays(retry_delay=0.0, retry_backoff=2.0, spread=0.5) == [0, 0, 0]
