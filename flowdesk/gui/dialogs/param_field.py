"""The field of one typed value: what it is typed into, with its help and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from flowdesk.gui.dialogs.inputs import (
    JSON_LINES,
    LINES,
    PLACES,
    BoxInput,
    ChoiceInput,
    FileInput,
    Input,
    LineInput,
    NumberInput,
    TextInput,
)
from flowdesk.gui.dialogs.tinted_label import TintedLabel
from flowdesk.gui.language import tr
from flowdesk.gui.typed_text import as_typed, fault_of, is_file, is_json

if TYPE_CHECKING:
    from flowdesk.plan.plan import Param

NUMBERS = frozenset({"int", "float", "Decimal"})


class ParamField(QWidget):
    """What a user gives for `param`, checked as it is typed. What is `roomy` has several lines for a text."""

    edited = Signal()

    def __init__(
        self, param: Param, parent: QWidget | None = None, *, hidden: bool = False, roomy: bool = False
    ) -> None:
        super().__init__(parent)
        self.param = param
        self.default = None if param.default is None else as_typed(param.default, param.type)
        self.title = QLabel(param.name, self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.title.setToolTip(param.name)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.kind = TintedLabel("text_dim", _kind_of(param), self)
        self.help = TintedLabel("text_dim", param.description or "", self)
        self.fault = TintedLabel("failed", "", self)
        self.input = self._made(is_hidden=hidden, is_roomy=roomy)
        self.input.setAccessibleName(param.name)
        self.input.setAccessibleDescription(param.description or "")
        self.input.changed.connect(self._on_input_changed)
        self.title.setBuddy(self.input)
        self._lay_out()
        self._is_touched = False
        self.check()

    def typed(self) -> str | None:
        """What is given, as it would be typed after `--param name=`; None: nothing, so the default holds."""
        text = self.input.typed()
        is_left = text == (self.default or "")
        if is_left and (self.default is not None or not isinstance(self.input, BoxInput)):
            return None
        return None if text == "" and self.param.type != "str" else text

    def whole(self) -> str | None:
        """What is given, the default if that is left; None: nothing."""
        text = self.input.typed()
        return None if text == "" and self.param.type != "str" else text

    def set_typed(self, text: str | None) -> None:
        """Let it hold a text as `typed` gives it; None: the default."""
        self.input.set_typed((self.default or "") if text is None else text)
        self.edited.emit()

    def check(self) -> bool:
        """Say what is wrong, once the user has been here; whether nothing is."""
        fault = fault_of(self.param, self.typed())
        self.fault.setText(f"⚠ {fault}" if fault and self._is_touched else "")
        self.fault.setVisible(bool(self.fault.text()))
        return not fault

    def _made(self, *, is_hidden: bool, is_roomy: bool) -> Input:
        type_, text = self.param.type, self.default or ""
        if self.param.choices:
            choices = [as_typed(choice, type_) for choice in self.param.choices]
            return ChoiceInput(choices, self.default, self)
        if type_ == "bool":
            return BoxInput(text, self)
        if is_file(type_):
            return FileInput(self)
        if not is_hidden and (is_json(type_) or (type_ == "str" and (is_roomy or "\n" in text))):
            lines = JSON_LINES if is_roomy and is_json(type_) else LINES
            return TextInput(text, self, is_json=is_json(type_), lines=lines)
        line = (NumberInput if type_ in NUMBERS else LineInput)(text, self, hidden=is_hidden)
        line.setPlaceholderText(PLACES.get(type_, "" if self.param.required else tr("none")))
        return line

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(4)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.title)
        head.addWidget(self.kind)
        layout.addLayout(head)
        row = QHBoxLayout()
        row.addWidget(self.input)
        if isinstance(self.input, (BoxInput, ChoiceInput)):  # the others take all the width there is
            row.addStretch()
        layout.addLayout(row)
        self.kind.setWordWrap(True)
        for label in (self.help, self.fault):
            label.setWordWrap(True)
            layout.addWidget(label)
        self.help.setVisible(bool(self.help.text()))

    def _on_input_changed(self) -> None:
        self._is_touched = True
        self.edited.emit()


def _kind_of(param: Param) -> str:
    """The type with its limits, and whether a value must be given."""
    limits = [
        f"{sign} {limit:g}"
        for sign, limit in (("≥", param.ge), (">", param.gt), ("≤", param.le), ("<", param.lt))
        if limit is not None
    ]
    needed = [tr("required")] if param.required and param.default is None else []
    return " · ".join([param.type, *limits, *needed])
