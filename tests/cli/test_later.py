from __future__ import annotations

import subprocess
import sys
from inspect import cleandoc

import pytest


def outcome(code: str) -> str:
    head = "import sys; from flowdesk.cli.later import Later, import_later; import_later('inspect'); "
    return subprocess.run(
        [sys.executable, "-c", head + code], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_it_is_not_there_until_it_is_asked() -> None:
    assert outcome("import dataclasses, inspect; print('ast' in sys.modules)") == "False"


@pytest.mark.parametrize(
    "code",
    [
        "import inspect; print(inspect.isclass(int))",
        "from inspect import isclass; print(isclass(int))",
        "import inspect as one; one.isclass; import inspect as other; print(other.isclass is one.isclass)",
        "import dataclasses; print(dataclasses.make_dataclass('A', ['a']).__doc__.startswith('A(a'))",
        "import inspect; inspect.ismethod; print(type(sys.modules['inspect']) is not Later)",
        "import inspect; print(not hasattr(inspect, 'no_such_thing'))",
        "import importlib, inspect; print(importlib.reload(importlib.import_module('inspect')) is not None)",
    ],
)
def test_whoever_asks_gets_the_module(code: str) -> None:
    assert outcome(code) == "True"


def test_one_that_is_there_stays() -> None:
    assert outcome("import json; import_later('json'); print(sys.modules['json'] is json)") == "True"


def put_off(code: str) -> str:
    return outcome(f"from flowdesk.cli.later import put_off; put_off(); {code}")


def test_what_is_known_is_told_without_the_module() -> None:
    asked = "from typing import TYPE_CHECKING; import pathlib; pathlib.Path('/a b').as_uri(); "
    assert put_off(f"{asked} print(type(sys.modules['typing']) is Later, TYPE_CHECKING)") == "True False"
    assert put_off("import pathlib; print('ipaddress' in sys.modules)") == "False"


@pytest.mark.parametrize(
    "doc",
    [
        "",
        "one line",
        "  one",
        "one\n\n    two\n      three\n    ",
        "\n    one\n\ttwo\n",
        "one\n  two\n\n\n",
        "\n\n",
    ],
)
def test_the_margin_of_a_docstring_is_taken_off_as_inspect_does(doc: str) -> None:
    assert put_off(f"import inspect; print(repr(inspect.cleandoc({doc!r})))") == repr(cleandoc(doc))


@pytest.mark.parametrize(
    "code",
    [
        "from typing import Any; print(Any is sys.modules['typing'].Any)",
        "import typing; typing.Any; print(type(sys.modules['typing']) is not Later)",
        "import pathlib; print(pathlib.Path('/a b/é').as_uri() == 'file:///a%20b/%C3%A9')",
        "import urllib.parse; print(urllib.parse.quote('a b') == 'a%20b')",
        "import urllib.parse; urllib.parse.quote; print(urllib.parse is sys.modules['urllib.parse'])",
        "from importlib.metadata import entry_points; print(list(entry_points(group='no such')) == [])",
        "import importlib.metadata; print(importlib.metadata.version('pydantic')[0] == '2')",
        "import dataclasses, pydantic; print(type(sys.modules['typing']) is not Later)",
    ],
)
def test_whoever_asks_for_more_gets_the_module(code: str) -> None:
    assert put_off(code) == "True"
