"""kill -9 of the engine while it answers requests: each is answered once, with all its effect or none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

STEP, FEWEST = 5, 20


def test_what_was_asked_is_done_once_whenever_the_engine_is_killed(tmp_path: Path) -> None:
    argv = [sys.executable, "-m", "tests.faults.answering", str(tmp_path), str(STEP)]
    root = Path(__file__).parents[2]
    done = subprocess.run(argv, cwd=root, capture_output=True, text=True, timeout=110, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert sum(one["killed"] for one in told) >= FEWEST
    unhurt = told[-1]
    assert not unhurt["killed"]
    assert unhurt["answers"] == [
        "cleared 'a', 'b' and 'end'",
        "paused: nothing further starts",
        "goes on",
        "marked 'fails' as success",
        "runs anew: 'c' and 'end'",
        "edited 'k' of 'g'; runs anew: 'h'",
        "restored 'k' of 'g'; nothing runs anew",
        "edited 'k' of 'g'; nothing that pulls it has run yet",
    ]
    assert set(unhurt["after"]["states"].values()) == {"success"}
    assert unhurt["after"]["values"] == {
        "a:n": "1",
        "b:m": "1",
        "fails:k": "7",
        "g:k": "8",
        "h:got": "8",
    }
    for one in told:
        assert one["left"] == one["after"]["open"] == [], one
        assert one["answers"] == unhurt["answers"], one
        for what in ("run", "states", "values"):
            assert one["after"][what] == unhurt["after"][what], one
        succeeded = [name for name, _ in one["after"]["succeeded"]]
        assert {name: succeeded.count(name) for name in "abgh"} == {
            "a": 2,
            "b": 2,
            "g": 1,
            "h": 2,
        }, one
