"""What was last typed into a form, kept for each pipeline's file. Secrets are never among it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtCore import QSettings

KEY = "params"


class Remembered:
    """What was typed for the file at `path` by the name of the param."""

    def __init__(self, settings: QSettings, path: Path | None) -> None:
        self._settings = settings
        digest = hashlib.sha256(str(path).encode("utf-8", "surrogatepass")).hexdigest()
        self._key = f"{KEY}/{digest[:20]}"

    def last(self) -> dict[str, str]:
        """What was typed last; empty where nothing was, or what is kept is not ours."""
        try:
            found = json.loads(str(self._settings.value(self._key, "{}")))
        except ValueError:
            return {}
        if not isinstance(found, dict):
            return {}
        return {str(name): text for name, text in found.items() if isinstance(text, str)}

    def keep(self, typed: Mapping[str, str]) -> None:
        """Keep what was typed."""
        self._settings.setValue(self._key, json.dumps(dict(typed)))
