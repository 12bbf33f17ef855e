"""Every wrong file gets the report kept beside it, and every code has a wrong file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from flowdesk.model.codes import Code
from tests.problems.reports import FOLDER, expected, report, wrong_files

if TYPE_CHECKING:
    from pathlib import Path

WITHOUT_A_FILE = {
    *(Code.FILE_MISSING, Code.FILE_IS_FOLDER, Code.FILE_UNREADABLE, Code.NOT_UTF8, Code.EMPTY),
    Code.PLUGIN_BROKEN,  # takes an installed package
}
"""Codes of what cannot lie in this folder as a text; tests/model has tests of them."""


@pytest.mark.parametrize("file", wrong_files(), ids=lambda file: file.stem)
def test_the_report_is_the_one_that_was_read_and_found_clear(file: Path) -> None:
    assert report(file) == expected(file).read_text("utf-8"), "see tests/problems/__main__.py"


def test_every_code_has_a_wrong_file() -> None:
    told = {code for file in wrong_files() for code in re.findall(r"\[(FD\d+)\]$", said(file), re.MULTILINE)}
    assert sorted(set(Code) - WITHOUT_A_FILE - told) == []


def test_every_report_has_a_file() -> None:
    assert {kept.stem for kept in FOLDER.glob("*.txt")} == {file.stem for file in wrong_files()}


def test_no_report_tells_where_the_project_lies() -> None:
    assert [file.stem for file in wrong_files() if str(FOLDER) in said(file)] == []


def said(file: Path) -> str:
    return expected(file).read_text("utf-8")
