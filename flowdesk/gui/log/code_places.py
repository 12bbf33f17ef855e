"""Places in source files that a log names: `File "etl.py", line 7` of a traceback, and `etl.py:7`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_PLACE = re.compile(
    r'File "(?P<file>[^"<>]+)", line (?P<line>\d+)'
    r"|(?P<path>(?:[\w.\-~]*/)*[\w.\-]+\.(?:py|toml|sh|sql|r|js|ts|yaml|yml|json)):(?P<number>\d+)\b"
)


class CodePlace(NamedTuple):
    """A place that a line of a log names, and where in the line it does."""

    start: int
    end: int
    file: str
    line: int


def code_places(text: str) -> list[CodePlace]:
    """The places that a line names, whether there is such a file or not."""
    if ".py" not in text and "File " not in text and ":" not in text:  # not said: Python
        return []
    return [
        CodePlace(*one.span(), one["file"] or one["path"], int(one["line"] or one["number"]))
        for one in _PLACE.finditer(text)
    ]


def find_file(file: str, folder: Path | None) -> Path | None:
    """The file, looked for in `folder` if its path does not begin at the root; None where it is not."""
    path = Path(file).expanduser()
    if not path.is_absolute():
        path = (folder or Path()) / path
    return path if path.is_file() else None
