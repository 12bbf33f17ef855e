"""Whoever the file says is told of what happened, and nobody is hurt where that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.store.store import Store
from tests.journeys.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TELL = 'command = ["sh", "-c", "echo $FLOWDESK_EVENT ${FLOWDESK_TASK:-run} ${FLOWDESK_TRY:-} >> told.txt"]'
PIPELINE = f"""\
[pipeline]
notify = {{ on = ["failed", "success"], {TELL} }}

[defaults]
notify = {{ on = ["failed", "success", "retry", "skipped"], {TELL} }}

[tasks.good]
bash = "true"

[tasks.skipped]
bash = "exit 99"
after = ["good"]

[tasks.never]
bash = "true"
after = ["bad"]

[tasks.bad]
bash = "exit 3"
after = ["skipped"]
trigger_rule = "all_done"
retries = 1
retry_delay = 0
"""


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    with Terminal(tmp_path / "work") as terminal:
        yield terminal


def test_what_happened_is_told(terminal: Terminal) -> None:
    terminal.write("p.toml", PIPELINE)
    told = terminal.run("run", "p.toml")
    assert told.code == 1, told
    assert sorted((terminal.folder / "told.txt").read_text().splitlines()) == [
        "failed bad 2",
        "failed run",
        "retry bad 1",
        "skipped skipped 1",
        "success good 1",
    ]


def test_a_notice_that_fails_is_told_and_the_run_goes_on(terminal: Terminal, home: Path) -> None:
    terminal.write("p.toml", "[tasks.a]\nbash = 'true'\nnotify = { on = 'success', command = ['false'] }")
    told = terminal.run("run", "p.toml", "--quiet")
    assert told.code == 0
    assert "false could not tell of task 'a' that succeeded: it ended with exit code 1; see" in told.err
    with Store.open(home) as store:
        log = told.err.rpartition("see ")[2].strip()
        assert log.startswith(str(store.home))


def test_a_command_may_be_a_template(terminal: Terminal) -> None:
    command = "['touch', '{{ run_id }} {{ task.task_id }}']"
    terminal.write("p.toml", f"[tasks.a]\nbash = 'true'\nnotify = {{ on = 'success', command = {command} }}")
    told = terminal.run("run", "p.toml", "--run-id", "run", "--quiet")
    assert (told.code, told.err) == (0, "")
    assert (terminal.folder / "run a").exists()


def test_a_desktop_that_cannot_be_told_is_no_failure(terminal: Terminal) -> None:
    terminal.write(
        "p.toml",
        "[pipeline]\nnotify = { on = 'success', desktop = true }\n[tasks.a]\ncommand = ['/bin/true']",
    )
    told = terminal.run("run", "p.toml", "--quiet", PATH="/nowhere")
    assert told.code == 0
    assert told.err == "flowdesk: nothing is shown on the desktop, because there is no notify-send\n"
