"""What is said of a problem where the mouse rests on it: all of it, as rich text."""

from __future__ import annotations

import html
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.gui.language import tr
from flowdesk.gui.theme import current_theme
from flowdesk.gui.weight_look import look_of_weight

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.errors import Place, Problem


def tip_of(problems: Iterable[Problem]) -> str:
    """The sentences of some problems below each other; "" of none."""
    return "<hr>".join(_tip(problem) for problem in problems)


def where(place: Place, *, file: str) -> str:
    """A place as people say it who look at `file`."""
    return (
        tr("line {line}").format(line=place.line)
        if place.file == file
        else tr("{name}, line {line}").format(name=Path(place.file).name, line=place.line)
    )


def _tip(problem: Problem) -> str:
    theme, look = current_theme(), look_of_weight(problem.severity)
    dim, weight = theme.text_dim, theme.colour(look.role).name()
    lines = [
        f"<b style='color:{weight}'>{look.word}</b> <span style='color:{dim}'>{problem.code}</span>",
        html.escape(problem.message),
    ]
    if problem.suggestion:
        lines.append(f"<i>{html.escape(problem.suggestion)}</i>")
    lines += [
        f"<span style='color:{dim}'>→ {html.escape(other.message)}: "
        f"{html.escape(where(other.place, file=problem.place.file))}</span>"
        for other in problem.related
    ]
    return "<div style='white-space:normal'>" + "<br>".join(lines) + "</div>"
