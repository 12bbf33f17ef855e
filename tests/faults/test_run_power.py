"""The power goes at any commit of a run: what is on the disk opens, and the run ends as an unhurt one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.faults.hurt_pipeline import AGAIN, UNHURT, VALUES, write

MOST, FEWEST = 20, 12
"""Copies to take; a busy machine makes fewer commits of a run, each of more."""


def test_a_run_is_taken_up_from_what_any_commit_left(tmp_path: Path) -> None:
    write(tmp_path)
    argv = [sys.executable, "-m", "tests.faults.cutting", str(tmp_path), str(MOST)]
    root = Path(__file__).parents[2]
    done = subprocess.run(argv, cwd=root, capture_output=True, text=True, timeout=110, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) >= FEWEST
    for one in told:
        before, after = one["before"], one["after"]
        assert (one["status"], one["left"], after["run"]) == (0, [], "success"), one
        assert (after["states"], after["values"]) == (UNHURT, VALUES), one
        assert after["rows"][: len(before["rows"])] == before["rows"], one
        names = [name for name, _ in after["succeeded"] if name != AGAIN]
        assert len(set(names)) == len(names), one
