"""The field of one typed value: a check box, a choice or a line, with its help and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from flowdesk.gui.dialogs.tinted_label import TintedLabel
from flowdesk.gui.typed_text import as_typed, fault_of

if TYPE_CHECKING:
    from flowdesk.plan.plan import Param

CHOOSE = "Choose…"


class ParamField(QWidget):
    """What a user gives for `param`, checked as it is typed."""

    edited = Signal()

    def __init__(self, param: Param, parent: QWidget | None = None, *, hidden: bool = False) -> None:
        super().__init__(parent)
        self.param = param
        self.default = None if param.default is None else as_typed(param.default, param.type)
        self.title = QLabel(param.name, self)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.kind = TintedLabel("text_dim", _kind_of(param), self)
        self.help = TintedLabel("text_dim", param.description or "", self)
        self.fault = TintedLabel("failed", "", self)
        self.input = self._make_input(is_hidden=hidden)
        self.input.setAccessibleName(param.name)
        self.input.setAccessibleDescription(param.description or "")
        self.title.setBuddy(self.input)
        self._lay_out()
        self._is_touched = False
        self.check()

    def typed(self) -> str | None:
        """What is given, as it would be typed after `--param name=`; None: nothing, so the default holds."""
        text = self._text()
        is_left = text == (self.default or "")
        if is_left and (self.default is not None or not isinstance(self.input, QCheckBox)):
            return None
        return None if text == "" and self.param.type != "str" else text

    def check(self) -> bool:
        """Say what is wrong, once the user has been here; whether nothing is."""
        fault = fault_of(self.param, self.typed())
        self.fault.setText(f"⚠ {fault}" if fault and self._is_touched else "")
        self.fault.setVisible(bool(self.fault.text()))
        return not fault

    def _text(self) -> str:
        if isinstance(self.input, QCheckBox):
            return "true" if self.input.isChecked() else "false"
        if isinstance(self.input, QComboBox):
            return self.input.currentText() if self.input.currentIndex() >= 0 else ""
        return self.input.text() if isinstance(self.input, QLineEdit) else ""

    def _make_input(self, *, is_hidden: bool) -> QWidget:
        if self.param.choices:
            return self._make_choice(self.param.choices)
        if self.param.type == "bool":
            box = QCheckBox("yes", self)
            box.setChecked(self.default == "true")
            box.toggled.connect(self._on_input_edited)
            return box
        line = QLineEdit(self.default or "", self)
        if is_hidden:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setPlaceholderText("" if self.param.required else "none")
        line.textEdited.connect(self._on_input_edited)
        return line

    def _make_choice(self, choices: tuple[str, ...]) -> QComboBox:
        box = QComboBox(self)
        box.addItems([as_typed(choice, self.param.type) for choice in choices])
        box.setPlaceholderText(CHOOSE)
        box.setCurrentIndex(-1 if self.default is None else box.findText(self.default))
        box.currentIndexChanged.connect(self._on_input_edited)
        return box

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(4)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.title)
        head.addWidget(self.kind)
        layout.addLayout(head)
        layout.addWidget(self.input, alignment=_side(self.input))
        for label in (self.help, self.fault):
            label.setWordWrap(True)
            layout.addWidget(label)
        self.help.setVisible(bool(self.help.text()))

    def _on_input_edited(self) -> None:
        self._is_touched = True
        self.edited.emit()


def _side(field: QWidget) -> Qt.AlignmentFlag:
    """A line takes all the width there is, the others what they need."""
    return Qt.AlignmentFlag(0) if isinstance(field, QLineEdit) else Qt.AlignmentFlag.AlignLeft


def _kind_of(param: Param) -> str:
    """The type with its limits, and whether a value must be given."""
    limits = [
        f"{sign} {limit:g}"
        for sign, limit in (("≥", param.ge), (">", param.gt), ("≤", param.le), ("<", param.lt))
        if limit is not None
    ]
    needed = ["required"] if param.required and param.default is None else []
    return " · ".join([param.type, *limits, *needed])
