"""`flowdesk explain`: what the code of a problem means, with an example and its mending."""

from __future__ import annotations

import shutil
from difflib import get_close_matches
from textwrap import indent
from typing import TYPE_CHECKING

import click

from flowdesk.cli.terminal import wrapped
from flowdesk.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.model.codes import Code

FAMILIES = {
    "FD0": "the file cannot be read",
    "FD1": "shape: fields, and what is in them",
    "FD2": "names",
    "FD3": "order",
    "FD4": "types",
    "FD5": "presence: values that may be absent",
    "FD6": "code",
    "FD7": "templates",
    "FD8": "use",
    "FD9": "portability: what Airflow could not carry (validate --target)",
}
FAMILY = len("FD1")
WIDEST = 100


def _complete(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[object]:
    from click.shell_completion import CompletionItem

    from flowdesk.model.codes import Code

    begun = incomplete.upper()
    return [CompletionItem(code.value, help=code.explanation) for code in Code if code.startswith(begun)]


@click.command()
@click.argument("code", metavar="[CODE]", required=False, shell_complete=_complete)
def explain(code: str | None) -> None:
    r"""Say what the CODE of a problem means, with an example and the same mended; by default list all codes.

    A code never changes its meaning. The beginning of one, like FD2, lists those that begin so.

    \b
    Examples:
      flowdesk explain FD207
      flowdesk explain FD5
      flowdesk explain
    """
    from flowdesk.model.codes import Code

    asked = (code or "FD").upper()
    asked = asked if asked.startswith("FD") else f"FD{asked}"
    width = min(WIDEST, shutil.get_terminal_size().columns)
    if asked in {known.value for known in Code}:
        lines = _at_length(next(known for known in Code if known.value == asked), width)
    else:
        chosen = [known for known in Code if known.startswith(asked)]
        if not chosen:
            raise UsageError(f"there is no code '{code}'{_hint(asked)}; flowdesk explain lists all")
        lines = _listed(chosen, width)
    click.echo("\n".join(lines))


def _hint(asked: str) -> str:
    """The nearest codes: of a number, those of its family; else those that are written alike."""
    from flowdesk.model.codes import Code

    codes = [code.value for code in Code]
    number = asked.removeprefix("FD")
    if number.isdecimal() and asked[:FAMILY] in FAMILIES:
        family = [code for code in codes if code.startswith(asked[:FAMILY])]
        near = sorted(family, key=lambda code: abs(int(code[2:]) - int(number)))[:2]
    else:
        near = get_close_matches(asked, codes, n=2)
    return f", did you mean {' or '.join(near)}?" if near else ""


def _at_length(code: Code, width: int) -> Iterator[str]:
    yield f"{click.style(code.value, bold=True)}  {code.name.lower().replace('_', ' ')}"
    yield from wrapped(code.explanation, width)
    explained = code.explained
    if explained is None:
        return
    yield ""
    yield from wrapped(explained.why, width)
    for title, colour, example in (("Wrong", "red", explained.wrong), ("Mended", "green", explained.right)):
        if example:
            yield f"\n{click.style(f'{title}:', fg=colour)}\n{indent(example, '    ')}"


def _listed(codes: list[Code], width: int) -> Iterator[str]:
    """The codes with a line each, under the titles of their families."""
    family = ""
    for code in codes:
        if code[:FAMILY] != family:
            gap = "\n" if family else ""
            family = code[:FAMILY]
            title = f"{family}xx  {FAMILIES[family]}"
            yield f"{gap}{click.style(title, bold=True)}"
        first, *others = wrapped(code.explanation, width - len("FD101  "))
        yield f"{code.value}  {first}"
        yield from (f"{'':7}{line}" for line in others)
