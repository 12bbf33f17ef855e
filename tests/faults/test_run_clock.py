"""The machine's clock jumps by a day in mid-run: retries, waits and timeouts come when they are due.

By libfaketime where it is installed; else Python's own clock is set wrong from the start of the program on.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.store.store import Store
from tests.faults.stores import check_sound
from tests.journeys.terminal import COMMAND

if TYPE_CHECKING:
    from tests.journeys.terminal import Terminal

DAY = 86_400
LIBRARY = next(Path("/usr/lib").glob("**/faketime/libfaketime.so.1"), None)
JUMPY = """
import sys, time
from pathlib import Path
real, ahead = time.time, Path(sys.argv.pop(1))
time.time = lambda: real() + float(ahead.read_text())
from flowdesk.cli.border import main
sys.exit(main())
"""

PIPELINE = """
[pipeline]
name = "p"
timeout = "1h"

[tasks.early]
bash = "echo > started; until [ -e gate ]; do sleep 0.02; done"
timeout = "1h"

[tasks.retried]
bash = '[ "$FLOWDESK_TRY" = 2 ]'
retries = 1
retry_delay = "0.4s"
after = ["early"]

[tasks.waits]
wait = { seconds = 0.4 }
after = ["early"]

[tasks.overdue]
bash = "sleep 1000"
timeout = "0.4s"
after = ["early"]

[tasks.end]
after = ["retried", "waits", "overdue"]
trigger_rule = "all_done"
"""


@pytest.fixture(params=["libfaketime", "Python"])
def jumpy(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A command that runs flowdesk by a clock that is ahead by so many seconds as the file `ahead` says."""
    (tmp_path / "ahead").write_text("+0")
    if request.param == "Python":
        return [sys.executable, "-c", JUMPY, str(tmp_path / "ahead")]
    if LIBRARY is None:
        pytest.skip("libfaketime is not there")
    monkeypatch.setenv("FAKETIME_TIMESTAMP_FILE", str(tmp_path / "ahead"))
    monkeypatch.setenv("FAKETIME_NO_CACHE", "1")
    monkeypatch.setenv("FAKETIME_DONT_FAKE_MONOTONIC", "1")
    return ["env", f"LD_PRELOAD={LIBRARY}", *COMMAND]


@pytest.mark.parametrize("jump", [-DAY, DAY], ids=["back", "forward"])
def test_what_is_due_comes_when_it_is_due(
    terminal: Terminal, tmp_path: Path, home: Path, jumpy: list[str], jump: int
) -> None:
    os.mkfifo(terminal.folder / "started")
    terminal.write("p.toml", PIPELINE)
    process = subprocess.Popen(
        [*jumpy, "run", "p.toml", "--quiet"], cwd=terminal.folder, stderr=subprocess.PIPE, text=True
    )
    (terminal.folder / "started").read_text()
    (tmp_path / "ahead").write_text(f"{jump:+}")
    (terminal.folder / "gate").touch()
    assert "timed out after 0.4s" in process.communicate(timeout=30)[1]
    with Store.open(home) as store:
        check_sound(store)
        run = store.find_run(None)
        assert {row.name: row.state.value for row in store.tasks(run.id)} == {
            "early": "success",
            "retried": "success",
            "waits": "success",
            "overdue": "failed",
            "end": "success",
        }
        tries = {(row.name, row.number): row for row in store.tries(run.id)}
        took = {name: (row.finished_at or 0) - row.started_at for name, row in tries.items()}
        between = tries["retried", 2].started_at - (tries["retried", 1].finished_at or 0)
    assert all(0 <= seconds < 20 for name, seconds in took.items() if name[0] != "early"), took
    assert 0.35 <= between < 20
    assert max(0, jump) <= took["early", 1] < max(0, jump) + 20, "only what the jump fell into may seem long"
