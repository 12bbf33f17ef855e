"""The work that is compared is done by everybody who is there, in small."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.benchmarks import work
from tests.benchmarks.bench_run import WORK, seed
from tests.benchmarks.contenders import seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.benchmarks.contenders import Contender

SMALL = 3
MAKERS: list[Callable[[], Iterable[Contender]]] = [
    seed,
    lambda: work.shell_tasks(SMALL),
    lambda: work.callables(SMALL),
    lambda: work.chain(SMALL),
]


@pytest.mark.parametrize("made", MAKERS, ids=["seed", "shell", "callables", "chain"])
def test_flowdesk_and_its_peers_write_the_right_result(
    made: Callable[[], Iterable[Contender]], tmp_path: Path
) -> None:
    there = [one for one in made() if one.is_there and one.name != "dask"]
    assert there[0].name == "flowdesk"
    for one in there:
        assert seconds(one, tmp_path / one.name) > 0


def test_flowdesk_is_the_first_of_all_work_and_counts_its_tasks() -> None:
    for title, contenders in WORK.items():
        ours = contenders()[0]
        assert ours.name == "flowdesk"
        assert ours.tasks >= int(title.replace(",", "").split()[0]) if title[0].isdigit() else ours.tasks >= 5
