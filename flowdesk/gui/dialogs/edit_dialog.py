"""The form in which the value of a key is edited: what it is, what it becomes, and what runs anew for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from flowdesk.gui.dialogs.inputs import LineInput, TextInput
from flowdesk.gui.dialogs.param_field import ParamField
from flowdesk.gui.dialogs.tinted_label import TintedLabel
from flowdesk.gui.language import plural, tr
from flowdesk.gui.times import moment_text
from flowdesk.gui.typed_text import as_params, editable, value_of
from flowdesk.xcom.preview import preview
from flowdesk.xcom.stored import readable, reference

if TYPE_CHECKING:
    from flowdesk.plan.plan import Push
    from flowdesk.store.rows import ValueRow

WIDTH = 520  # pixels
SHOWN = 600  # characters of a value
NAMES_HEIGHT, MARGINS = 72, 64  # pixels

ALL, DIRECT, NOTHING = "all", "direct", "nothing"


class EditForm(NamedTuple):
    """A value with the declaration of its key; `consumers` run anew, of which `direct` pull it themselves."""

    row: ValueRow
    push: Push
    consumers: list[str]
    direct: list[str]


class EditDialog(QDialog):
    """Can be accepted once the value is another one, and one that fits; is gone once it is closed."""

    rerun_changed = Signal(object)
    """The names (list[str]) of what runs anew by what is chosen now."""
    restore_asked = Signal()

    def __init__(self, form: EditForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Edit {key} of {name}").format(key=form.row.key, name=form.row.name))
        self._before = editable(form.row, form.push)
        self.field = self._made_field()
        self.choices = self._made_choices()
        self.names = QLabel(self)
        self.kept = TintedLabel("text_dim", _kept(form.row), self)
        self.kept.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.accept_button = self.buttons.addButton(tr("Edit"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setDefault(True)
        self.restore = self.buttons.addButton(tr("&Restore…"), QDialogButtonBox.ButtonRole.ResetRole)
        self.restore.setToolTip(tr("Put what the task pushed in its own place again"))
        self.restore.setVisible(form.row.is_edited)
        self._lay_out()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.restore.clicked.connect(self._on_restore_clicked)
        self.field.edited.connect(self._on_field_edited)
        self.choices.idToggled.connect(self._on_choices_toggled)
        self._on_field_edited()
        self.field.input.setFocus()

    def value(self) -> str:
        """The value as JSON text. Only once the dialog could be accepted."""
        return value_of(self.field.param, self.field.whole() or "")

    def rerun(self) -> str:
        """What is to run anew, as the engine's request has it."""
        return (ALL, DIRECT, NOTHING)[max(0, self.choices.checkedId())]

    def _made_field(self) -> ParamField:
        (param,) = as_params([self.form.push])
        field = ParamField(param._replace(required=False), self, hidden=self.form.push.secret, roomy=True)
        if self._before is None and isinstance(field.input, (LineInput, TextInput)):
            field.input.setPlaceholderText(tr("Another value"))
        if self._before is not None:
            field.set_typed(self._before)
        return field

    def _made_choices(self) -> QButtonGroup:
        form, group = self.form, QButtonGroup(self)
        texts = [
            tr("Run anew all that its value goes into"),
            tr("Run anew only what pulls it itself"),
            tr("Run nothing anew: what starts from now on gets it"),
        ]
        for number, text in enumerate(texts):
            group.addButton(QRadioButton(text, self), number)
        group.button(1).setVisible(form.direct != form.consumers)
        group.button(0 if form.consumers else 2).setChecked(True)
        group.button(0).setEnabled(bool(form.consumers))
        if not form.consumers:
            group.button(0).setToolTip(tr("No task pulls this key"))
        return group

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addLayout(self._facts())
        layout.addWidget(self.field)
        for button in self.choices.buttons():
            layout.addWidget(button)
        self.names.setTextFormat(Qt.TextFormat.PlainText)
        self.names.setWordWrap(True)
        self.names.setContentsMargins(22, 0, 0, 0)
        self.names.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = QScrollArea(self)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(self.names)
        self._on_choices_toggled()
        lines = self.names.heightForWidth(WIDTH - MARGINS)
        area.setFixedHeight(min(NAMES_HEIGHT, max(lines, self.fontMetrics().height())))
        area.setVisible(bool(self.form.consumers))
        layout.addWidget(area)
        layout.addWidget(self.kept)
        layout.addStretch()
        layout.addWidget(self.buttons)
        self.resize(WIDTH, layout.totalHeightForWidth(WIDTH))

    def _facts(self) -> QFormLayout:
        """Lines that tell of the value: whose it is, what was pushed, and what stands there now."""
        facts, row = QFormLayout(), self.form.row
        facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        facts.setHorizontalSpacing(14)
        told = tr("{name}, try {number}").format(name=row.name, number=row.try_number)
        lines = [(tr("Task"), told)]
        if row.edit is None:
            lines.append((tr("Pushed"), _shown(row.value)))
        else:
            edit = row.edit
            lines.append((tr("Original"), _shown(edit.original)))
            lines.append((tr("In use"), _shown(row.value)))
            about = tr("{moment}, by {user}").format(moment=moment_text(edit.edited_at), user=edit.by)
            lines.append((tr("Edited"), about))
        for title, text in lines:
            label = QLabel(text, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            facts.addRow(TintedLabel("text_dim", title, self), label)
        return facts

    def _meant(self) -> list[str]:
        return {ALL: self.form.consumers, DIRECT: self.form.direct, NOTHING: []}[self.rerun()]

    def _on_choices_toggled(self) -> None:
        names = self._meant()
        count = plural("1 task, if it has run:", "{n} tasks, where they have run:", len(names))
        self.names.setText(f"{count} {', '.join(names)}" if names else "")
        self.rerun_changed.emit(names)

    def _on_field_edited(self) -> None:
        text = self.field.whole()
        is_left = self._before is None and not text
        fits = self.field.check() and text is not None and not is_left
        is_same = text is not None and text == self._before
        self.accept_button.setEnabled(fits and not is_same)
        why = tr("This is the value that is there") if is_same else tr("The value does not fit yet")
        self.accept_button.setToolTip("" if fits and not is_same else why)
        self._grow()

    def _grow(self) -> None:
        """Make room for what is said of a value that does not fit."""
        layout = self.layout()
        if layout is not None and (needed := layout.totalHeightForWidth(self.width())) > self.height():
            self.resize(self.width(), needed)

    def _on_restore_clicked(self) -> None:
        self.reject()
        self.restore_asked.emit()


def _shown(text: str) -> str:
    stored = reference(text)
    if stored is not None:
        return f"{preview(text, SHOWN)} ({readable(stored.size)})"
    return preview(text, SHOWN)


def _kept(row: ValueRow) -> str:
    told = tr(
        "What the task pushed is kept, and can be restored. Earlier tries of what runs anew are kept too."
    )
    stored = None if row.secret else reference(row.value)
    if stored is None:
        return told
    return told + " " + tr("The value is kept as a file; its place is taken by what you give here.")
