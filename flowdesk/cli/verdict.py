"""What is printed of checked files, in every form, and the exit code that follows."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from flowdesk.cli.paths import shown
from flowdesk.cli.problems import MOST, counted, print_problems
from flowdesk.errors import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.cli.report import Report
    from flowdesk.errors import Problem

REFUSED = 2
WARNED = 1


def exit_code(reports: Sequence[Report], *, strict: bool) -> int:
    """Return 2 where a file has an error, with `strict` 1 where one has a warning, else 0."""
    if any(report.refuses for report in reports):
        return REFUSED
    warned = any(problem.severity is Severity.WARNING for problem in _all(reports))
    return WARNED if strict and warned else 0


def errors_of(report: Report) -> Report:
    """Return the report without warnings and notes."""
    errors = [problem for problem in report.problems if problem.severity is Severity.ERROR]
    return report._replace(problems=errors)


def print_reports(reports: Sequence[Report], form: str, *, everything: bool) -> None:
    """Print the problems in a form: "text", "json", "github" or "sarif"."""
    problems = _all(reports)
    match form:
        case "json":
            from flowdesk.cli.as_json import of_problem, pretty

            click.echo(pretty([of_problem(problem) for problem in problems]))
        case "sarif":
            from flowdesk.cli.as_json import pretty
            from flowdesk.cli.sarif import sarif

            click.echo(pretty(sarif(problems)))
        case "github":
            from flowdesk.cli.annotations import annotation

            click.echo("".join(f"{annotation(problem)}\n" for problem in problems) + summary(reports))
        case _:
            _print_text(reports, problems, None if everything else MOST)


def summary(reports: Sequence[Report]) -> str:
    """Return one line: "a.toml: no problems, 5 tasks", or "12 files: 2 errors in 1 file, 3 warnings"."""
    if len(reports) == 1:
        (report,) = reports
        tasks = "" if report.tasks is None else f", {_number(report.tasks, 'task')}"
        return f"{shown(report.path)}: {counted(report.problems)}{tasks}"
    problems = _all(reports)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if not errors:
        return f"{_number(len(reports), 'file')}: {counted(problems)}"
    files = _number(sum(report.refuses for report in reports), "file")
    others = [problem for problem in problems if problem.severity is not Severity.ERROR]
    rest = f", {counted(others)}" if others else ""
    return f"{_number(len(reports), 'file')}: {counted(errors)} in {files}{rest}"


def _print_text(reports: Sequence[Report], problems: Sequence[Problem], most: int | None) -> None:
    texts = {file: text for report in reports for file, text in report.texts.items()}
    left_out = print_problems(problems, texts, sys.stdout, most=most)
    if left_out:
        click.echo(f"and {left_out:,} more: --all shows them\n")
    click.echo(summary(reports))


def _all(reports: Sequence[Report]) -> list[Problem]:
    """The problems of all files; two that include the same part tell its problems once."""
    return list(dict.fromkeys(problem for report in reports for problem in report.problems))


def _number(count: int, word: str) -> str:
    return f"{count:,} {word}{'s' * (count != 1)}"
