"""How long a failed task waits for its next try.

The delay is multiplied for each further failure and then, as in Airflow, lengthened by up to as much
again, so that tasks which failed together do not come back together. Without a backoff it is kept as
written. Unlike Airflow's (`TaskInstance.next_retry_datetime`), it counts failures since the task was last
cleared and not all its tries, takes any factor, is not rounded up to whole seconds, and a delay of
nothing stays nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.plan.plan import Task

LONGEST = 24 * 3600.0
"""Seconds that a growing delay stays below where no `max_retry_delay` is written; Airflow's bound."""


def delay_of(task: Task, failures: int, spread: Callable[[], float]) -> float:
    """Seconds until the next try after so many failures, at least one. `spread` gives a number in [0, 1)."""
    longest = LONGEST if task.max_retry_delay is None else task.max_retry_delay
    if task.retry_backoff == 1:
        return task.retry_delay if task.max_retry_delay is None else min(task.retry_delay, longest)
    try:
        grown = task.retry_delay * task.retry_backoff ** (failures - 1)
    except OverflowError:
        grown = longest
    return min(grown * (1 + spread()), longest)
