"""Sections of facts as a page of text: labels to the left, code in its own font, links underlined."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from flowdesk.gui.details.facts import Goal, Link
from flowdesk.gui.fonts import mono_font
from flowdesk.gui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.gui.details.facts import Fact, Section

WIDTH = 96  # pixels of the labels
_CELL = "padding:3px 10px 3px 0px;"


def page_of(sections: Iterable[Section]) -> str:
    """The page, as rich text in the colours of the theme."""
    return "".join(_section(section) for section in sections if section.facts)


def address_of(link: Link) -> str:
    """A link as an address in the page."""
    return f"{link.goal}:" + "/".join(quote(part, safe="") for part in link.what)


def link_of(address: str) -> Link:
    """The link that an address in the page is. Raises ValueError for what is none."""
    goal, _, what = address.partition(":")
    return Link(Goal(goal), tuple(unquote(part) for part in what.split("/")))


def _section(section: Section) -> str:
    theme = current_theme()
    title = (
        f'<p style="margin:14px 0 4px 0; color:{theme.text_dim}; font-weight:600;">'
        f"{html.escape(section.title)}</p>"
    )
    rows = "".join(_row(fact) for fact in section.facts)
    note = (
        f'<p style="margin:3px 0 0 0; color:{theme.text_dim};">{html.escape(section.note)}</p>'
        if section.note
        else ""
    )
    return f'{title}<table width="100%" cellspacing="0" cellpadding="0">{rows}</table>{note}'


def _row(fact: Fact) -> str:
    theme = current_theme()
    label = html.escape(fact.label)
    told = f'<td width="{WIDTH}" style="{_CELL} color:{theme.text_dim};">{label}</td>'
    return f'<tr>{told}<td style="{_CELL}">{_text(fact)}</td></tr>'


def _text(fact: Fact) -> str:
    theme = current_theme()
    text = html.escape(fact.text)
    if fact.is_code:
        lines = text.replace(" ", "&nbsp;").replace("\t", "&nbsp;" * 4).replace("\n", "<br>")
        family = html.escape(mono_font().families()[0])
        text = f"<span style=\"font-family:'{family}',monospace;\">{lines}</span>"
    if fact.link is not None:
        text = f'<a href="{address_of(fact.link)}" style="color:{theme.accent};">{text}</a>'
    more = f' <span style="color:{theme.text_dim};">{html.escape(fact.more)}</span>' if fact.more else ""
    return text + more
