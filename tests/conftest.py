"""What every test gets: no screen, no store but its own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A FLOWDESK_HOME of this test's own."""
    folder = tmp_path / "home"
    monkeypatch.setenv("FLOWDESK_HOME", str(folder))
    return folder
