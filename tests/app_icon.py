"""Draws the pictures of the program's icon from its SVG: `python -m tests.app_icon`.

They are committed, since the command that installs them is not to need Qt.
"""

from __future__ import annotations

import os

from flowdesk.assets import asset
from flowdesk.cli.desktop_files import SIZES


def draw() -> None:
    """Write one PNG for each size."""
    from PySide6.QtCore import QSize, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication([])
    renderer = QSvgRenderer(str(asset("desktop", "flowdesk.svg")))
    for size in SIZES:
        image = QImage(QSize(size, size), QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(asset("desktop", f"flowdesk-{size}.png")), quality=0)  # smallest, still lossless
    app.shutdown()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    draw()
