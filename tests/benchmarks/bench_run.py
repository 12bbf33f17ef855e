"""Whole runs, process start to exit: flowdesk beside peers that keep less, in turns, in one run.

Every contender does the same work two tasks at a time. flowdesk runs with all that it does for users on:
the checked contract, the durable store (`synchronous=FULL`), a log for every try, events. Its file was run
before, as most are, so its plan is kept; "first time" is a run without that. Memory is that of the whole
tree of processes; "its engine" is flowdesk's own process, with 60 MiB and 1 KiB a task as its limit.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.benchmarks import work
from tests.benchmarks.contenders import Aim, compare
from tests.benchmarks.machine import asked, head_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.benchmarks.contenders import Contender

ROUNDS = 5


def seed() -> list[Contender]:
    """The seed pipeline, with the run that comes first."""
    ours, *others = work.seed()
    first = replace(ours, name="first time", keeps=(), aim=Aim("doit", 2), is_limited=False)
    return [replace(ours, aim=Aim("doit")), first, *others]


def aimed(contenders: Iterator[Contender], aim: Aim | None = None) -> list[Contender]:
    """Give flowdesk, which is the first, its aim."""
    ours, *others = contenders
    return [replace(ours, aim=aim), *others]


WORK: dict[str, Callable[[], list[Contender]]] = {
    "the seed pipeline, sleep 0": seed,
    "100 shell tasks `true`": lambda: aimed(work.shell_tasks(100)),
    "1,000 shell tasks `true`": lambda: aimed(work.shell_tasks(1_000), Aim("ninja", 1.5)),
    "10,000 shell tasks `true`": lambda: aimed(work.shell_tasks(10_000), Aim("ninja", 1.5)),
    "100 callables hand a float to one": lambda: aimed(work.callables(100)),
    "1,000 callables hand a float to one": lambda: aimed(work.callables(1_000), Aim("doit")),
    "10,000 callables hand a float to one": lambda: aimed(work.callables(10_000), Aim(rate=3_000)),
    "a chain of 200 callables": lambda: aimed(work.chain(200)),
    "a chain of 2,000 callables": lambda: aimed(work.chain(2_000), Aim(rate=2_000)),
}
"""What is compared, under its title."""


def main(words: Sequence[str] | None = None) -> None:
    """Compare what is asked for."""
    options = asked(__doc__, ROUNDS, words)
    print(head_line())
    for title, contenders in WORK.items():
        if all(word in title for word in options.words):
            compare(title, contenders(), options.rounds)


if __name__ == "__main__":
    main()
    print("\nA peer that is missing is installed by `make bench-peers`.")
