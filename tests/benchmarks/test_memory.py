"""The memory of a command and of all that it starts."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.benchmarks.memory import watched

MIB = 1 << 20
HOLD = "import time; held = bytearray({} << 20); time.sleep({})"

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/smaps_rollup").exists(), reason="the kernel does not tell how much memory is shared"
)


def test_what_a_command_starts_counts_too_but_not_as_its_own(tmp_path: Path) -> None:
    child = HOLD.format(60, 0.3)
    run = f"subprocess.run([sys.executable, '-c', '{child}'])"
    parent = f"import subprocess, sys; held = bytearray(30 << 20); {run}"
    code, peak = watched([sys.executable, "-c", parent], tmp_path, dict(os.environ))
    assert code == 0
    assert 30 * MIB < peak.own < 70 * MIB
    assert 90 * MIB < peak.tree < 140 * MIB


def test_the_exit_code_is_the_command_s_own(tmp_path: Path) -> None:
    code, _ = watched([sys.executable, "-c", "raise SystemExit(3)"], tmp_path, dict(os.environ))
    assert code == 3
