from __future__ import annotations

import sys
from pathlib import Path

import pytest

from flowdesk.store.home import home, log_path, new_run_id


def test_the_environment_names_the_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLOWDESK_HOME", "/somewhere/else")
    assert home() == Path("/somewhere/else")


def test_a_relative_home_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FLOWDESK_HOME", "here")
    assert home() == tmp_path / "here"


@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="XDG is for other systems")
def test_the_home_is_in_the_users_data_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FLOWDESK_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert home() == Path("/data/flowdesk")
    monkeypatch.setenv("XDG_DATA_HOME", "not/absolute")
    assert home() == Path.home() / ".local" / "share" / "flowdesk"


def test_a_log_lies_under_its_run_and_task() -> None:
    assert log_path(Path("/h"), "run_1", "group.a", 2) == Path("/h/logs/run_1/group.a/2.log")


@pytest.mark.parametrize(
    "task", ["..", ".", "", "../../../etc/passwd", "/etc/passwd", "a\\b", "a\0b", "\ud800"]
)
def test_a_log_never_leaves_the_home(task: str) -> None:
    path = log_path(Path("/h"), task, task, 1)
    assert path.parts[:3] == ("/", "h", "logs")
    assert len(path.parts) == 6
    assert ".." not in path.parts
    assert "\0" not in str(path)


@pytest.mark.parametrize("task", ["x" * 5000, "모델" * 200, "a" + "모델" * 200])
def test_a_long_name_is_cut_to_what_a_file_system_takes(task: str, tmp_path: Path) -> None:
    path = log_path(tmp_path, "run_1", task, 1)
    assert len(path.parent.name.encode()) <= 200
    path.parent.mkdir(parents=True)


def test_a_korean_name_stays_readable() -> None:
    assert log_path(Path("/h"), "run_1", "모델_훈련", 1).parent.name == "모델_훈련"


def test_different_tasks_have_different_logs() -> None:
    tasks = ["a/b", "a_b", "a\\b", "..", ".", "", "x" * 300, "x" * 301, "~"]
    tasks.append(log_path(Path("/h"), "r", "a/b", 1).parent.name)
    assert len({log_path(Path("/h"), "r", task, 1) for task in tasks}) == len(tasks)


def test_a_run_by_hand_is_named_as_airflow_does() -> None:
    assert new_run_id(1795510149.123456) == "manual__2026-11-24T08:49:09.123456+00:00"


def test_later_runs_have_greater_ids() -> None:
    moments = [1e9, 1e9 + 0.5, 1e9 + 1, 1.7e9]
    assert sorted(map(new_run_id, moments)) == [new_run_id(moment) for moment in moments]
