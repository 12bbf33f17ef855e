"""Writes moving pictures as animated PNGs: what Qt has encoded, put together anew.

Of each picture only what differs from the one before is kept (https://www.w3.org/TR/png-3/, 11.3.6).
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QImage, QImageWriter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Pixels = np.ndarray[Any, np.dtype[np.uint8]]
SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Animation:
    """Pictures of one size, each shown for so many milliseconds."""

    def __init__(self) -> None:
        self._last: Pixels | None = None
        self._frames: list[tuple[QRect, QImage, int]] = []  # encoded at the end: that takes its time

    def add(self, image: QImage, milliseconds: int) -> None:
        """Show a picture; one that is as the one before lets that stand longer."""
        pixels = pixels_of(image)
        rect = image.rect() if self._last is None else changed(self._last, pixels)
        if rect.isEmpty():
            before, part, time = self._frames[-1]
            self._frames[-1] = before, part, time + milliseconds
            return
        self._frames.append((rect, new_part(self._last, pixels, rect), milliseconds))
        self._last = pixels

    def save(self, path: Path) -> None:
        """Write all of them, to be shown again and again."""
        parts: list[bytes] = []
        number = 0
        for rect, part, time in self._frames:
            chunks = list(chunks_of(part))
            if not parts:
                count = struct.pack(">II", len(self._frames), 0)
                parts = [SIGNATURE, packed(b"IHDR", chunks[0][1]), packed(b"acTL", count)]
            parts.append(packed(b"fcTL", control(number, rect, time)))
            for data in (data for kind, data in chunks if kind == b"IDAT"):
                if part is self._frames[0][1]:
                    parts.append(packed(b"IDAT", data))
                else:
                    number += 1
                    parts.append(packed(b"fdAT", struct.pack(">I", number) + data))
            number += 1
        path.write_bytes(b"".join([*parts, packed(b"IEND", b"")]))


def control(number: int, rect: QRect, milliseconds: int) -> bytes:
    """Where the next picture lies, and how long it is shown; it is laid over what was there."""
    place = rect.width(), rect.height(), rect.x(), rect.y()
    return struct.pack(">IIIIIHHBB", number, *place, min(milliseconds, 65_535), 1000, 0, 1)


def packed(kind: bytes, data: bytes) -> bytes:
    """A chunk as it stands in a file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def chunks_of(image: QImage) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of an image that Qt encodes, as small as it can."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    text, at = bytes(data.data()), len(SIGNATURE)
    while at < len(text):
        (length,) = struct.unpack_from(">I", text, at)
        yield text[at + 4 : at + 8], text[at + 8 : at + 8 + length]
        at += 12 + length


def pixels_of(image: QImage) -> Pixels:
    """The pixels of an image: height x width x (red, green, blue, opacity)."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.width(), 4).copy()


def changed(one: Pixels, other: Pixels) -> QRect:
    """The smallest part that holds all in which two pictures of the same size differ."""
    differs = (one != other).any(axis=2)
    if not differs.any():
        return QRect()
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    width, height = columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1
    return QRect(int(columns[0]), int(rows[0]), int(width), int(height))


def new_part(one: Pixels | None, other: Pixels, rect: QRect) -> QImage:
    """A part of a picture; what of it is as it was before is left out, so that it packs to almost nothing."""
    place = slice(rect.top(), rect.bottom() + 1), slice(rect.left(), rect.right() + 1)
    part = other[place].copy()
    if one is not None:
        part[(one[place] == part).all(axis=2)] = 0
    made = QImage(
        part.tobytes(), rect.width(), rect.height(), 4 * rect.width(), QImage.Format.Format_RGBA8888
    )
    return made.copy()  # that owns its pixels
