"""Tasks under another Python, in which flowdesk is not installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.executor import Started
from flowdesk.plan.plan import Kind, Push
from flowdesk.plan.states import TryState
from tests.builders import carried_out, finished, job, pushed, python_job, until_finished

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.executors.executor import Executor
    from flowdesk.executors.local import Local

ANY = (Push("return_value", "any"),)
OTHERS = [path for name in os.environ.get("FLOWDESK_TEST_PYTHONS", "").split(":") if (path := name.strip())]
"""Further interpreters to try, where a machine has some."""


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The Python of a virtual environment with a package of its own, and nothing else."""
    folder = tmp_path_factory.mktemp("env") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    (site,) = folder.glob("lib/python3*/site-packages")
    (site / "only_here.py").write_text("WHERE = 'in the environment'\n")
    return str(folder / "bin" / "python")


def script(folder: Path, text: str) -> str:
    """A program that is no Python."""
    path = folder / "interpreter"
    path.write_text(text)
    path.chmod(0o755)
    return str(path)


def test_a_task_finds_the_packages_of_its_interpreter_and_none_of_ours(
    executor: Executor, tmp_path: Path, bare: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "of_ours.py").touch()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "ours"))
    source = """
    import importlib.util, os, sys
    import only_here
    def f():
        found = [name for name in ("of_ours", "click", "pydantic", "tests") if importlib.util.find_spec(name)]
        return [sys.executable, only_here.WHERE, found, sys.path[0], os.environ.get("PYTHONPATH")]
    """
    reports = carried_out(executor, python_job(tmp_path, source, interpreter=bare, push=ANY))
    assert pushed(reports) == {"return_value": [bare, "in the environment", [], str(tmp_path), None]}


def test_what_another_interpreter_pushes_is_checked_as_ours_is(
    executor: Executor, tmp_path: Path, bare: str
) -> None:
    source = "def f(ti):\n  ti.xcom_push('n', 'x')"
    end = finished(executor, python_job(tmp_path, source, interpreter=bare, push=(Push("n", "int"),)))
    assert (end.refused_key, (end.at or "").endswith(".py, line 2")) == ("n", True)
    assert (end.reason or "").startswith("push 'n': expected int, got str 'x' (")


def test_a_worker_serves_one_interpreter(local: Local, tmp_path: Path, bare: str) -> None:
    source = "def f(): pass"
    jobs = [
        python_job(tmp_path, source, id="t/1", interpreter=bare),
        python_job(tmp_path, source, id="t/2"),
        python_job(tmp_path, source, id="t/3", interpreter=bare),
        job(tmp_path, "true", id="t/4", interpreter=bare),
    ]
    reports = [carried_out(local, one)[0] for one in jobs]
    first, second, third, _ = [report.pid for report in reports if isinstance(report, Started)]
    assert first == third != second


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("#!/bin/sh\necho 'no such thing' >&2; exit 3", "no such thing"),
        ("#!/bin/sh\nexit 0", "it ended with code 0 before it took the task"),
        ("#!/bin/sh\nkill -9 $$", "it ended with code -9 before it took the task"),
    ],
)
def test_an_interpreter_that_is_none_fails_the_try(
    executor: Executor, tmp_path: Path, text: str, reason: str
) -> None:
    broken = script(tmp_path, text)
    end = finished(executor, python_job(tmp_path, "def f(): pass", interpreter=broken))
    assert (end.state, end.reason) == (TryState.FAILED, f"interpreter {broken}: {reason}")
    assert finished(executor, python_job(tmp_path, "def f(): pass", id="t/2")).reason is None


def test_an_interpreter_that_is_not_there_fails_the_try(executor: Executor, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing")
    end = finished(executor, python_job(tmp_path, "def f(): pass", interpreter=missing))
    assert (end.reason or "").endswith(f"interpreter {missing}: No such file or directory")


def test_a_python_that_is_too_old_says_so(executor: Executor, tmp_path: Path) -> None:
    text = f"""#!/bin/sh
shift
code="$1"
shift
exec {sys.executable} -c "import sys; sys.version_info = (3, 8, 20); exec(sys.argv.pop(1))" "$code" "$@"
"""
    old = script(tmp_path, text)
    end = finished(executor, python_job(tmp_path, "def f(): pass", interpreter=old))
    assert end.reason == f"interpreter {old}: it is Python 3.8, and a task needs 3.9 or newer"


def test_an_interpreter_that_hangs_can_be_cancelled(local: Local, tmp_path: Path) -> None:
    hanging = script(tmp_path, "#!/bin/sh\nsleep 1000")
    local.start(python_job(tmp_path, "def f(): pass", interpreter=hanging))
    local.cancel("t/1")
    (end,) = until_finished(local)
    assert getattr(end, "state", None) is TryState.CANCELLED


@pytest.mark.parametrize("other", OTHERS or [pytest.param("", marks=pytest.mark.skip("no other Python"))])
def test_every_other_python_carries_out_every_kind(executor: Executor, tmp_path: Path, other: str) -> None:
    source = "import sys\ndef f(ti):\n  ti.xcom_push('n', 1)\n  return 'a'"
    one = python_job(
        tmp_path,
        source,
        interpreter=shutil.which(other),
        push=(Push("n", "int", ge=0),),
        choices=("a", "b"),
        kind=Kind.BRANCH,
    )
    reports = carried_out(executor, one)
    assert pushed(reports) == {"n": 1}
    assert getattr(reports[-1], "followed", None) == ("a",)
