"""One tab: a pipeline's file, with its page once somebody has looked at it, and what the tab says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from flowdesk.gui.icons import Icon
from flowdesk.gui.language import plural, tr
from flowdesk.gui.state_look import look_of

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.gui.page import PipelinePage


@dataclass(eq=False)
class Tab:
    """`path` is None for the start page. A tab that was only remembered has no page yet."""

    path: Path | None
    page: PipelinePage | None = None


class Label(NamedTuple):
    """What a tab shows: its icon by name and colour, its words, and what it tells under the pointer."""

    text: str
    icon: Icon
    role: str
    tip: str


def label_of(tab: Tab, names: list[str]) -> Label:
    """How a tab looks among tabs with these names (its own too); of namesakes the folder tells."""
    if tab.path is None:
        return Label(tr("Start"), Icon.FLOWDESK, "accent", tr("Recent pipelines and examples"))
    name = name_of(tab)
    text = name if names.count(name) == 1 else f"{name} · {tab.path.parent.name}"
    if tab.page is None:
        return Label(text, Icon.FILE, "text_dim", str(tab.path))
    session, state = tab.page.session, tab.page.state
    tip = [str(tab.path)]
    if state and session.run:
        tip.append(f"#{session.run.number} · {look_of(state).word}")
    look = look_of(state) if state else None
    icon, role = (look.icon, look.role) if look else (Icon.FILE, "text_dim")
    if errors := session.file.errors:
        icon, role = Icon.PROBLEM, "failed"
        tip.append(plural("{n} error", "{n} errors", errors))
    elif session.differs:
        text += " •"
        tip.append(tr("The file says something else than this run ran"))
    return Label(text, icon, role, "\n".join(tip))


def name_of(tab: Tab) -> str:
    """The pipeline's name, or that of the file while none is known."""
    if tab.page is not None and tab.page.name:
        return tab.page.name
    return tab.path.stem if tab.path else ""
