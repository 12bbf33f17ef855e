"""Problems as GitHub's workflow commands, which put them beside the lines of a pull request.

The rules are those of the runner's parser (actions/runner, `ActionCommand.cs`): `::error k=v,k=v::data` in
one line, with %, CR and LF escaped in data, and `:` and `,` in properties besides. It drops columns where
a problem spans lines (`IssueCommandExtension.ValidateLinesAndColumns`), so none are given then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.cli.paths import from_root, shown
from flowdesk.cli.terminal import printable
from flowdesk.errors import Severity

if TYPE_CHECKING:
    from flowdesk.errors import Problem

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def annotation(problem: Problem) -> str:
    """Return the line to print for a problem."""
    place = problem.place
    properties: dict[str, object] = {
        "file": from_root(place.file) or place.file,
        "line": place.line,
        "endLine": place.end_line,
    }
    if place.line == place.end_line:
        properties |= {"col": place.column, "endColumn": place.end_column}
    properties["title"] = problem.code
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{COMMANDS[problem.severity]} {given}::{_data(_told(problem))}"


def _told(problem: Problem) -> str:
    """What is read of it: the log shows no file, so the place comes first."""
    place = problem.place
    lines = [f"{shown(place.file)}:{place.line}:{place.column}: {problem.message}"]
    lines += [problem.suggestion] if problem.suggestion else []
    lines += [f"{shown(other.place.file)}:{other.place.line}: {other.message}" for other in problem.related]
    return "\n".join(map(printable, lines))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
