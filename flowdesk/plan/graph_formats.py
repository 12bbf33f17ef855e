"""What a graph can be written as, and what a file's name says of that."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath


class GraphFormat(StrEnum):
    """Pictures, and texts that other programs make pictures of."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    MERMAID = "mermaid"
    DOT = "dot"

    @property
    def is_text(self) -> bool:
        """Whether it is made of the plan alone, without drawing."""
        return self in (GraphFormat.MERMAID, GraphFormat.DOT)

    @property
    def suffix(self) -> str:
        """How a file of it ends: ".svg"."""
        return ".mmd" if self is GraphFormat.MERMAID else f".{self.value}"


_SUFFIXES = {
    **{form.suffix: form for form in GraphFormat},
    ".mermaid": GraphFormat.MERMAID,
    ".gv": GraphFormat.DOT,
}


def format_of(path: PurePath | str) -> GraphFormat | None:
    """What a file of this name is to be; None where its ending says nothing."""
    return _SUFFIXES.get(PurePath(path).suffix.lower())
