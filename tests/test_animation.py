"""A moving picture holds each picture once, as small as what differs."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from tests.animation import Animation, changed, new_part, pixels_of

if TYPE_CHECKING:
    from pathlib import Path


def picture(*dots: tuple[int, int]) -> QImage:
    """A white picture of 20 x 10 with red dots."""
    image = QImage(20, 10, QImage.Format.Format_RGB888)
    image.fill(QColor("white"))
    for x, y in dots:
        image.setPixelColor(x, y, QColor("red"))
    return image


def test_what_differs_is_found_to_the_pixel() -> None:
    assert changed(pixels_of(picture()), pixels_of(picture((3, 2), (11, 7)))) == QRect(3, 2, 9, 6)
    assert changed(pixels_of(picture((19, 9))), pixels_of(picture())) == QRect(19, 9, 1, 1)
    assert changed(pixels_of(picture((5, 5))), pixels_of(picture((5, 5)))).isEmpty()


def test_what_is_as_it_was_is_left_out() -> None:
    before, after = pixels_of(picture((4, 4))), pixels_of(picture((4, 4), (6, 4)))
    part = new_part(before, after, QRect(3, 3, 5, 3))
    assert part.pixelColor(1, 1).alpha() == 0
    assert part.pixelColor(3, 1) == QColor("red")


def test_the_file_is_an_animated_png_whose_first_picture_is_whole(tmp_path: Path) -> None:
    moving = Animation()
    moving.add(picture(), 100)
    moving.add(picture(), 50)
    moving.add(picture((4, 4)), 200)
    file = tmp_path / "moving.png"
    moving.save(file)
    data = file.read_bytes()
    assert struct.unpack_from(">I", data, data.index(b"acTL") + 4) == (2,)
    assert data.index(b"fcTL") < data.index(b"IDAT") < data.index(b"fdAT")
    first = QImage(str(file))
    assert first.convertToFormat(QImage.Format.Format_RGB888) == picture()
    times = [struct.unpack_from(">H", data, at + 24)[0] for at in places(data, b"fcTL")]
    assert times == [150, 200]


def places(data: bytes, word: bytes) -> list[int]:
    """Where a word stands in the file."""
    found = [data.find(word)]
    while (at := data.find(word, found[-1] + 1)) >= 0:
        found.append(at)
    return found
