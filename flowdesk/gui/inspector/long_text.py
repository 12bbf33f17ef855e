"""A text in a file, read piece by piece."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from flowdesk.gui.language import tr
from flowdesk.xcom.stored import readable

if TYPE_CHECKING:
    from pathlib import Path

PIECE = 128 << 10
"""Bytes of a text that are shown at first, and by each wish for more."""


class LongText:
    """Reads the file at `path` of `size` bytes from its beginning; for one thread at a time."""

    def __init__(self, path: Path, size: int) -> None:
        self.path = path
        self.size = size
        self.read_so_far = 0
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def more(self) -> str:
        """The next piece; "" at the end."""
        with self.path.open("rb") as file:
            file.seek(self.read_so_far)
            data = file.read(PIECE)
        self.read_so_far += len(data)
        return self._decoder.decode(data, final=self.is_over)

    @property
    def is_over(self) -> bool:
        """Whether all of it was read."""
        return self.read_so_far >= self.size

    @property
    def told(self) -> str:
        """How much of it was read: "the first 128.0 KiB of 1.0 GiB"."""
        return tr("the first {part} of {whole}").format(
            part=readable(self.read_so_far), whole=readable(self.size)
        )


def hex_lines(data: bytes) -> str:
    """Bytes as people look at them: an offset, sixteen bytes, and what of them is a letter."""
    lines = []
    for start in range(0, len(data), 16):
        row = data[start : start + 16]
        letters = "".join(chr(byte) if 32 <= byte < 127 else "." for byte in row)  # noqa: PLR2004 - printable ASCII
        lines.append(f"{start:08x}  {row.hex(' '):<47}  {letters}")
    return "\n".join(lines)
