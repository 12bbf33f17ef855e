"""Draws one graph in a process of its own, so that a window goes on meanwhile: `python -m` this.

The job comes in by standard input, up to its end, and the picture goes out by standard output. Where there
is none the exit code is 1, and a sentence on standard error says why.
"""

from __future__ import annotations

import os
import sys

from flowdesk.errors import FlowdeskError


def main() -> int:
    """Draw what is asked for."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded: else it looks for a display
    from PySide6.QtWidgets import QApplication

    from flowdesk.gui.export.export import export
    from flowdesk.gui.export.job import from_text
    from flowdesk.gui.language import use_language

    job = from_text(sys.stdin.buffer.read().decode())
    app = QApplication(["flowdesk"])
    use_language(app, job.language)
    try:
        drawn = export(job.plan, job.view, job.form, job.looks)
    except FlowdeskError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.buffer.write(drawn)
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    code = main()
    os._exit(code)  # ten thousand cards take long to be taken down, and nothing of them is to be kept
