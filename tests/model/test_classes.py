"""The class that a type names must be there; its module is read, never imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.model.reader import read

if TYPE_CHECKING:
    from pathlib import Path

SHOP = "raise SystemExit('imported!')\nclass Order:\n    class Line: ...\ndef sell(): ...\nAlias = dict\n"


def told(folder: Path, fields: str) -> list[str]:
    (folder / "shop.py").write_text(SHOP)
    text = f"[tasks.a]\nbash = 'true'\n{fields}"
    return [
        f"{p.code} {p.place.line}:{p.place.column} {p.message} ({p.suggestion})"
        for p in read(folder / "p.toml", text=text).problems
    ]


@pytest.mark.parametrize("type_", ["shop:Order", "list[shop:Order.Line] | None", "shop:Alias"])
def test_a_class_of_a_module_beside_the_file_is_a_type(tmp_path: Path, type_: str) -> None:
    assert told(tmp_path, f"push.k = '{type_}'\nreturns = '{type_}'") == []


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (
            "push.k = 'list[shop:Oder]'",
            "FD407 3:21 module 'shop' has no class 'Oder' (did you mean 'Order'?)",
        ),
        ("returns = 'shop:sell'", "FD407 3:17 'shop:sell' is a function, and a type is a class (None)"),
        (
            "pull.x = { from = 'a', type = 'shp:Order' }",
            (
                "FD601 3:32 there is no module 'shp' beside the pipeline file, nor an installed one "
                "(did you mean 'shop'?)"
            ),
        ),
    ],
)
def test_a_class_that_is_not_there_is_told(tmp_path: Path, fields: str, problem: str) -> None:
    assert problem in told(tmp_path, fields)


def test_the_class_of_a_param_is_looked_up_too(tmp_path: Path) -> None:
    assert told(tmp_path, "[pipeline.params]\np = 'shop:None_'")[0].startswith("FD407 4:11")
