"""The window's border: what becomes of an exception that nobody expected, in whichever thread it was."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from flowdesk.gui.bug_dialog import BugDialog


class BugBorder(QObject):
    """Shows unexpected exceptions, of any thread, one dialog at a time.

    `open_now` says in a line, without names, what is open in the window; it is asked in its thread.
    """

    _bug_met = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dialog: BugDialog | None = None
        self.open_now: Callable[[], str] | None = None
        self._bug_met.connect(self._on_bug_met)

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take an exception over from `sys.excepthook`. Ctrl-C is none of ours."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        import traceback

        from flowdesk.gui.bug_report import trace_of

        sys.stderr.write("".join(traceback.format_exception(kind, error, trace)))
        self._bug_met.emit(trace_of(kind, error, trace))

    def _on_bug_met(self, trace: str) -> None:
        from flowdesk.gui.bug_dialog import BugDialog
        from flowdesk.gui.bug_report import report

        if self.dialog is None:
            self.dialog = BugDialog(report(trace, self.open_now() if self.open_now else ""))
            self.dialog.destroyed.connect(self._on_dialog_destroyed)
            self.dialog.open()

    def _on_dialog_destroyed(self) -> None:
        self.dialog = None
