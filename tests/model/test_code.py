"""What a task calls is read from its source; nothing is imported, whatever the code would do."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from flowdesk.model.code import Fault, Function, read_functions

if TYPE_CHECKING:
    from pathlib import Path

SHOP = '''\
"""A shop."""
raise SystemExit("imported!")
import json
from os import getcwd as where
LIMIT: int = 3
first, *others = sorted([lambda x: x])


def plain(a, b: "int" = 2, /, c=3, *args, d, e: list[float] = [], **kw) -> dict[str, float]:
    hidden = 1


def with_ti(ti, x): ...


def nothing(): ...


@decorated
def decorated_one(x): ...


async def later(): ...


class Model: ...


if LIMIT:
    def conditional(x): ...
else:
    def conditional(x, y): ...
try:
    import numpy
except ImportError:
    numpy = None
'''


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A folder with a module, a package and a broken module."""
    (tmp_path / "shop.py").write_text(SHOP)
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "__init__.py").write_text("def top(): ...\n")
    (tmp_path / "pack" / "part.py").write_text("def deep(x): ...\n")
    (tmp_path / "plain_folder").mkdir()
    (tmp_path / "plain_folder" / "part.py").write_text("def deep(y): ...\n")
    (tmp_path / "open.py").write_text("from shop import *\ndef own(x): ...\n")
    (tmp_path / "broken.py").write_text("def f():\n  return (\n")
    (tmp_path / "nul.py").write_bytes(b"x = '\0'\n")
    (tmp_path / "warns.py").write_text("def f():\n    return '\\d'\n")
    (tmp_path / "json.py").write_text("def ours(): ...\n")
    (tmp_path / "deep.py").write_text("x = " + "-" * 100_000 + "1")
    return tmp_path


def function(folder: Path, reference: str) -> Function:
    functions = read_functions(folder, [reference])
    assert functions.faults == {}
    found = functions.find(reference)
    assert found is not None
    return found


def fault(folder: Path, reference: str) -> Fault:
    functions = read_functions(folder, [reference])
    assert functions.find(reference) is None
    return functions.faults[reference]


def test_a_function_is_read_with_all_kinds_of_parameters(shop: Path) -> None:
    found = function(shop, "shop:plain")
    assert (found.name, found.line, found.returns, found.path) == (
        "plain",
        9,
        "dict[str, float]",
        shop / "shop.py",
    )
    assert found.parameters is not None
    assert [(p.name, p.annotation, p.has_default, p.kind) for p in found.parameters] == [
        ("a", None, False, "positional_only"),
        ("b", "'int'", True, "positional_only"),
        ("c", None, True, "positional"),
        ("args", None, False, "args"),
        ("d", None, False, "keyword_only"),
        ("e", "list[float]", True, "keyword_only"),
        ("kw", None, False, "kwargs"),
    ]
    assert found.takes_kwargs
    assert not found.takes_ti


def test_a_function_that_asks_for_ti_says_so(shop: Path) -> None:
    assert function(shop, "shop:with_ti").takes_ti
    assert function(shop, "shop:nothing").parameters == ()


@pytest.mark.parametrize(
    "name", ["decorated_one", "json", "where", "LIMIT", "first", "others", "Model", "numpy"]
)
def test_what_only_running_would_tell_is_accepted(shop: Path, name: str) -> None:
    assert function(shop, f"shop:{name}").parameters is None


def test_of_two_definitions_the_last_one_counts(shop: Path) -> None:
    parameters = function(shop, "shop:conditional").parameters
    assert parameters is not None
    assert [parameter.name for parameter in parameters] == ["x", "y"]


@pytest.mark.parametrize("reference", ["pack:top", "pack.part:deep", "plain_folder.part:deep", "warns:f"])
def test_modules_are_found_as_python_finds_them(shop: Path, reference: str) -> None:
    assert function(shop, reference).parameters is not None


def test_a_module_beside_the_file_hides_an_installed_one(shop: Path) -> None:
    assert function(shop, "json:ours").parameters == ()


def test_a_module_that_takes_all_names_from_another_may_have_any(shop: Path) -> None:
    assert function(shop, "open:plain").parameters is None
    assert function(shop, "open:own").parameters is not None


def test_installed_modules_are_read_without_importing_them(shop: Path) -> None:
    assert function(shop, "wave:open").parameters is not None
    assert function(shop, "xmlrpc.client:dumps").parameters is not None
    assert function(shop, "time:sleep").parameters is None
    assert "wave" not in sys.modules


@pytest.mark.parametrize(
    ("reference", "code", "message", "suggestion"),
    [
        (
            "shp:plain",
            "FD601",
            "there is no module 'shp' beside the pipeline file, nor an installed one",
            "did you mean 'shop'?",
        ),
        (
            "pack.prt:deep",
            "FD601",
            "there is no module 'pack.prt' beside the pipeline file, nor an installed one",
            "did you mean 'pack.part'?",
        ),
        ("shop:plian", "FD602", "module 'shop' has no function 'plian'", "did you mean 'plain'?"),
        ("shop:hidden", "FD602", "module 'shop' has no function 'hidden'", None),
        (
            "shop:later",
            "FD604",
            "'later' is an async function; tasks call plain ones",
            "wrap it: def task(): return asyncio.run(…)",
        ),
        ("broken:f", "FD603", "module 'broken' is no valid Python: '(' was never closed", None),
    ],
)
def test_what_cannot_be_called_is_told(
    shop: Path, reference: str, code: str, message: str, suggestion: str | None
) -> None:
    found = fault(shop, reference)
    assert (found.code, found.message, found.suggestion) == (code, message, suggestion)


@pytest.mark.parametrize("module", ["nul", "deep"])
def test_a_module_that_python_cannot_parse_is_told(shop: Path, module: str) -> None:
    assert fault(shop, f"{module}:f").code == "FD603"


def test_each_reference_is_kept_once_in_the_files_order(shop: Path) -> None:
    functions = read_functions(shop, ["shop:with_ti", "shop:plain", "shop:with_ti"])
    assert list(functions.found) == ["shop:with_ti", "shop:plain"]
