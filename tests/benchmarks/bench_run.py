"""Whole runs, process start to exit: flowdesk beside peers that keep less, in turns, in one run.

    python -m tests.benchmarks.bench_run [ROUNDS [WORD...]]     only the work whose title has all the words

Every contender does the same work two tasks at a time. flowdesk runs with all that it does for users on:
the checked contract, the durable store (`synchronous=FULL`), a log for every try, events. Its file was run
before, as most are, so its plan is kept; "first time" is the run before that.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.benchmarks import work
from tests.benchmarks.contenders import compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.contenders import Contender

MANY = 10_000


def all_work() -> Iterator[tuple[str, list[Contender]]]:
    """What is compared, under its title."""
    ours, *others = work.seed()
    yield "the seed pipeline, sleep 0", [ours, replace(ours, name="first time", keeps=()), *others]
    for size in (100, 1_000, MANY):
        yield f"{size:,} shell tasks `true`", list(work.shell_tasks(size))
    for size in (100, 1_000, MANY):
        yield f"{size:,} callables hand a float to one", list(work.callables(size))
    for size in (200, 2_000):
        yield f"a chain of {size:,} callables", list(work.chain(size))


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    for title, contenders in all_work():
        if all(word in title for word in sys.argv[2:]):
            compare(title, contenders, 1 if f"{MANY:,}" in title else rounds)
    print("\nA peer that is missing is installed by `make bench-peers`.")
