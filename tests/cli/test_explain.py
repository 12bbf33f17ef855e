from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.cli.explain import FAMILIES, FAMILY
from flowdesk.model.codes import Code

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Told


@pytest.mark.parametrize("asked", ["FD101", "fd101", "101"])
def test_a_code_is_explained_with_an_example_and_its_mending(
    flowdesk: Callable[..., Told], asked: str
) -> None:
    told = flowdesk("explain", asked)
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("FD101  unknown field\nThe field means nothing here")
    wrong, mended = told.out.partition("\nWrong:\n")[2].split("\nMended:\n")
    assert '    bsh = "' in wrong
    assert '    bash = "' in mended


@pytest.mark.parametrize("code", Code)
def test_every_code_can_be_asked_for(flowdesk: Callable[..., Told], code: Code) -> None:
    told = flowdesk("explain", code.value)
    assert told.code == 0
    assert told.out.startswith(code.value)


def test_without_a_code_all_are_listed_by_family(flowdesk: Callable[..., Told]) -> None:
    lines = flowdesk("explain").out.splitlines()
    assert {code[:FAMILY] for code in Code} == set(FAMILIES)
    for family, title in FAMILIES.items():
        assert f"{family}xx  {title}" in lines
    listed = [line[:5] for line in lines if line.startswith("FD") and "xx" not in line[:5]]
    assert listed == [code.value for code in Code]


def test_the_beginning_of_codes_lists_those(flowdesk: Callable[..., Told]) -> None:
    lines = flowdesk("explain", "FD3").out.splitlines()
    assert lines[0] == "FD3xx  order"
    assert all(line.startswith(("FD3", "       ")) for line in lines)


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_the_list_keeps_to_the_terminals_width(
    flowdesk: Callable[..., Told], monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = [line for line in flowdesk("explain").out.splitlines() if "xx  " not in line]
    assert all(len(line) <= columns for line in lines)


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("FD199", ", did you mean FD118 or FD117?"),
        ("FD100", ", did you mean FD101 or FD102?"),
        ("GD101", ", did you mean "),
        ("nothing", "; flowdesk explain lists all"),
    ],
)
def test_a_code_that_there_is_not_is_told_with_near_ones(
    flowdesk: Callable[..., Told], asked: str, hint: str
) -> None:
    told = flowdesk("explain", asked)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(f"flowdesk: there is no code '{asked}'{hint}")
