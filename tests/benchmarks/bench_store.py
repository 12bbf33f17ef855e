"""Verbs a second of the store on SQLite, PostgreSQL and MariaDB, and how fast it is read.

The servers are the tests' own: on a socket, without fsync, as SQLite on a memory disk would be. So the ratios
are of the way to the database and of its work, not of the disk.
"""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from flowdesk.store.store import Store
from tests.builders import new_run, succeeded
from tests.servers import Mysql, Postgresql, end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TRIES = 1_000
VERBS = 3
"""Of each try: it starts, pushes a value, ends."""

ROUNDS = 3
Figures = dict[str, float]


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
    """Measure, and print a table with ratios to SQLite."""
    with urls() as places, tempfile.TemporaryDirectory() as folder:
        figures = {name: measured(Path(folder), url) for name, url in places.items()}
    print(f"{'':30}" + "".join(f"{name:>20}" for name in figures))
    for row in figures["SQLite"]:
        cells = [
            f"{found[row]:12,.0f} ({found[row] / figures['SQLite'][row]:.2f})" for found in figures.values()
        ]
        print(f"{row:30}" + "".join(f"{cell:>20}" for cell in cells))


if __name__ == "__main__":
    main()
