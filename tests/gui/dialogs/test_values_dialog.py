from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from flowdesk.gui.dialogs.values_dialog import Form, ValuesDialog
from flowdesk.plan.plan import Param

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PARAMS = (
    Param("rows", "int", default="3", ge=1, le=100, description="how many rows the table has"),
    Param("kind", "str", default='"small"', choices=('"small"', '"large"')),
    Param("fast", "bool", default="false"),
    Param("city", "str", description="where"),
    Param("note", "str", required=False),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> ValuesDialog:
    made = ValuesDialog(Form("Run weather", "With what?", PARAMS, "Run"))
    qtbot.addWidget(made)
    made.show()
    return made


def type_into(dialog: ValuesDialog, name: str, text: str) -> None:
    field = next(field for field in dialog.fields if field.param.name == name)
    assert isinstance(field.input, QLineEdit)
    field.input.setText(text)
    field.input.textEdited.emit(text)


def test_every_param_has_a_fitting_field_with_its_default_filled_in(dialog: ValuesDialog) -> None:
    rows, kind, fast, city, _ = (field.input for field in dialog.fields)
    assert isinstance(rows, QLineEdit)
    assert rows.text() == "3"
    assert isinstance(kind, QComboBox)
    assert [kind.currentText(), kind.count()] == ["small", 2]
    assert isinstance(fast, QCheckBox)
    assert not fast.isChecked()
    assert isinstance(city, QLineEdit)
    assert dialog.fields[0].help.text() == "how many rows the table has"
    assert dialog.fields[0].kind.text() == "int · ≥ 1 · ≤ 100"
    assert dialog.fields[3].kind.text() == "str · required"


def test_what_is_required_is_needed_before_the_run_can_start(dialog: ValuesDialog) -> None:
    assert not dialog.accept_button.isEnabled()
    assert dialog.accept_button.toolTip() == "First mend: city"
    assert not dialog.fields[3].fault.isVisible()  # nobody has done anything wrong yet
    type_into(dialog, "city", "Seoul")
    assert dialog.accept_button.isEnabled()
    assert dialog.typed() == {"city": "Seoul"}


def test_what_does_not_fit_is_said_as_it_is_typed(dialog: ValuesDialog) -> None:
    type_into(dialog, "city", "Seoul")
    type_into(dialog, "rows", "many")
    assert dialog.fields[0].fault.isVisible()
    assert "of type int" in dialog.fields[0].fault.text()
    assert not dialog.accept_button.isEnabled()
    type_into(dialog, "rows", "101")
    assert "at most 100" in dialog.fields[0].fault.text()
    type_into(dialog, "rows", "100")
    assert not dialog.fields[0].fault.isVisible()
    assert dialog.typed() == {"rows": "100", "city": "Seoul"}


def test_choices_and_boxes_give_what_is_chosen(dialog: ValuesDialog) -> None:
    kind, fast = dialog.fields[1].input, dialog.fields[2].input
    assert isinstance(kind, QComboBox)
    kind.setCurrentIndex(1)
    assert isinstance(fast, QCheckBox)
    fast.setChecked(True)
    type_into(dialog, "city", "Seoul")
    assert dialog.typed() == {"kind": "large", "fast": "true", "city": "Seoul"}
    assert dialog.values() == {"kind": '"large"', "fast": "true", "city": '"Seoul"'}


def test_a_choice_without_a_default_has_to_be_made(qtbot: QtBot) -> None:
    param = Param("kind", "str", choices=('"small"', '"large"'))
    dialog = ValuesDialog(Form("Run", "", (param,), "Run"))
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()
    box = dialog.fields[0].input
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(0)
    assert dialog.typed() == {"kind": "small"}


def test_a_secret_value_is_not_seen_while_it_is_typed(qtbot: QtBot) -> None:
    form = Form("Mark", "", (Param("token", "str"),), "Mark", frozenset({"token"}))
    dialog = ValuesDialog(form)
    qtbot.addWidget(dialog)
    field = dialog.fields[0].input
    assert isinstance(field, QLineEdit)
    assert field.echoMode() is QLineEdit.EchoMode.Password
