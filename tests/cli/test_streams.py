from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState
from flowdesk.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

FILE = '[pipeline]\nname = "p"\n[tasks.a]\nbash = "echo printed"\npush.return_value = "str"\n'


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-"])
def test_a_run_does_not_need_the_streams_that_are_closed(home: Path, tmp_path: Path, closed: str) -> None:
    file = tmp_path / "p.toml"
    file.write_text(FILE)
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "$0" -m flowdesk run "$1" {closed}', sys.executable, str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    with Store.open(home) as store:
        (run,) = store.runs()
        assert run.state is RunState.SUCCESS
        assert [value.value for value in store.values(run.id)] == ['"printed"']
