"""`flowdesk validate`: everything that is wrong with pipeline files, without running anything."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from flowdesk.cli.walk import STDIN
from flowdesk.errors import UsageError
from flowdesk.model.garbage import uncollected
from flowdesk.model.unplugged import unplugged

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from flowdesk.cli.checked import More
    from flowdesk.cli.report import Report
    from flowdesk.cli.walk import Found
    from flowdesk.store.plan_cache import PlanCache

FORMATS = ("text", "json", "github", "sarif")
TARGETS = ("airflow-mysql", "airflow-postgresql", "airflow-sqlite")
"""As `plan.airflow_limits` has them, which is not imported for those who ask for none."""


@click.command()
@click.argument("paths", metavar="[FILE|DIR]...", type=click.Path(), nargs=-1)
@click.option("--format", "form", type=click.Choice(FORMATS), help="How to print them.  [default: text]")
@click.option("--json", "as_json", is_flag=True, help="Short for --format json.")
@click.option("--strict", is_flag=True, help="Exit with 1 if there are warnings.")
@click.option("--no-warnings", "errors_only", is_flag=True, help="Leave out warnings and notes.")
@click.option("--all", "everything", is_flag=True, help="Print all problems, not only the gravest 50.")
@click.option("--pipelines-only", is_flag=True, help="Pass over named files without a [pipeline] table.")
@click.option("--stdin-name", metavar="FILE", help="Which file it is that is read as -.")
@click.option(
    "--target",
    type=click.Choice(TARGETS),
    help="Warn besides of values that Airflow could not carry on this database.",
)
def validate(  # noqa: PLR0913 - click hands over every option
    paths: tuple[str, ...],
    *,
    form: str | None,
    as_json: bool,
    strict: bool,
    errors_only: bool,
    everything: bool,
    pipelines_only: bool,
    stdin_name: str | None,
    target: str | None,
) -> int:
    r"""Check pipeline files and show all their problems; run nothing.

    Of a folder (by default the current one), all TOML files in it that have a [pipeline] or [tasks]
    table are checked; hidden folders and installed packages are passed over, and so is what another
    file includes: it is checked with that one. - reads from standard input.

    Exits with 2 if a file has an error; warnings and notes refuse nothing. Every problem has a code:
    `flowdesk explain CODE` says more.

    With --target, values that Airflow could not carry on that database are warned of, by their declared
    types and `max_bytes`, and by what the latest runs of the file pushed; each limit with its source.

    \b
    Examples:
      flowdesk validate pipelines/xcom.toml
      flowdesk validate pipelines --strict
      flowdesk validate --format sarif > flowdesk.sarif
      flowdesk validate pipelines/xcom.toml --target airflow-mysql
      flowdesk validate - --stdin-name pipelines/xcom.toml --json < unsaved.toml
    """
    if as_json and form not in (None, "json"):
        raise UsageError(f"--json and --format {form} ask for two different things")
    if strict and errors_only:
        raise UsageError("--strict is about warnings, so --no-warnings means nothing with it")
    from flowdesk.cli import verdict
    from flowdesk.cli.walk import find

    found = find(paths or (".",), all_named=not pipelines_only)
    reports = _reports(found, stdin_name, _portability(target) if target else None)
    if errors_only:
        reports = [verdict.errors_of(report) for report in reports]
    verdict.print_reports(reports, "json" if as_json else form or "text", everything=everything)
    return verdict.exit_code(reports, strict=strict)


def _portability(target: str) -> More:
    """Return what finds the values of a file that Airflow could not carry."""
    from flowdesk.cli.past_sizes import seen_in_runs
    from flowdesk.plan.airflow_limits import Target
    from flowdesk.plan.portability import check_portability

    return lambda document, plan: check_portability(
        document, plan, Target(target), seen_in_runs(document.path)
    )


def _reports(found: Sequence[Found], stdin_name: str | None, more: More | None) -> list[Report]:
    """Check the files. What is a part of another one, and not named, is checked with that."""
    from flowdesk.cli.paths import identity
    from flowdesk.store.home import home
    from flowdesk.store.plan_cache import PlanCache

    cache = PlanCache(home()) if more is None else None  # what `more` finds is not kept
    reports = []
    for file in found:
        if file.path.name == STDIN and file.named:
            path = identity(stdin_name or "<stdin>")
            text = sys.stdin.buffer.read().decode("utf-8-sig", "surrogateescape")
            reports.append(_checked(path, text=text, more=more))
        else:
            reports.append(_checked(file.path, more=more, cache=cache))
    named = {report.path for report, file in zip(reports, found, strict=True) if file.named}
    return _wholes(reports, named)


def _checked(
    path: Path, *, text: str | None = None, more: More | None = None, cache: PlanCache | None = None
) -> Report:
    """Take what is kept of a file that has not changed, or check it."""
    if cache is not None:
        from flowdesk.cli.report import kept_report

        if (report := kept_report(path, cache)) is not None:
            return report
    with uncollected(), unplugged():  # what is imported is there to stay
        from flowdesk.cli.checked import checked  # takes a fifth of a second

        return checked(path, text=text, more=more, cache=cache)


def _wholes(reports: Sequence[Report], named: set[Path]) -> list[Report]:
    """Leave out what another of the files includes. Of a circle of files, its first stays."""
    parts = {part for report in reports for part in report.parts}
    kept = {report.path for report in reports if report.path in named or report.path not in parts}
    covered = kept.union(*(report.parts for report in reports if report.path in kept))
    for report in reports:
        if report.path not in covered:
            kept.add(report.path)
            covered.update([report.path, *report.parts])
    return [report for report in reports if report.path in kept]
