"""A form for typed values: the params of a run, or what a task that is marked would have pushed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from flowdesk.gui.dialogs.param_field import ParamField
from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.gui.typed_text import value_of

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from flowdesk.gui.dialogs.remembered import Remembered
    from flowdesk.plan.plan import Param

WIDTH, MOST_HEIGHT = 460, 620  # pixels
ROOM = 88  # pixels for the margins and the buttons
SHARE = 0.85  # of the screen


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked for. `verb` is on the button that accepts; values of `secret` names are not seen.

    With `remembered`, it begins with what was typed last.
    """

    title: str
    intro: str
    params: tuple[Param, ...]
    verb: str
    secret: frozenset[str] = frozenset()
    remembered: Remembered | None = None


class ValuesDialog(QDialog):
    """Can be accepted once every field holds what it should; is gone once it is closed."""

    def __init__(self, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(form.title)
        self.fields = [ParamField(param, self, hidden=param.name in form.secret) for param in form.params]
        self._column = QWidget()
        self.intro = QLabel(form.intro, self)
        self.intro.setTextFormat(Qt.TextFormat.PlainText)
        self.intro.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.accept_button = buttons.addButton(form.verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setDefault(True)
        self.as_last, self.defaults = self._add_resets(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addWidget(self.intro)
        layout.addWidget(self._scrolled())
        layout.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for field in self.fields:
            field.edited.connect(self._on_field_edited)
        self._on_as_last_clicked()
        self._on_field_edited()

    def typed(self) -> dict[str, str]:
        """What was given, by name, as it would be typed; without what is left at its default."""
        return {field.param.name: text for field in self.fields if (text := field.typed()) is not None}

    def values(self) -> dict[str, str]:
        """What was given, by name, as JSON texts. Only once the dialog could be accepted."""
        params = {field.param.name: field.param for field in self.fields}
        return {name: value_of(params[name], text) for name, text in self.typed().items()}

    def remember(self) -> None:
        """Keep what was typed for the next time."""
        if self._form.remembered is not None:
            secret = self._form.secret
            self._form.remembered.keep({name: t for name, t in self.typed().items() if name not in secret})

    def _add_resets(self, buttons: QDialogButtonBox) -> tuple[QPushButton, QPushButton]:
        role = QDialogButtonBox.ButtonRole.ResetRole
        as_last = buttons.addButton(tr("As &last time"), role)
        defaults = buttons.addButton(tr("&Defaults"), role)
        as_last.setToolTip(tr("Fill in what was typed the last time"))
        defaults.setToolTip(tr("Fill in what the file says"))
        as_last.setVisible(bool(self._form.remembered and self._form.remembered.last()))
        defaults.setVisible(self._form.remembered is not None)
        as_last.clicked.connect(self._on_as_last_clicked)
        defaults.clicked.connect(self._on_defaults_clicked)
        return as_last, defaults

    def _scrolled(self) -> QScrollArea:
        inner = self._column
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for field in self.fields:
            column.addWidget(field)
        column.addStretch()
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _on_as_last_clicked(self) -> None:
        last = self._form.remembered.last() if self._form.remembered else {}
        for field in self.fields:
            if field.param.name in last:
                field.set_typed(last[field.param.name])

    def _on_defaults_clicked(self) -> None:
        for field in self.fields:
            field.set_typed(None)

    def _on_field_edited(self) -> None:
        wrong = [field.param.name for field in self.fields if not field.check()]
        self.accept_button.setEnabled(not wrong)
        told = tr("First mend: {names}").format(names=", ".join(wrong))
        self.accept_button.setToolTip(told if wrong else "")

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # A scroll area asks for little; the form is shown whole as long as it is no taller than a screen.
        rows = self._column.sizeHint().height()
        most = min(MOST_HEIGHT, round(self.screen().availableGeometry().height() * SHARE))
        self.resize(WIDTH, min(most, rows + self.intro.heightForWidth(WIDTH) + ROOM))
        super().showEvent(event)
        lacking = next((field for field in self.fields if not field.check()), self.fields[0])
        lacking.input.setFocus()
