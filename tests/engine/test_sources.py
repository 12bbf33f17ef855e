"""The modules that a function's code is made of, and the names that it may ask for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.sources import Sources, wanted_names

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, **modules: str) -> None:
    for name, text in modules.items():
        file = folder.joinpath(*name.split("__in__")).with_suffix(".py")
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        ("import a", {"shop", "a"}),
        ("import a, json", {"shop", "a"}),
        ("import lib.deep", {"shop", "lib", "lib.deep", "lib.deeper"}),
        ("from lib import deep", {"shop", "lib", "lib.deep", "lib.deeper"}),
        ("from lib.deep import x", {"shop", "lib", "lib.deep", "lib.deeper"}),
        ("try:\n    import a\nexcept ImportError:\n    import not_there", {"shop", "a"}),
    ],
)
def test_what_lies_beside_the_file_is_found_however_it_is_imported(
    tmp_path: Path, statement: str, names: set[str]
) -> None:
    (tmp_path / "lib").mkdir()
    write(tmp_path / "lib", __init__="", deep="from .deeper import x", deeper="from . import missing")
    write(tmp_path, shop=statement, a="import shop")
    assert set(Sources(tmp_path).of("shop")) == names


def test_no_code_runs_for_it(tmp_path: Path) -> None:
    write(tmp_path, shop="import sys; sys.shop_was_run = True\nimport shop_stock", shop_stock="1 / 0")
    assert set(Sources(tmp_path).of("shop")) == {"shop", "shop_stock"}
    assert not hasattr(sys, "shop_was_run")
    assert "shop_stock" not in sys.modules


def test_of_an_installed_package_only_the_module_itself_is_looked_at(tmp_path: Path) -> None:
    assert set(Sources(tmp_path).of("json.decoder")) == {"json.decoder"}
    assert Sources(tmp_path).of("there_is_none") == {}


@pytest.mark.parametrize(
    ("module", "function", "names"),
    [
        ("def f(a, /, b, *, c=1): ...", "f", {"a", "b", "c"}),
        (
            "class C:\n    @staticmethod\n    def f(a): ...",
            "C.f",
            {"a", "staticmethod"},
        ),
        ("def f(a): ...\ndef f(b): ...", "f", {"b"}),
        ("def f(**all): all['ds']", "f", {"all", "ds"}),
        ("from os import getcwd as f", "f", set()),
    ],
)
def test_the_names_that_a_function_may_ask_for(
    tmp_path: Path, module: str, function: str, names: set[str]
) -> None:
    write(tmp_path, shop=module)
    assert wanted_names(Sources(tmp_path).of("shop"), "shop", function) == names
