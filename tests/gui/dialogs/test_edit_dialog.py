from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from flowdesk.gui.dialogs.edit_dialog import EditDialog, EditForm
from flowdesk.gui.dialogs.inputs import BoxInput, ChoiceInput, FileInput, LineInput, NumberInput, TextInput
from flowdesk.plan.plan import Push
from flowdesk.store.rows import Edit, ValueRow
from flowdesk.xcom.values import encode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    Make = Callable[..., EditDialog]


def row_of(push: Push, value: object, *, edit: Edit | None = None) -> ValueRow:
    text = '"***"' if push.secret else encode(value)
    return ValueRow("r1", "train", 1, push.key, push.type, text, 4.0, 3, -1, push.secret, edit)


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made(
        push: Push, value: object, *, edit: Edit | None = None, consumers: tuple[str, ...] = ("b", "c")
    ) -> EditDialog:
        form = EditForm(row_of(push, value, edit=edit), push, list(consumers), list(consumers[:1]))
        dialog = EditDialog(form)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def give(dialog: EditDialog, text: str) -> None:
    dialog.field.input.set_typed(text)
    dialog.field.input.changed.emit()


@pytest.mark.parametrize(
    ("type_", "value", "kind"),
    [
        ("int", 3, NumberInput),
        ("float", 0.5, NumberInput),
        ("bool", True, BoxInput),
        ("Literal['a', 'b']", "a", ChoiceInput),
        ("str", "two\nlines", TextInput),
        ("list[int]", [1], TextInput),
        ("dict[str, any]", {"a": 1}, TextInput),
        ("date", None, LineInput),
        ("file", None, FileInput),
        ("array", None, FileInput),
    ],
)
def test_every_type_has_a_fitting_field(make: Make, type_: str, value: object, kind: type) -> None:
    assert isinstance(make(Push("k", type_), value).field.input, kind)


def test_what_is_there_is_filled_in_and_another_value_can_be_taken(make: Make) -> None:
    dialog = make(Push("k", "float", ge=0), 0.5)
    assert dialog.field.input.typed() == "0.5"
    assert not dialog.accept_button.isEnabled()
    assert dialog.accept_button.toolTip() == "This is the value that is there"
    give(dialog, "0.75")
    assert dialog.accept_button.isEnabled()
    assert dialog.value() == "0.75"
    give(dialog, "-1")
    assert not dialog.accept_button.isEnabled()
    assert "at least 0" in dialog.field.fault.text()


def test_a_fault_tells_the_path_inside_the_value(make: Make) -> None:
    dialog = make(Push("k", "dict[str, list[int]]"), {"a": [1]})
    give(dialog, '{"a": [1, "x"]}')
    assert "['a']" in dialog.field.fault.text() or "'a'" in dialog.field.fault.text()
    give(dialog, '{"a": [1,, 2]}')
    assert "is no JSON in line 1, column 10" in dialog.field.fault.text()


def test_the_keys_up_and_down_count_in_the_last_place(make: Make) -> None:
    dialog = make(Push("k", "float"), 0.5)
    field = dialog.field.input
    assert isinstance(field, NumberInput)
    field.step(1)
    assert field.typed() == "0.6"
    field.set_typed("7")
    field.step(-10)
    assert field.typed() == "-3"


def test_a_secret_is_neither_shown_nor_seen_while_it_is_typed(make: Make) -> None:
    dialog = make(Push("k", "str", secret=True), "x")
    field = dialog.field.input
    assert isinstance(field, LineInput)
    assert (field.typed(), field.echoMode()) == ("", QLineEdit.EchoMode.Password)
    assert not dialog.accept_button.isEnabled()
    field.reveal.trigger()
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    give(dialog, "new")
    assert dialog.value() == '"new"'


def test_a_file_takes_the_place_of_an_array_if_it_is_of_that_kind(make: Make, tmp_path: Path) -> None:
    dialog = make(Push("k", "array"), None)
    give(dialog, str(tmp_path / "new.npy"))
    assert "there is no file" in dialog.field.fault.text()
    (tmp_path / "new.npy").touch()
    (tmp_path / "new.txt").touch()
    give(dialog, str(tmp_path / "new.txt"))
    assert "expected a file .npy" in dialog.field.fault.text()
    give(dialog, str(tmp_path / "new.npy"))
    assert dialog.value() == encode(str(tmp_path / "new.npy"))


def test_what_runs_anew_is_named_and_can_be_narrowed(make: Make, qtbot: QtBot) -> None:
    dialog = make(Push("k", "int"), 1)
    assert (dialog.rerun(), dialog.names.text()) == ("all", "2 tasks, where they have run: b, c")
    with qtbot.waitSignal(dialog.rerun_changed) as told:
        dialog.choices.button(1).setChecked(True)
    assert (dialog.rerun(), told.args) == ("direct", [["b"]])
    dialog.choices.button(2).setChecked(True)
    assert (dialog.rerun(), dialog.names.text()) == ("nothing", "")


def test_where_nobody_pulls_the_key_nothing_can_run_anew(make: Make) -> None:
    dialog = make(Push("k", "int"), 1, consumers=())
    assert dialog.rerun() == "nothing"
    assert dialog.choices.button(0).toolTip() == "No task pulls this key"


def test_an_edited_value_has_its_original_beside_it_and_a_way_back(make: Make, qtbot: QtBot) -> None:
    dialog = make(Push("k", "int"), 2, edit=Edit("int", "1", 5.0, "Mia"))
    assert not dialog.restore.isHidden()
    with qtbot.waitSignal(dialog.restore_asked):
        dialog.restore.click()
