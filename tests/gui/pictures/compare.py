"""Compares what a widget looks like with a picture that was kept.

`FLOWDESK_RENEW_PICTURES=1 pytest tests/gui/canvas/test_pictures.py` takes them anew: look at them before you
commit them. Where one differs, the picture as it is now and where it differs (red) are written below
pytest's temporary folder; the failure names them.

The font is `blocks.ttf` (made by `blocks.py`), in which every letter is the same block: no two machines
have the same fonts, and what is written is tested elsewhere.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFontDatabase, QImage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

FOLDER = Path(__file__).parent
FONT = FOLDER / "blocks.ttf"
PER_PIXEL = 40  # of 255, of the colour that differs most: other versions of Qt smooth edges differently
SHARE = 0.004  # of all pixels may differ by more
RENEW = "FLOWDESK_RENEW_PICTURES"


def load_blocks() -> str:
    """Let Qt know the font; returns its name."""
    number = QFontDatabase.addApplicationFont(str(FONT))
    return QFontDatabase.applicationFontFamilies(number)[0]


def compare(widget: QWidget, name: str, folder: Path) -> str:
    """What is wrong with how `widget` looks, as a sentence, with proofs in `folder`; "" for nothing."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    kept = FOLDER / f"{name}.png"
    if os.environ.get(RENEW):
        image.save(str(kept), quality=0)
        return ""
    expected = QImage(str(kept)).convertToFormat(QImage.Format.Format_RGB32)
    if expected.size() != image.size():
        return f"{kept.name} is {expected.size()}, and not {image.size()}"
    wrong = differing(image, expected)
    if len(wrong) <= SHARE * image.width() * image.height():
        return ""
    folder.mkdir(parents=True, exist_ok=True)
    image.save(str(folder / f"{name}-now.png"))
    for x, y in wrong:
        expected.setPixelColor(x, y, QColor("red"))
    expected.save(str(folder / f"{name}-differs.png"))
    share = len(wrong) / (image.width() * image.height())
    return f"{share:.1%} of {name} differ, see {folder}; if that is right, renew it: {RENEW}=1"


def differing(one: QImage, other: QImage) -> list[tuple[int, int]]:
    """The pixels in which two images of the same size, in RGB32, differ by more than is tolerated."""
    ours, theirs = bytes(one.constBits()), bytes(other.constBits())
    found = []
    for y in range(one.height()):
        start, end = y * one.bytesPerLine(), (y + 1) * one.bytesPerLine()
        mine, its = ours[start:end], theirs[start:end]
        if mine != its:
            found += [(x, y) for x in range(one.width()) if is_other(mine, its, 4 * x)]
    return found


def is_other(mine: bytes, its: bytes, at: int) -> bool:
    """Whether the pixels that begin at this byte differ by more than is tolerated."""
    return any(abs(mine[at + part] - its[at + part]) > PER_PIXEL for part in range(3))
