"""A line of a file laid out in the terminal's cells: tabs, wide characters, and what is seen of it."""

from __future__ import annotations

from flowdesk.cli.terminal import TAB, cells_of, printable


class Laid:
    """A line laid out in cells: what is shown, and where each character begins."""

    def __init__(self, line: str) -> None:
        shown_characters: list[str] = []
        self.offsets: list[int] = []
        at = 0
        for character in line:
            self.offsets.append(at)
            piece = " " * (TAB - at % TAB) if character == "\t" else printable(character)
            shown_characters.append(piece)
            at += sum(map(cells_of, piece))
        self.offsets.append(at)
        self.pieces = shown_characters
        self.width = at

    def span(self, column: int, end_column: int) -> tuple[int, int]:
        """Return the cells from a column to another (from 1, exclusive): one cell at the least."""
        last = len(self.offsets) - 1
        start = self.offsets[min(max(column - 1, 0), last)]
        end = self.offsets[min(max(end_column - 1, 0), last)]
        return start, max(end, start + 1)

    def cut(self, shift: int, room: int | None) -> str:
        """Return what is seen of the line in `room` cells after `shift`, marked where some is left out."""
        if room is None or (not shift and self.width <= room):
            return "".join(self.pieces)
        end = shift + room
        seen = [
            piece
            for piece, offset in zip(self.pieces, self.offsets, strict=False)
            if offset >= shift + (1 if shift else 0) and offset + sum(map(cells_of, piece)) <= end - 1
        ]
        first = next((o for o in self.offsets if o >= shift + 1), 0)
        left = "…" + " " * (first - shift - 1) if shift and self.width > shift else ""
        return left + "".join(seen) + ("…" if self.width > end - 1 else "")
