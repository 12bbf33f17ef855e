"""All problems of files on the terminal: with excerpts, or a line each."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from flowdesk.cli.excerpts import Paint, Style, excerpt, heading
from flowdesk.cli.printing import echo, style
from flowdesk.cli.terminal import width_of
from flowdesk.errors import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flowdesk.errors import Problem

COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
MOST = 50
"""How many problems are printed unless all are asked for."""
MOST_BESIDE_A_RUN = 10
"""How many warnings are printed before a run."""

COLOURED = Paint(
    severity=lambda severity, text: style(text, fg=COLOURS[severity], bold=True),
    place=lambda text: style(text, bold=True),
    quiet=lambda text: style(text, dim=True),
)
_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


def print_problems(
    problems: Sequence[Problem], texts: Mapping[str, str], stream: TextIO, *, most: int | None = MOST
) -> int:
    """Print problems with their excerpts, in the order they come, and return how many were left out.

    `texts` are those that were checked; of other files, what stands there now is shown. Where there are
    more than `most`, the gravest are printed.
    """
    chosen = gravest(problems, most)
    lines_of = _Lines(texts)
    look = Style(width_of(stream), COLOURED)
    for problem in chosen:
        lines = excerpt(problem, lines_of, look)
        echo("\n".join(lines) + "\n", file=stream)
    return len(problems) - len(chosen)


def print_headings(problems: Sequence[Problem], stream: TextIO, *, most: int | None = None) -> int:
    """Print the sentences of problems, and return how many were left out."""
    chosen = gravest(problems, most)
    look = Style(width_of(stream), COLOURED)
    for problem in chosen:
        echo("\n".join(heading(problem, look)), file=stream)
    return len(problems) - len(chosen)


def gravest(problems: Sequence[Problem], most: int | None) -> Sequence[Problem]:
    """Return all problems, or so many of them: errors before warnings, but in the order they came."""
    if most is None or len(problems) <= most:
        return problems
    order = sorted(range(len(problems)), key=lambda at: (_WEIGHT[problems[at].severity], at))
    return [problems[at] for at in sorted(order[:most])]


def counted(problems: Sequence[Problem]) -> str:
    """Return how many problems there are: "2 errors, 1 warning", or "no problems"."""
    counts = Counter(problem.severity.value for problem in problems)
    parts = [f"{counts[name]:,} {name}{'s' * (counts[name] > 1)}" for name in COLOURS if counts[name]]
    return ", ".join(parts) or "no problems"


class _Lines:
    """The lines of files, each split once."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._lines: dict[str, list[str] | None] = {}

    def __call__(self, file: str) -> list[str] | None:
        """Return the lines of a file, or None where it has none to show."""
        if file not in self._lines:
            text = self._texts[file] if file in self._texts else _text_of(file)
            self._lines[file] = None if text is None else _split(text)
        return self._lines[file]


def _split(text: str) -> list[str]:
    """Return the lines as an editor counts them; `splitlines` knows ends of line that TOML does not."""
    lines = text.replace("\r\n", "\n").split("\n")
    return lines[:-1] if text.endswith("\n") else lines


def _text_of(file: str) -> str | None:
    try:
        return Path(file).read_bytes().decode("utf-8-sig")
    except (OSError, ValueError):
        return None
