"""What of something that is dragged over the window can be opened: files in TOML, and folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


def dropped(data: QMimeData) -> tuple[list[Path], list[Path]]:
    """The files and the folders."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    files = [path for path in paths if path.suffix == ".toml" and not path.is_dir()]
    return files, [path for path in paths if path.is_dir()]
