from __future__ import annotations

import gc
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from flowdesk import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh interpreter."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )


def with_command_raising(error: str) -> subprocess.CompletedProcess[str]:
    """Run the border round a command that raises."""
    return python(
        "import click, errno, sys\n"
        "from flowdesk.cli import app, border\n"
        "class Group(click.Group):\n"
        "    def get_command(self, ctx, name):\n"
        f"        def command(): raise {error}\n"
        "        return click.Command(name, callback=command)\n"
        "app.app = Group('flowdesk')\n"
        "sys.exit(border.main(['anything']))"
    )


def test_the_version_needs_no_click() -> None:
    done = python(
        "import sys; from flowdesk.cli.border import main; code = main(['--version'])\n"
        "assert not {'click', 'dataclasses', 're'} & set(sys.modules), sorted(sys.modules); sys.exit(code)"
    )
    assert (done.returncode, done.stdout) == (0, f"flowdesk {__version__}\n")


def test_a_bug_shows_its_traceback_and_where_to_report_it() -> None:
    done = with_command_raising("ZeroDivisionError('by zero')")
    assert done.returncode == 70
    assert "Traceback" in done.stderr
    assert "this is a bug in flowdesk, not in your pipeline" in done.stderr
    assert f"flowdesk {__version__}, Python " in done.stderr


def test_a_full_disk_is_one_sentence() -> None:
    done = with_command_raising("OSError(errno.ENOSPC, 'No space left on device', '/x')")
    assert (done.returncode, done.stderr) == (1, "flowdesk: No space left on device: /x\n")


def test_ctrl_c_is_130_and_silent() -> None:
    done = with_command_raising("KeyboardInterrupt()")
    assert (done.returncode, done.stderr, done.stdout) == (130, "", "")


def test_a_reader_that_left_is_no_error() -> None:
    command = [sys.executable, "-m", "flowdesk", "--help"]
    pipe = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert pipe.stdout is not None
    pipe.stdout.close()
    _, err = pipe.communicate()
    assert pipe.returncode == 141
    assert err == b""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("rum",), "flowdesk: no command 'rum', did you mean 'run'?"),
        (("xcom", "gte"), "flowdesk xcom: no command 'gte', did you mean 'get'?"),
        (("zzzz",), "flowdesk: no command 'zzzz'; there are run, validate,"),
        (("run",), "flowdesk run: missing argument 'FILE'"),
        (("runs", "--limit", "0"), "flowdesk runs: invalid value for '--limit'"),
        (("runs", "--jsno"), "flowdesk runs: no such option '--jsno'"),
    ],
)
def test_a_wrong_command_line_is_told_in_a_sentence(
    flowdesk: Callable[..., Told], arguments: tuple[str, ...], sentence: str
) -> None:
    told = flowdesk(*arguments)
    assert told.code == 2
    assert told.err.startswith(sentence)
    assert "Usage: " in told.err
    assert "--help'." in told.err


def test_a_store_that_cannot_be_made_is_told(
    flowdesk: Callable[..., Told], home: Path, tmp_path: Path
) -> None:
    home.write_text("a file where the folder should be")
    (tmp_path / "a.toml").write_text('[pipeline]\nname = "a"\n[tasks.a]\nbash = "true"\n')
    told = flowdesk("run", str(tmp_path / "a.toml"))
    assert told.code == 1
    assert told.err.startswith("flowdesk: the store's folder")
    assert "Traceback" not in told.err


@pytest.mark.parametrize("collects", [True, False])
@pytest.mark.parametrize("line", ["runs", "show 7", "explain FD203"])
def test_garbage_is_collected_afterwards_as_before(
    flowdesk: Callable[..., Told], home: Path, line: str, collects: bool
) -> None:
    assert not home.exists()
    was = gc.isenabled()
    try:
        (gc.enable if collects else gc.disable)()
        flowdesk(*line.split())
        assert gc.isenabled() is collects
    finally:
        (gc.enable if was else gc.disable)()
