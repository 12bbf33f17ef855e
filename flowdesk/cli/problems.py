"""All problems of a file on the terminal, with excerpts."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flowdesk.cli.excerpts import Paint, excerpt
from flowdesk.cli.terminal import wants_colour, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.errors import Problem

COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}

COLOURED = Paint(
    severity=lambda severity, text: click.style(text, fg=COLOURS[severity], bold=True),
    place=lambda text: click.style(text, bold=True),
    quiet=lambda text: click.style(text, dim=True),
)


def print_problems(problems: Sequence[Problem]) -> None:
    """Print problems to stderr in the order they come."""
    texts = {file: _text_of(file) for file in {problem.place.file for problem in problems}}
    width = width_of(sys.stderr)
    for problem in problems:
        lines = excerpt(problem, texts[problem.place.file], width=width, paint=COLOURED)
        click.echo("\n".join(lines) + "\n", err=True, color=wants_colour())


def counted(problems: Sequence[Problem]) -> str:
    """Return how many problems there are: "2 errors, 1 warning", or "no problems"."""
    counts = Counter(problem.severity.value for problem in problems)
    parts = [f"{counts[name]} {name}{'s' * (counts[name] > 1)}" for name in COLOURS if counts[name]]
    return ", ".join(parts) or "no problems"


def _text_of(file: str) -> str | None:
    """Return a file's text, or None where it has none that could be shown."""
    try:
        return Path(file).read_bytes().decode("utf-8-sig")
    except (OSError, ValueError):
        return None
