from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.editors import chosen_editor, open_in_editor

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)


def editor(folder: Path, name: str) -> Path:
    """An editor that writes down how it was called."""
    path = folder / name
    path.write_text('#!/bin/sh\necho "$@" > "$0.called"\n')
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(("name", "called"), [("code", "-w --goto p.toml:7"), ("own", "-w p.toml")])
def test_the_users_editor_is_told_the_line_the_way_it_wants(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, name: str, called: str
) -> None:
    made = editor(tmp_path, name)
    monkeypatch.setenv("VISUAL", f"{made} -w")
    assert open_in_editor("p.toml", 7) == ""
    answer = made.with_name(f"{name}.called")
    qtbot.waitUntil(lambda: answer.exists() and answer.read_text() == f"{called}\n")


def test_an_editor_for_terminals_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(tmp_path, "vim")
    other = editor(tmp_path, "gedit")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("VISUAL", "vim -p")
    assert chosen_editor() == []
    monkeypatch.setenv("EDITOR", str(other))
    assert chosen_editor() == [str(other)]


@pytest.mark.parametrize("value", ["", "no-such-editor", "'not closed"])
def test_what_is_no_editor_is_none(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("VISUAL", value)
    assert chosen_editor() == []
