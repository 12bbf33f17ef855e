"""The grid of runs and tasks as it looks: what is in it, how far it is scrolled, and its painting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from flowdesk.gui.grid.drawing import Picture, draw, longest
from flowdesk.gui.grid.geometry import COLUMN, HEAD, Geometry
from flowdesk.gui.grid.tree import Tree
from flowdesk.gui.grid.words import words_of_cell, words_of_run
from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.gui.theme import theme_changes
from flowdesk.plan.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.gui.grid.cells import GridCells
    from flowdesk.gui.grid.tree import Row
    from flowdesk.store.rows import RunRow

LEAST_NAMES, MOST_NAMES = 70, 280
SHARE_OF_NAMES = 0.22  # of the width, until the user says otherwise
NOWHERE = (-1, -1)


class GridBoard(QAbstractScrollArea):
    """Shows `runs`, oldest first, by the rows of a tree, with what `cells` know."""

    seen_changed = Signal()
    """Other runs are seen."""

    end_reached = Signal()
    """Older runs than there are are scrolled to."""

    told = Signal(str)
    """What is under the pointer or walked to, in words."""

    def __init__(self, cells: GridCells, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = cells
        self.runs: list[RunRow] = []
        self.rows: list[Row] = []
        self.tree = Tree(Plan("", {}))
        self.folded: set[str] = set()
        self.run, self.task = "", ""
        self.picked: frozenset[str] = frozenset()
        self.names: int | None = None
        """How wide the user wants the names to be, in pixels."""
        self.hint = ""
        self.is_walking = False
        self._most = 1.0
        self._current = NOWHERE
        self._hovered = NOWHERE
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(tr("Runs and tasks as a grid"))
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        theme_changes().theme_changed.connect(self.viewport().update)

    def show_runs(self, runs: Sequence[RunRow]) -> None:
        """Show these runs, oldest first; what is seen stays where it is, seen from the newest run."""
        bar = self.horizontalScrollBar()
        was = self._run_at(self._current[1])
        behind = bar.maximum() - bar.value()
        self.runs = list(runs)
        self._most = longest(self.runs)
        self._current = (self._current[0], self._column_of(was))
        self._hovered = NOWHERE
        self._size()
        bar.setValue(bar.maximum() - behind)
        self.viewport().update()

    def show_tree(self, tree: Tree) -> None:
        """Show the rows of this tree."""
        was = self.rows[self._current[0]].id if 0 <= self._current[0] < len(self.rows) else ""
        self.tree = tree
        self.rows = tree.rows(self.folded)
        self._current = (self._row_of(was), self._current[1])
        self._hovered = NOWHERE
        self._size()
        self.viewport().update()

    def mark(self, run: str, task: str) -> None:
        """Mark what is shown elsewhere: a run and a task, "" for none."""
        if (run, task) == (self.run, self.task):
            return
        self.run, self.task = run, task
        if not self.is_walking:
            self._current = (self._row_of(task), self._column_of(run))
            self._reveal(self._current)
        self.viewport().update()

    def pick(self, runs: frozenset[str]) -> None:
        """Mark the runs that are picked for comparing."""
        self.picked = runs
        self.viewport().update()

    def refresh(self) -> None:
        """Look anew at what changes while a run goes on."""
        self._most = longest(self.runs)
        self.viewport().update()

    def fold(self, group: str, *, folded: bool) -> None:
        """Fold a group, or unfold it."""
        (self.folded.add if folded else self.folded.discard)(group)
        self.show_tree(self.tree)

    def fold_all(self, *, folded: bool) -> None:
        """Fold all groups, or unfold them."""
        self.folded = set(self.tree.groups) if folded else set()
        self.show_tree(self.tree)

    @property
    def place(self) -> Geometry:
        """Where everything is."""
        width = self.viewport().width()
        wanted = self.names or min(MOST_NAMES, max(2 * LEAST_NAMES, int(width * SHARE_OF_NAMES)))
        names = max(LEAST_NAMES, min(wanted, width - 3 * COLUMN))
        row = max(22, self.fontMetrics().height() + 6)
        scrolled = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        size = self.viewport().width(), self.viewport().height()
        return Geometry(names, row, *scrolled, *size, len(self.runs), len(self.rows))

    @property
    def seen_runs(self) -> list[RunRow]:
        """The runs that are seen, oldest first."""
        seen = self.place.seen_columns
        return self.runs[seen.start : seen.stop]

    @property
    def current(self) -> tuple[str, str]:
        """What the keys are at: a run, and a task or group; "" for none."""
        row, column = self._current
        return self._run_at(column), self.rows[row].id if 0 <= row < len(self.rows) else ""

    def words_at(self, row: int, column: int) -> list[str]:
        """What there is to say about a cell, or about a run where the row is -1."""
        if not 0 <= column < len(self.runs):
            return [self.rows[row].id] if 0 <= row < len(self.rows) else []
        run = self.runs[column]
        if row < 0:
            return words_of_run(run)
        cell = self.cells.cell(run.number, self.rows[row])
        return words_of_cell(self.rows[row], run, cell, is_known=self.cells.knows(run.number))

    def _run_at(self, column: int) -> str:
        return self.runs[column].id if 0 <= column < len(self.runs) else ""

    def _column_of(self, run: str) -> int:
        return next((column for column, row in enumerate(self.runs) if row.id == run), -1)

    def _row_of(self, name: str) -> int:
        return next((number for number, row in enumerate(self.rows) if row.id == name), -1)

    def _task_at(self, row: int) -> str:
        return self.rows[row].id if 0 <= row < len(self.rows) and not self.rows[row].is_group else ""

    def _size(self) -> None:
        place = self.place
        bars = (
            (self.horizontalScrollBar(), place.most_x, place.width - place.names, COLUMN),
            (self.verticalScrollBar(), place.most_y, place.height - HEAD, place.row),
        )
        for bar, most, page, single in bars:
            bar.setRange(0, most)
            bar.setPageStep(max(1, page))
            bar.setSingleStep(single)
        self.seen_changed.emit()

    def _reveal(self, cell: tuple[int, int]) -> None:
        place, (row, column) = self.place, cell
        if column >= 0:
            bar, left, room = self.horizontalScrollBar(), column * COLUMN, place.width - place.names
            bar.setValue(min(max(bar.value(), left + COLUMN - room), left))
        if row >= 0:
            bar, top, room = self.verticalScrollBar(), row * place.row, place.height - HEAD
            bar.setValue(min(max(bar.value(), top + place.row - room), top))

    def _tell(self, row: int, column: int) -> None:
        text = "  ·  ".join(self.words_at(row, column))
        self.setAccessibleDescription(text)
        self.told.emit(text)

    def _spot(self, at: QPointF) -> tuple[int, int]:
        row, column = self.place.row_at(at.y()), self.place.column_at(at.x())
        return (-1 if row is None else row, -1 if column is None else column)

    def _on_scrolled(self) -> None:
        self.viewport().update()
        self.seen_changed.emit()
        if self.place.seen_columns.start == 0:
            self.end_reached.emit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(2 * LEAST_NAMES + 12 * COLUMN, HEAD + 8 * 22)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = Picture(
            self.place,
            self.runs,
            self.rows,
            self.cells,
            self.folded,
            self.run,
            self.task,
            self.picked,
            self._current,
            self._hovered,
            self.hasFocus(),
            self._most,
        )
        draw(painter, seen)
        if not self.runs and self.hint:
            painter.setPen(self.palette().placeholderText().color())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(16, 8, -16, -8), flags, self.hint)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        bar = self.horizontalScrollBar()
        behind = bar.maximum() - bar.value()
        self._size()
        bar.setValue(bar.maximum() - behind)
