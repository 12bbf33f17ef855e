"""What there is to show of a value, one class for each way of showing it. Nothing here is a widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from flowdesk.gui.inspector.array_summary import ArraySummary
    from flowdesk.gui.inspector.arrow_rows import ArrowRows
    from flowdesk.gui.inspector.json_text import JsonText, Page, Part
    from flowdesk.gui.inspector.long_text import LongText


@dataclass(frozen=True, slots=True)
class Scalar:
    """A number, a moment, a truth: something that is read at a glance."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A text, or the beginning of one: `source` has the rest. Code is set in a monospaced font."""

    text: str
    source: LongText | None = None
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class Tree:
    """A value with parts, of which the first page is read."""

    json: JsonText
    whole: Part
    first: Page
    is_small: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table of which rows are read as they are looked at."""

    rows: ArrowRows


@dataclass(frozen=True, slots=True)
class Array:
    """An array by what it holds, and as a picture or a line where it has the shape for it."""

    summary: ArraySummary


@dataclass(frozen=True, slots=True)
class Picture:
    """An image, made smaller where it is larger than any screen; `width` and `height` are its own."""

    image: QImage
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Outline:
    """What a reference tells of a value that cannot be read here, and why it cannot."""

    facts: tuple[tuple[str, str], ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing can be shown, and the sentence says why."""

    sentence: str


Content = Scalar | Words | Tree | Table | Array | Picture | Outline | Nothing
