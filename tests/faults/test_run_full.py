"""The disk is full at any moment of a run: one sentence, nobody left, and all goes on when there is room."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.test_store_full import namespaces_are_there

ROOMS = (150_000, 640_000, 25_000)
"""Bytes of room: from too little for the store's first table to enough for all of the run."""
ENDED = {"numbers": "success", "square": "success", "told": "success"} | {
    f"square[{index}]": "success" for index in range(3)
}


@pytest.mark.skipif(
    sys.platform != "linux" or (os.geteuid() != 0 and not namespaces_are_there()),
    reason="nothing can be mounted",
)
def test_a_run_on_a_full_disk_says_so_and_is_taken_up_when_there_is_room(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    as_root = [] if os.geteuid() == 0 else ["--map-root-user"]
    mount = 'mount -t tmpfs -o size=8m tmpfs "$0/disk" && exec "$1" -m tests.faults.filling "$0" $2'
    rooms = " ".join(map(str, ROOMS))
    argv = ["unshare", "--mount", *as_root, "sh", "-c", mount, str(tmp_path), sys.executable, rooms]
    root = Path(__file__).parents[2]
    done = subprocess.run(argv, cwd=root, capture_output=True, text=True, check=False, timeout=110)
    assert (done.returncode, done.stderr) == (0, "")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert {one["code"] for one in told} == {0, 1}
    befores = {one["before"] and one["before"]["run"] for one in told}
    assert befores >= {None, "interrupted", "success"}, "the rooms reach over all of the run"
    for one in told:
        assert one["left"] == one["temporary"] == [], one
        assert one["code"] == 0 or (one["said"].startswith("flowdesk: "), one["said"].count("\n")) == (
            True,
            1,
        ), one
        assert "again" not in one or one["again"] == [0, ""], one
        assert one["after"]["states"] == ENDED, one
        assert one["after"]["values"]["told:total"] == '"<[1, 4, 9]>"', one
