"""The window's words in the user's language: English in the code, others from catalogues in `assets/i18n/`.

Sentences that come from below the window (problems, refusals, reasons) stay as they were written.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "flowdesk"


def tr(text: str) -> str:
    """Say a literal in the language of the window; its `{names}` are filled in afterwards."""
    return QCoreApplication.translate(CONTEXT, text)


def mark(text: str) -> str:
    """Give a literal back as it is: one that catalogues are to know, translated by `tr` where it is shown."""
    return text
