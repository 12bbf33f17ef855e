"""What is not loaded before the window has shown its first frame: each module costs it half a millisecond."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from flowdesk.model.reader import read
from flowdesk.plan.build import check
from flowdesk.store.plan_cache import PlanCache

if TYPE_CHECKING:
    from pathlib import Path

MOST = 255
"""Modules of flowdesk's own that a window with one pipeline has at its first frame (once there were 420)."""

LATER = (
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "aiosql",
    "decimal",
    "importlib.metadata",
    "jinja2",
    "pydantic",
    "sqlite3",
    "statistics",
    "tree_sitter",
    "typing_extensions",
    "uuid",
    "flowdesk.engine",
    "flowdesk.gui.about",
    "flowdesk.gui.bug_dialog",
    "flowdesk.gui.checking",
    "flowdesk.gui.compare",
    "flowdesk.gui.details",
    "flowdesk.gui.dialogs.values_dialog",
    "flowdesk.gui.export.dialog",
    "flowdesk.gui.gantt.panel",
    "flowdesk.gui.grid",
    "flowdesk.gui.help.shortcuts",
    "flowdesk.gui.help.tour",
    "flowdesk.gui.history",
    "flowdesk.gui.inspector",
    "flowdesk.gui.menus",
    "flowdesk.gui.models.rows",
    "flowdesk.gui.one_window",
    "flowdesk.gui.palette",
    "flowdesk.gui.panels.log",
    "flowdesk.gui.panels.row_table",
    "flowdesk.gui.source.highlighter",
    "flowdesk.gui.source.source_text",
    "flowdesk.gui.start",
    "flowdesk.model.reader",
    "flowdesk.store.store",
)
"""Each with all that lies in it."""

CODE = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QSettings
from flowdesk.gui.app import _application, make_window
from flowdesk.gui.afterwards import FirstPaint
from flowdesk.gui.theme import Scheme, apply_theme
from flowdesk.store.home import home

def tell():
    print(*sorted(sys.modules), flush=True)
    os._exit(0)

app = _application()
apply_theme(app, Scheme.LIGHT)
file = Path(sys.argv[1])
window = make_window(home(), QSettings(str(file.parent / "s.ini"), QSettings.Format.IniFormat))
window.open_again([file])
graph = window.shown.stage.graph
FirstPaint(graph.viewport(), lambda: bool(graph.graph.drawing.nodes)).came.connect(tell)
window.show()
app.exec()
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The modules that are there when the graph of a file that was opened before is painted."""
    folder: Path = tmp_path_factory.mktemp("first")
    file = folder / "a.toml"
    file.write_text("[tasks.a]\nbash = 'true'\npush.x = 'int'\n[tasks.b]\nbash = 'true'\npull.x = 'a:x'\n")
    document = read(file)
    checked = check(document)
    assert checked.plan is not None
    PlanCache(folder / "home").keep(document, checked.plan, checked.problems)
    env = {**os.environ, "FLOWDESK_HOME": str(folder / "home")}
    said = subprocess.run(
        [sys.executable, "-c", CODE, str(file)], capture_output=True, text=True, check=True, env=env
    )
    return said.stdout.split()


@pytest.mark.parametrize("module", LATER)
def test_what_the_first_frame_does_not_show_is_loaded_after_it(module: str, loaded: list[str]) -> None:
    assert not [name for name in loaded if f"{name}.".startswith(f"{module}.")]


def test_the_first_frame_needs_no_more_modules_than_it_did(loaded: list[str]) -> None:
    ours = [name for name in loaded if name.split(".")[0] == "flowdesk"]
    assert "flowdesk.gui.canvas.graph_view" in ours
    assert len(ours) <= MOST, ours
