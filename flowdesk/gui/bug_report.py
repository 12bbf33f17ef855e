"""What is reported of a bug of ours: where it happened and on what, and nothing that belongs to the user.

The words of an exception may hold a value, a path or a secret; so what stands in quotes in them, and long
runs of letters, are left out, and the user's home is written as ~. Of files that are not part of a program
only the ending is told. Lines of code are kept. What else the words hold nobody can tell, so the
dialog asks to look the report over.
"""

from __future__ import annotations

import re
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.gui.versions import versions_text

if TYPE_CHECKING:
    from types import TracebackType

_QUOTED = re.compile(r"""'[^'\n]*'|"[^"\n]*"|\S{60,}""")
_PLACE = re.compile(r'^  File "([^"]*)"')
_PROGRAM = ("/flowdesk/", "/site-packages/", f"{sys.prefix}/", f"{sys.base_prefix}/", "<")
MOST = 400  # characters of an exception's words


def trace_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """The traceback with what belongs to the user left out."""
    lines = "".join(traceback.format_exception(kind, error, trace)).splitlines()
    told = [
        _PLACE.sub(_told_place, line) if _is_ours(line) else _QUOTED.sub("'…'", line)[:MOST] for line in lines
    ]
    return "\n".join(told).replace(str(Path.home()), "~") + "\n"


def _told_place(place: re.Match[str]) -> str:
    path = place.group(1)
    is_program = any(part in path for part in _PROGRAM)
    return place.group() if is_program else place.group().replace(path, f"…{Path(path).suffix}")


def report(trace: str, open_now: str) -> str:
    """The whole report: versions, what was open (in numbers, without names), and the traceback."""
    return "\n\n".join(part for part in (versions_text(), open_now, trace) if part)


def _is_ours(line: str) -> bool:
    """Whether a line of a traceback is a place in code or a line of it: those are indented."""
    return line.startswith(("  ", "Traceback ("))
