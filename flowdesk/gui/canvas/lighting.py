"""What on the canvas is bright and what is dimmed, and for whose sake.

The mouse comes first, then what somebody asked to be lit up, then what a run of a part was asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.canvas.projection import groups_round

if TYPE_CHECKING:
    from collections.abc import Collection

    from flowdesk.gui.canvas.drawing import Drawing

_PALE = 0.22  # the opacity of what is dimmed for a while
_UNASKED = 0.42  # and of what a run of a part was not asked for, which is to be read all the same


class Lighting:
    """Tasks by id: `asked` for by the run, `lit` up, `hovered` with the `strong` ones; () is all of them."""

    def __init__(self) -> None:
        self.asked: Collection[str] = ()
        self.lit: Collection[str] = ()
        self.hovered: Collection[str] = ()
        self.strong: Collection[str] = ()
        self._is_dimming = self._is_marking = False

    def show(self, drawing: Drawing) -> None:
        """Dim what is to be dimmed."""
        lit = ends_of(self.hovered or self.lit or self.asked, drawing)
        if not lit and not self._is_dimming:
            return  # all is bright, as what is new is too
        self._is_dimming = bool(lit)
        pale = _PALE if self.hovered or self.lit else _UNASKED
        for name, item in drawing.nodes.items():
            item.setOpacity(1.0 if not lit or name in lit else pale)
        for drawn in drawing.links:
            link = drawn.line.link
            is_lit = not lit or (link.source in lit and link.target in lit)
            drawn.line.dim(1.0 if is_lit else pale)
            for pill in drawn.pills:
                pill.setOpacity(1.0 if is_lit else pale)

    def mark_lines(self, drawing: Drawing, chosen: str) -> None:
        """Bring out the lines between the strong tasks, or else those that begin or end at `chosen`."""
        strong = ends_of(self.strong, drawing)
        if not strong and not chosen and not self._is_marking:
            return
        self._is_marking = bool(strong or chosen)
        for drawn in drawing.links:
            ends = (drawn.line.link.source, drawn.line.link.target)
            is_marked = strong.issuperset(ends) if strong else bool(chosen) and chosen in ends
            drawn.line.mark(is_marked=is_marked)


def ends_of(tasks: Collection[str], drawing: Drawing) -> set[str]:
    """What stands for these tasks, and the groups round them, at which lines may end."""
    shown_by = drawing.seen.shown_by
    return {shown_by[name] for name in (*tasks, *groups_round(tasks)) if name in shown_by}
