"""Opens a file in the user's own editor, at a line where the editor can be told one.

`$VISUAL` and `$EDITOR` are obeyed if they name an editor with a window of its own: one that needs a
terminal would wait there unseen. Else the desktop decides.
"""

from __future__ import annotations

import os
import shlex
import shutil
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from flowdesk.gui.language import tr

_TERMINAL = frozenset(
    {"vi", "vim", "nvim", "view", "nano", "pico", "micro", "helix", "hx", "joe", "ne", "ed", "mcedit", "kak"}
)
_WITH_LINE = {
    "code": ("--goto", "{file}:{line}"),
    "codium": ("--goto", "{file}:{line}"),
    "cursor": ("--goto", "{file}:{line}"),
    "subl": ("{file}:{line}",),
    "zed": ("{file}:{line}",),
    "kate": ("--line", "{line}", "{file}"),
    "gedit": ("+{line}", "{file}"),
    "gnome-text-editor": ("+{line}", "{file}"),
    "gvim": ("+{line}", "{file}"),
    "emacs": ("+{line}", "{file}"),
    "emacsclient": ("+{line}", "{file}"),
    "pycharm": ("--line", "{line}", "{file}"),
}
"""How editors want to be told the line, by the name of their command."""


def open_in_editor(file: str, line: int) -> str:
    """Open `file` at `line` (from 1). Returns why not, as a sentence; "" if something was started."""
    command = chosen_editor()
    if command and QProcess.startDetached(command[0], [*command[1:], *_arguments(command[0], file, line)])[0]:
        return ""
    if QDesktopServices.openUrl(QUrl.fromLocalFile(file)):
        return ""
    return tr("No editor could be opened for {name}. Set $VISUAL to the one that you like.").format(
        name=Path(file).name
    )


def chosen_editor() -> list[str]:
    """The command of the editor that the user's environment names, if it has a window; else nothing."""
    for variable in ("VISUAL", "EDITOR"):
        try:
            command = shlex.split(os.environ.get(variable, ""))
        except ValueError:  # a quote that is not closed
            continue
        is_terminal = command and (Path(command[0]).name in _TERMINAL or {"-nw", "-t"} & set(command))
        if command and not is_terminal and shutil.which(command[0]):
            return command
    return []


def _arguments(command: str, file: str, line: int) -> list[str]:
    forms = _WITH_LINE.get(Path(command).name, ("{file}",))
    return [form.format(file=file, line=line) for form in forms]
