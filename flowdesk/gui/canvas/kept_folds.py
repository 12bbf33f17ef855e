"""Which groups of which file are folded, kept in the settings from one window to the next."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

GROUP, MOST = "folds", 200
"""So many files are remembered; then all are forgotten, and begin anew."""


class KeptFolds:
    """A `FoldsKeeper` on settings. Files are told apart by a hash, since keys may hold no slashes."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def get(self, name: str, /) -> frozenset[str] | None:
        """What was folded by hand in the plan of this name, or None."""
        kept = self._settings.value(_key(name))
        try:
            read = json.loads(str(kept)) if kept else None
        except ValueError:  # somebody wrote into the settings
            return None
        return frozenset(map(str, read)) if isinstance(read, list) else None

    def __setitem__(self, name: str, folded: frozenset[str], /) -> None:
        self._settings.beginGroup(GROUP)
        count = len(self._settings.childKeys())
        self._settings.endGroup()
        if count >= MOST:
            self._settings.remove(GROUP)
        self._settings.setValue(_key(name), json.dumps(sorted(folded), ensure_ascii=False))


def _key(name: str) -> str:
    return f"{GROUP}/{sha256(name.encode()).hexdigest()[:16]}"
