"""What the store takes for a callable with one value, and verbs a second on SQLite, PostgreSQL and MariaDB.

For a callable: the processor time of a turn of the engine that ends so many tries and starts as many, on a
memory disk where there is one, as the flush is the disk's. The servers are the tests' own: on a socket,
without fsync. So the ratios are of the way to the database and of its work, not of the disk.
"""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time
from typing import TYPE_CHECKING

from flowdesk.store.store import Store
from tests.benchmarks.tables import Table, at_most
from tests.builders import new_run, succeeded
from tests.servers import Mysql, Postgresql, end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TRIES = 1_000
VERBS = 3
"""Of each try: it starts, pushes a value, ends."""

ROUNDS = 3

MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - a folder of our own is made there

MOST = 0.1
"""Milliseconds of processor time that the store may take for a callable with one value."""

Figures = dict[str, float]


def shares(store: Store, run: str, at_once: int) -> float:
    """The processor time of the store for a callable, with so many in a turn: the median, in milliseconds."""
    names = [f"t{number}" for number in range(TRIES)]
    with store.transaction():
        store.create_run(new_run(run), names)
    taken, running = [], list[str]()
    for first in range(0, TRIES, at_once):
        begun = thread_time()
        with store.transaction():
            for name in running:
                store.push_value(run, name, 1, key="k", type="float", value="0.5", size=3, preview="0.5")
                store.finish_try(run, name, 1, succeeded())
            running = names[first : first + at_once]
            for name in running:
                store.start_try(run, name, 1, log="x.log")
        store.changed_elsewhere()
        taken.append((thread_time() - begun) * 1000 / at_once)
    return median(taken)


def show_shares() -> None:
    """Measure the shares, the best of several rounds, and print them with their goals."""
    table = Table("the store's share of a callable", ["ms"])
    where = MEMORY_DISK if MEMORY_DISK.is_dir() else None
    with tempfile.TemporaryDirectory(dir=where) as folder, Store.open(Path(folder)) as store:
        for at_once in (1, 2, 50):
            share = min(shares(store, f"{at_once}_{number}", at_once) for number in range(ROUNDS))
            table.row(f"{at_once} in a turn", f"{share:.3f}", goal=at_most(MOST, share, "ms"))
    table.show()


def write(store: Store, run: str, at_once: int) -> float:
    """Write the tries of a run, so many in one transaction; verbs a second."""
    names = [f"t{number}" for number in range(TRIES)]
    with store.transaction():
        store.create_run(new_run(run), names)
    begun = perf_counter()
    for first in range(0, TRIES, at_once):
        with store.transaction():
            for name in names[first : first + at_once]:
                store.start_try(run, name, 1, log="x.log")
                store.push_value(run, name, 1, key="k", type="float", value="0.5", size=3, preview="0.5")
                store.finish_try(run, name, 1, succeeded())
    return TRIES * VERBS / (perf_counter() - begun)


def times(do: Callable[[], object], count: int) -> float:
    """How often something can be done in a second."""
    begun = perf_counter()
    for _ in range(count):
        do()
    return count / (perf_counter() - begun)


def measured(home: Path, url: str | None) -> Figures:
    """The figures of one database, the best of several rounds."""
    best: Figures = {}
    with Store.open(home, url=url) as store:
        for number in range(ROUNDS):
            found = {
                "verbs/s, a try a commit": write(store, f"one{number}", 1),
                "verbs/s, 100 tries a commit": write(store, f"many{number}", 100),
                "events read/s": TRIES * VERBS * times(lambda: store.events("one0"), 5),
                "'anything new?'/s": times(store.changed_elsewhere, 1_000),
            }
            best = {name: max(value, best.get(name, 0)) for name, value in found.items()}
    return best


@contextmanager
def urls() -> Iterator[dict[str, str | None]]:
    """The URL of an empty store in each database."""
    servers = (Postgresql(), Mysql())
    for server in servers:
        server.start()
    try:
        yield {"SQLite": None, "PostgreSQL": servers[0].empty_store(), "MariaDB": servers[1].empty_store()}
    finally:
        for server in servers:
            end(server)


def main() -> None:
    """Measure, and print a table of the shares, and one with ratios to SQLite."""
    show_shares()
    with urls() as places, tempfile.TemporaryDirectory() as folder:
        figures = {name: measured(Path(folder), url) for name, url in places.items()}
    table = Table("", [word for name in figures for word in (name, "x")])
    for row, most in figures["SQLite"].items():
        cells = [(f"{found[row]:,.0f}", f"{found[row] / most:.2f}") for found in figures.values()]
        table.row(row, *(word for cell in cells for word in cell))
    table.show()


if __name__ == "__main__":
    main()
