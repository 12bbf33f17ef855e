"""Finding in the graph, its overview, and taking it elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.actions import Deed
from flowdesk.gui.canvas.minimap import KEPT_MINIMAP
from flowdesk.gui.export.shown import shown_by
from flowdesk.gui.icons import Icon
from flowdesk.gui.language import mark, tr

if TYPE_CHECKING:
    from flowdesk.gui.page import PipelinePage


_TOLD_FOR = 12_000  # milliseconds


def _why_no_graph(page: PipelinePage) -> str:
    return "" if shown_by(page.stage.graph) else tr("There is no graph")


def _export(page: PipelinePage) -> None:
    from flowdesk.gui.export.dialog import ExportDialog

    graph = page.stage.graph
    name = page.session.path.stem if page.session.path else "graph"
    ExportDialog(
        graph,
        name,
        lambda text: page.status.showMessage(text, _TOLD_FOR),
        page,
        events=lambda: page.session.events,
        workshop=page.session.file.workshop,
    ).open()


def _turn_minimap(page: PipelinePage) -> None:
    is_wanted = not page.stage.minimap.is_wanted
    page.stage.minimap.set_wanted(is_wanted=is_wanted)
    page.settings.setValue(KEPT_MINIMAP, is_wanted)


FIND: Deed[PipelinePage] = Deed(
    mark("Find in the &graph…"),
    lambda page: page.stage.search.open(),
    mark("Find tasks by id, kind, key, command or state; in the graph also with Ctrl+F"),
    Icon.FIND,
    ("Ctrl+Shift+F",),
    refused=_why_no_graph,
)
MINIMAP: Deed[PipelinePage] = Deed(
    mark("O&verview"),
    _turn_minimap,
    mark("Show the whole graph in a corner while only a part of it is in sight"),
    Icon.MINIMAP,
    checked=lambda page: page.stage.minimap.is_wanted,
)
EXPORT: Deed[PipelinePage] = Deed(
    mark("E&xport graph…"),
    _export,
    mark("Save the graph as SVG, PNG, PDF, Mermaid or DOT"),
    Icon.EXPORT,
    ("Ctrl+Shift+E",),
    refused=_why_no_graph,
)
