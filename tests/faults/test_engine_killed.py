"""kill -9 of the engine at every step of a run: what it leaves is taken up and ends as an unhurt run does."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.faults.hurt_pipeline import AGAIN, UNHURT, VALUES, write

if TYPE_CHECKING:
    from tests.faults.runs import Told

pytestmark = pytest.mark.timeout(500)  # some four hundred runs

HELPERS = 2
FEWEST = 200
"""Points that the run must have for the test to mean something."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[Told]:
    """What became of a run, for a kill at each of its points; two processes share the points."""
    folder = tmp_path_factory.mktemp("hurt")
    write(folder)
    with ThreadPoolExecutor(HELPERS) as pool:
        parts = pool.map(lambda first: _killing(folder, first), range(1, HELPERS + 1))
    return [one for part in parts for one in part]


def _killing(folder: Path, first: int) -> list[Told]:
    root = Path(__file__).parents[2]
    argv = [sys.executable, "-m", "tests.faults.killing", str(folder), str(first), str(HELPERS)]
    done = subprocess.run(argv, cwd=root, capture_output=True, text=True, timeout=450, check=False)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def hurt(told: list[Told]) -> list[Told]:
    """Those that were killed after their run was in the store."""
    return [one for one in told if one["killed"] and one["before"] is not None]


def test_there_are_points_enough(told: list[Told]) -> None:
    assert sum(one["killed"] for one in told) >= FEWEST


def test_a_run_that_is_not_killed_goes_as_it_should(told: list[Told]) -> None:
    for one in told:
        if not one["killed"]:
            assert one["after"]["states"] == UNHURT
            assert one["after"]["values"] == VALUES


def test_a_killed_run_that_is_resumed_ends_as_an_unhurt_one(hurt: list[Told]) -> None:
    for one in hurt:
        assert one["after"]["run"] == "success", one
        assert one["after"]["states"] == UNHURT, one
        assert one["after"]["values"] == VALUES, one


def test_no_value_that_was_committed_is_lost_or_doubled(hurt: list[Told]) -> None:
    for one in hurt:
        before, after = one["before"]["rows"], one["after"]["rows"]
        assert after[: len(before)] == before, one
        keys = [tuple(row[:3]) for row in after]
        assert len(set(keys)) == len(keys), one


def test_nothing_that_succeeded_runs_again(hurt: list[Told]) -> None:
    for one in hurt:
        names = [name for name, _ in one["after"]["succeeded"] if name != AGAIN]
        assert len(set(names)) == len(names), one
        assert [tried for tried in one["before"]["succeeded"] if tried not in one["after"]["succeeded"]] == []


def test_no_process_and_no_try_is_left_open(told: list[Told]) -> None:
    for one in told:
        assert one["left"] == [], one
        if one.get("after"):
            assert one["after"]["open"] == [], one
            assert one["after"]["unknown"] == [], one
