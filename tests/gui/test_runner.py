from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.runner import Runner

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_a_process_that_ends_is_told_with_what_it_said(tmp_path: Path, qtbot: QtBot) -> None:
    runner = Runner()
    with qtbot.waitSignal(runner.ended, timeout=20_000) as ended:
        assert runner.start(tmp_path / "missing.toml", "manual__1")
    run_id, said = ended.args
    assert run_id == "manual__1"
    assert "missing.toml" in said


def test_names_with_spaces_quotes_and_korean_reach_the_process_whole(tmp_path: Path, qtbot: QtBot) -> None:
    runner = Runner()
    path = tmp_path / "모델 '학습' $HOME.toml"
    with qtbot.waitSignal(runner.ended, timeout=20_000) as ended:
        assert runner.start(path, "manual__1")
    assert path.name in ended.args[1]
