from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING

from flowdesk.gui.runner import Runner, run_arguments

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot


def test_a_process_that_ends_is_told_with_what_it_said(tmp_path: Path, qtbot: QtBot) -> None:
    runner = Runner()
    with qtbot.waitSignal(runner.ended, timeout=20_000) as ended:
        assert runner.start(
            "manual__1", run_arguments(tmp_path / "missing.toml", "manual__1"), tmp_path / "p.toml"
        )
    run_id, said = ended.args
    assert run_id == "manual__1"
    assert "missing.toml" in said


def test_names_with_spaces_quotes_and_korean_reach_the_process_whole(tmp_path: Path, qtbot: QtBot) -> None:
    runner = Runner()
    path = tmp_path / "모델 '학습' $HOME.toml"
    with qtbot.waitSignal(runner.ended, timeout=20_000) as ended:
        assert runner.start("manual__1", run_arguments(path, "manual__1"), tmp_path / "p.toml")
    assert path.name in ended.args[1]


def test_no_file_is_left_behind_by_a_window_that_is_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    # A killed window cannot tidy up: so there must be nothing to tidy up while its run goes on.
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    gate, pipeline = tmp_path / "gate", tmp_path / "p.toml"
    pipeline.write_text(
        f"[tasks.wait]\nbash = 'touch {gate}.begun; until [ -e {gate} ]; do sleep 0.05; done'\n"
    )
    runner = Runner()
    try:
        assert runner.start("manual__1", run_arguments(pipeline, "manual__1"), tmp_path / "p.toml")
        qtbot.waitUntil(gate.with_name("gate.begun").exists, timeout=20_000)
        assert not list(scratch.glob("flowdesk-*.txt"))
    finally:
        with qtbot.waitSignal(runner.ended, timeout=20_000):
            gate.touch()


def test_the_store_of_the_file_is_told_without_the_command_line(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "p.toml"
    path.write_text("[store]\nurl = 'sqlite:///own/runs.db'\n[tasks.a]\nbash = 'true'\n")
    runner = Runner()
    with qtbot.waitSignal(runner.ended, timeout=20_000) as ended:
        assert runner.start("r9", ["retry", "r9"], path)
    assert "r9" in ended.args[1]
    assert "FLOWDESK_STORE" not in os.environ
    with qtbot.waitSignal(runner.ended, timeout=20_000):
        assert runner.start("manual__1", run_arguments(path, "manual__1"), path)
    with qtbot.waitSignal(runner.ended, timeout=20_000) as ended:
        assert runner.start("manual__1", ["retry", "manual__1"], path)
    assert "there is no run" not in ended.args[1]


def test_what_is_given_comes_by_the_standard_input_and_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    path = tmp_path / "p.toml"
    path.write_text("[tasks.a]\nbash = 'exit 1'\npush.token = 'str'\n")
    runner = Runner()
    with qtbot.waitSignal(runner.ended, timeout=20_000):
        assert runner.start("r1", run_arguments(path, "r1"), path)
    arguments = ["mark", "r1", "a", "success", "--values=-", "--quiet"]
    with qtbot.waitSignal(runner.ended, timeout=20_000) as ended:
        assert runner.start("r1", arguments, path, given='{"token": "hunter2"}')
    assert ended.args == ["r1", ""]
    assert not list(scratch.iterdir())
