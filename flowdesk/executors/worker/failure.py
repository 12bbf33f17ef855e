"""A task's exception as its author wants to see it: a traceback without our frames, and one sentence."""

from __future__ import annotations

import contextlib
import importlib
import inspect
import os
import traceback
from pathlib import Path

from flowdesk.executors.worker.note import note, write
from flowdesk.executors.worker.refused import Refused

OURS = f"{Path(__file__).resolve().parent.parent}{os.sep}"
BETWEEN = {importlib.__file__, contextlib.__file__}
"""Files of Python's own that lie between what is ours and what is the user's."""

LONGEST = 500
UNSAID = {"MemoryError": "out of memory"}
"""What an exception means that comes without a word."""


def show(error: BaseException) -> None:
    """Write the traceback to stderr, that is, to the try's log."""
    report = traceback.TracebackException.from_exception(error)
    _cut(report)
    if not report.stack and isinstance(error, Refused):
        note(str(error))
        return
    write("".join(report.format()))


def show_whole(error: BaseException) -> None:
    """Write the traceback as it is: for what is wrong on our side."""
    write("".join(traceback.format_exception(type(error), error, error.__traceback__)))


def sentence(error: BaseException) -> str:
    """The exception in one line: "ValueError: no data (xcom.py, line 12)"."""
    name = "" if isinstance(error, Refused) else type(error).__name__
    first = told(error).strip().partition("\n")[0] or UNSAID.get(name, "")
    text = ": ".join(filter(None, (name, first)))
    text = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    at = place(error)
    return f"{text} ({at})" if at else text


def told(value: object) -> str:
    """The value as text, also where its own `__str__` fails."""
    try:
        return str(value)
    except Exception:  # noqa: BLE001 - somebody else's code
        return "its text cannot be told"


def place(error: BaseException) -> str | None:
    """The user's line where it was raised: "xcom.py, line 12"; None where no line of it is the user's."""
    if isinstance(error, SyntaxError):  # it says itself where it is
        return None
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if not _is_ours(frame)]
    return f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else None


def definition(function: object) -> str | None:
    """Where a function begins, in the words of `place`; None where its code does not tell."""
    code = getattr(inspect.unwrap(function), "__code__", None)  # type: ignore[arg-type]  # any object will do
    return f"{Path(code.co_filename).name}, line {code.co_firstlineno}" if code else None


def _cut(report: traceback.TracebackException) -> None:
    reports, seen = [report], {id(report)}
    for one in reports:  # grows while it is walked: a chain may be longer than Python recurses
        one.stack[:] = [frame for frame in one.stack if not _is_ours(frame)]
        others = (one.__cause__, one.__context__, *(getattr(one, "exceptions", None) or ()))
        new = [other for other in others if other is not None and id(other) not in seen]
        seen.update(map(id, new))
        reports += new


def _is_ours(frame: traceback.FrameSummary) -> bool:
    return frame.filename.startswith((OURS, "<frozen importlib")) or frame.filename in BETWEEN
