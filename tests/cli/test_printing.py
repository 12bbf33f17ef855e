from __future__ import annotations

import sys

import click
import pytest

from flowdesk.cli.printing import COLOURS, echo, style


@pytest.mark.parametrize("fg", [None, *COLOURS])
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("dim", [False, True])
def test_a_text_is_styled_as_click_does_it(fg: str | None, *, bold: bool, dim: bool) -> None:
    assert style("a b", fg=fg, bold=bold, dim=dim) == click.style(
        "a b", fg=fg, bold=bold or None, dim=dim or None
    )


@pytest.mark.parametrize(
    ("variable", "is_coloured"), [("NO_COLOR", False), ("FORCE_COLOR", True), ("", False)]
)
def test_colours_are_printed_where_they_are_wanted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], variable: str, *, is_coloured: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable or "UNHEARD_OF", "1")
    text = f"a {style('b', fg='red', bold=True)} c {style('d', dim=True)}[0m"
    echo(text)
    echo(text, err=True)
    out, err = capsys.readouterr()
    assert out == err == (f"{text}\n" if is_coloured else "a b c d[0m\n")


def test_a_program_without_streams_prints_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    echo("a")
