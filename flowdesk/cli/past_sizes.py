"""How large the values of a file's past runs were, and what was in them, for `flowdesk validate --target`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.cli.stored import opened
from flowdesk.plan.airflow_traits import traits_of_value
from flowdesk.plan.portability import Seen
from flowdesk.store.errors import StoreMissing
from flowdesk.xcom.stored import size_of
from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.plan.airflow_traits import Trait
    from flowdesk.store.reading import Reader

RUNS = 20
"""How many runs are looked back."""


def seen_in_runs(path: Path) -> dict[tuple[str, str], Seen]:
    """Return what the latest runs of a file pushed, by task id and key; nothing where none was recorded.

    Of secret values nothing is told. The size is that of the whole value, wherever it lies.
    """
    try:
        with opened(str(path)) as store:
            return _seen(store, path)
    except StoreMissing:
        return {}


def _seen(store: Reader, path: Path) -> dict[tuple[str, str], Seen]:
    sizes: dict[tuple[str, str], tuple[int, int]] = {}
    traits: dict[tuple[str, str], dict[Trait, int]] = {}
    for run in store.runs(path=str(path), limit=RUNS):
        for row in store.values(run.id):
            if row.secret:
                continue
            name = (row.task, row.key)
            sizes[name] = max(sizes.get(name, (0, 0)), (size_of(row.value), run.number))
            for trait in traits_of_value(decode(row.value)):
                traits.setdefault(name, {}).setdefault(trait, run.number)
    return {name: Seen(size, run, traits.get(name, {})) for name, (size, run) in sizes.items()}
