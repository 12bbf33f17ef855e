from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from flowdesk.gui.dialogs.remembered import Remembered
from flowdesk.gui.dialogs.values_dialog import Form, ValuesDialog
from flowdesk.plan.plan import Param

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PARAMS = (Param("rows", "int", default="3"), Param("city", "str", default='"Seoul"'), Param("token", "str"))


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)


def dialog_of(qtbot: QtBot, remembered: Remembered) -> ValuesDialog:
    form = Form("Run", "", PARAMS, "Run", frozenset({"token"}), remembered)
    dialog = ValuesDialog(form)
    qtbot.addWidget(dialog)
    return dialog


def typed(dialog: ValuesDialog) -> list[str]:
    return [field.input.typed() for field in dialog.fields]


def test_what_was_typed_last_for_a_file_is_there_the_next_time(qtbot: QtBot, settings: QSettings) -> None:
    first = dialog_of(qtbot, Remembered(settings, Path("/p.toml")))
    assert first.as_last.isHidden()
    for field, text in zip(first.fields, ["7", "Busan", "hush"], strict=True):
        field.set_typed(text)
    first.remember()
    again = dialog_of(qtbot, Remembered(settings, Path("/p.toml")))
    assert typed(again) == ["7", "Busan", ""]  # no secret is kept
    assert typed(dialog_of(qtbot, Remembered(settings, Path("/other.toml")))) == ["3", "Seoul", ""]


def test_defaults_and_what_was_typed_last_are_a_click_away(qtbot: QtBot, settings: QSettings) -> None:
    remembered = Remembered(settings, Path("/p.toml"))
    remembered.keep({"rows": "7"})
    dialog = dialog_of(qtbot, remembered)
    dialog.defaults.click()
    assert typed(dialog)[0] == "3"
    dialog.as_last.click()
    assert typed(dialog)[0] == "7"


def test_what_is_kept_and_is_not_ours_is_left(settings: QSettings) -> None:
    remembered = Remembered(settings, Path("/p.toml"))
    settings.setValue(remembered._key, "{")
    assert remembered.last() == {}
