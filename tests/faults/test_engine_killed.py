"""kill -9 of the engine at every step of a run: what it leaves is taken up and ends as an unhurt run does."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

pytestmark = pytest.mark.timeout(500)  # some four hundred runs

HELPERS = 2
FEWEST = 200
"""Points that the run must have for the test to mean something."""

PIPELINE = """
    [pipeline]
    name = "hurt"

    [tasks.numbers]
    python = "work:numbers"
    push = { ns = "list[int]" }

    [tasks.square]
    python = "work:square"
    expand = { n = "numbers:ns" }
    returns = "int"

    [tasks.total]
    python = "work:total"
    pull.squares = "square"
    returns = "int"

    [tasks.shout]
    bash = 'echo "word=<$total>" >> "$FLOWDESK_PUSH"'
    pull.total = "total"
    push = { word = "str" }

    [tasks.flaky]
    python = "work:flaky"
    retries = 1
    returns = "str"

    [tasks.either]
    branch = "work:either"
    after = ["flaky"]
    choices = ["this", "that"]

    [tasks.this]
    bash = "true"
    after = ["either"]

    [tasks.that]
    bash = "true"
    after = ["either"]

    [tasks.end]
    after = ["shout", "this", "that"]
    trigger_rule = "none_failed"
"""
MODULE = """
    from pathlib import Path


    def numbers():
        return {"ns": [1, 2, 3, 4]}


    def square(n):
        return n * n


    def total(squares):
        return sum(squares)


    def flaky(ti):
        ti.xcom_push("return_value", f"of try {ti.try_number}")
        ti.xcom_push("return_value", "steady")
        mark = Path(__file__).with_name(f"failed-{ti.run_id}-{Path.cwd().name}-{id_of_home()}")
        if not mark.exists():
            mark.touch()
            raise RuntimeError("once")
        return "steady"


    def either():
        return "this"


    def id_of_home():
        import os

        return Path(os.environ["FLOWDESK_HOME"]).name
"""
UNHURT = {
    "numbers": "success",
    "square": "success",
    "square[0]": "success",
    "square[1]": "success",
    "square[2]": "success",
    "square[3]": "success",
    "total": "success",
    "shout": "success",
    "flaky": "success",
    "either": "success",
    "this": "success",
    "that": "skipped",
    "end": "success",
}
VALUES = {
    "numbers:ns": "[1, 2, 3, 4]",
    "square[0]:return_value": "1",
    "square[1]:return_value": "4",
    "square[2]:return_value": "9",
    "square[3]:return_value": "16",
    "total:return_value": "30",
    "shout:word": '"<30>"',
    "flaky:return_value": '"steady"',
}

Told = dict[str, Any]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[Told]:
    """What became of a run, for a kill at each of its points; two processes share the points."""
    folder = tmp_path_factory.mktemp("hurt")
    (folder / "hurt.toml").write_text(dedent(PIPELINE))
    (folder / "work.py").write_text(dedent(MODULE))
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
        names = [name for name, _ in one["after"]["succeeded"]]
        assert len(set(names)) == len(names), one
        assert [tried for tried in one["before"]["succeeded"] if tried not in one["after"]["succeeded"]] == []


def test_no_process_and_no_try_is_left_open(told: list[Told]) -> None:
    for one in told:
        assert one["left"] == [], one
        if one.get("after"):
            assert one["after"]["open"] == [], one
            assert one["after"]["unknown"] == [], one
