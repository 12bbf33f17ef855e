"""The functions of all kinds of task that call one are looked up, in broken files too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.model.reader import read

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("fields", "column"),
    [
        ("python = 'shop:pik'", 10),
        ("branch = 'shop:pik'\nchoices = ['b']", 10),
        ("short_circuit = 'shop:pik'", 17),
        ("python = 'shop:pik'\nretries = -1", 10),
        ("branch = 'shop:pik'", 10),
    ],
)
def test_a_missing_function_is_told_where_it_is_named(tmp_path: Path, fields: str, column: int) -> None:
    (tmp_path / "shop.py").write_text("def pick(): ...\n")
    found = read(tmp_path / "p.toml", text=f"[tasks.a]\n{fields}\n[tasks.b]").problems
    assert ("FD602", 2, column, "did you mean 'pick'?") in [
        (p.code, p.place.line, p.place.column, p.suggestion) for p in found
    ]


def test_what_is_found_is_known_by_the_text_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "shop.py").write_text("def pick(x): ...\n")
    text = "[tasks.a]\nshort_circuit = 'shop:pick'"
    function = read(tmp_path / "p.toml", text=text).functions.find("shop:pick")
    assert function is not None
    assert function.line == 1
