"""Whether each value that a template puts into shell text stands where it can be data.

Read as it is for a run, with the values left out, but for what only a run can tell: the text of a template
with statements (`{% if … %}`) or with `raw`, which is shell text itself, is looked at there.
"""

from __future__ import annotations

from flowdesk.plan.jinja_text import tokens_of
from flowdesk.plan.shell_code import read_shell
from flowdesk.plan.shell_text import HOLE, Unquotable

_LEFT_TO_THE_RUN = frozenset({"block_begin", "raw_begin", "linestatement_begin"})


def unquotable(text: str) -> tuple[str, int] | None:
    """Why a value of a template that Jinja can read cannot be quoted for its place, and where; None: all can.

    Where, in characters from 0, is that of the first one that cannot.
    """
    tokens = tokens_of(text)
    if any(kind in _LEFT_TO_THE_RUN or (kind, word) == ("name", "raw") for _, kind, word in tokens):
        return None
    shell, begins = _with_holes(tokens)
    for count, begin in enumerate(begins, 1):
        try:
            read_shell(_first(shell, count))
        except Unquotable as why:
            return str(why), begin
    return None


def _with_holes(tokens: list[tuple[int, str, str]]) -> tuple[str, list[int]]:
    parts: list[str] = []
    begins: list[int] = []
    for offset, kind, word in tokens:
        if kind == "data":
            parts.append(word)
        elif kind == "variable_begin":
            parts.append(HOLE)
            begins.append(offset)
    return "".join(parts), begins


def _first(shell: str, count: int) -> str:
    """The text with its first values left out, and a word in the place of the others."""
    before = shell.split(HOLE)
    return HOLE.join(before[: count + 1]) + "".join(f"x{part}" for part in before[count + 1 :])
