"""What a pill says of a value, shortened by its type: "0.873", "[3 items]", "2.1 MiB file". Without Qt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flowdesk.gui.language import tr

if TYPE_CHECKING:
    from flowdesk.plan.run_view import ValueView

MOST = 24
"""Characters; a pill has room for about half of them, and cuts off by pixels what is too long."""

TIMES = "\N{MULTIPLICATION SIGN}"
_CONTAINER = re.compile(r"[\[({][\d,]+ (?:items?|keys?)[\])}]")
_TABLE = re.compile(r"table ([\d,]+) rows x (\d+) columns")
_ARRAY = re.compile(r"array \S+ \[([^\]]*)\]")
_SIZE = re.compile(r"([\d,.]+ (?:B|KiB|MiB|GiB|TiB))$")
_FILES = frozenset({"file", "directory"})
_WHOLE = 10_000  # so many bytes of text are never a short one


def value_words(value: ValueView) -> str:
    """A value in a few characters; a secret one as dots."""
    if value.is_secret:
        return "••••••"
    if found := _CONTAINER.match(value.preview):
        return found[0]
    if value.type == "str":
        return _quoted(value.preview, is_whole=value.size < _WHOLE)
    if value.type == "float":
        return _rounded(value.preview)
    return _of_file(value) or value.preview[: MOST + 1]


def _quoted(text: str, *, is_whole: bool) -> str:
    room = MOST - 2
    return f"«{text}»" if is_whole and len(text) <= room else f"«{text[: room - 1].rstrip('…')}…»"


def _rounded(preview: str) -> str:
    """A float with four digits that count; what is none ("nan") as it is."""
    try:
        return f"{float(preview):.4g}"
    except ValueError:
        return preview


def _of_file(value: ValueView) -> str:
    """What is kept in a file of its own: by its shape, or by its size."""
    if found := _TABLE.match(value.preview):
        return tr("{shape} table").format(shape=f"{found[1]}{TIMES}{found[2]}")
    if found := _ARRAY.match(value.preview):
        return tr("{shape} array").format(shape=found[1].replace(" x ", TIMES) or tr("scalar"))
    found = _SIZE.search(value.preview)
    return f"{found[1]} {value.type}" if found and value.type in _FILES else ""
