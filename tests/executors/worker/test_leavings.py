"""What a worker has among the temporary files is gone when it is, whatever ended it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.local import Local
from flowdesk.executors.worker.leavings import clear, fresh_folder
from flowdesk.plan.states import TryState
from tests.builders import finished, python_job

if TYPE_CHECKING:
    from flowdesk.executors.executor import Executor


def test_the_file_and_the_folder_are_removed(tmp_path: Path) -> None:
    pushes = tmp_path / "push"
    pushes.touch()
    folder = Path(fresh_folder(str(pushes)))
    (folder / "a").mkdir()
    (folder / "a" / "b").touch()
    (folder / "link").symlink_to(tmp_path)
    (folder / "a").chmod(0o500)
    clear(str(pushes))
    assert list(tmp_path.iterdir()) == []
    clear(str(pushes))


def test_what_an_earlier_task_left_is_not_in_a_fresh_folder(tmp_path: Path) -> None:
    folder = Path(fresh_folder(str(tmp_path / "push")))
    (folder / "left").touch()
    assert list(Path(fresh_folder(str(tmp_path / "push"))).iterdir()) == []


@pytest.mark.parametrize("victim", ["os.getpid()", "os.getppid()"])
def test_a_killed_worker_leaves_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, victim: str
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    source = (
        f"import os\ndef f():\n  open('x', 'w').close()\n  os.kill({victim}, 9)\n  os.read(os.pipe()[0], 1)"
    )
    with closing(Local(1)) as local:
        end = finished(local, python_job(tmp_path, source, temporary_cwd=True))
    assert end.state is TryState.FAILED
    assert list(temporary.iterdir()) == []


def test_a_temporary_folder_that_cannot_be_made_fails_the_try(
    executor: Executor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "missing"))
    end = finished(executor, python_job(tmp_path, "def f(): pass", temporary_cwd=True))
    assert end.reason == "its directory cannot be entered: a temporary one: No such file or directory"
