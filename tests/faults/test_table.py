"""The table of what is tried names tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

import tests.faults


def test_the_table_names_tests_that_are_there() -> None:
    here = Path(__file__).parent
    named = re.findall(r"(\S+\.py)::(test_\w+)", tests.faults.__doc__ or "")
    assert len(named) > 30
    assert [(file, name) for file, name in named if f"def {name}(" not in (here / file).read_text()] == []


def test_the_table_has_all_files() -> None:
    here = Path(__file__)
    files = {file.name for file in here.parent.glob("test_*.py")} - {here.name}
    assert sorted(file for file in files if file not in (tests.faults.__doc__ or "")) == []
