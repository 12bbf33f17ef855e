"""What is not loaded before the window has shown its first frame."""

from __future__ import annotations

import subprocess
import sys

import pytest

LATER = (
    "pydantic",
    "importlib.metadata",
    "tree_sitter",
    "jinja2",
    "flowdesk.model.reader",
    "flowdesk.gui.about",
    "flowdesk.gui.checking",
    "flowdesk.gui.details.panel",
    "flowdesk.gui.export.dialog",
    "flowdesk.gui.gantt.panel",
    "flowdesk.gui.help.shortcuts",
    "flowdesk.gui.palette.palette",
    "flowdesk.gui.panels.durations",
    "flowdesk.gui.panels.events",
)
CODE = "import sys, flowdesk.gui.app; print(*sorted(sys.modules))"


@pytest.fixture(scope="module")
def loaded() -> frozenset[str]:
    """The modules that are there once the window's are."""
    said = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    return frozenset(said.stdout.split())


@pytest.mark.parametrize("module", LATER)
def test_what_few_windows_need_is_loaded_when_they_need_it(module: str, loaded: frozenset[str]) -> None:
    assert module not in loaded
