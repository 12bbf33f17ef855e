"""A worker may run under any Python from 3.9 on, in which flowdesk's dependencies are not installed."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

import flowdesk.executors.worker

FOLDER = Path(flowdesk.executors.worker.__file__).parent
FILES = [FOLDER.parents[1] / "records.py", FOLDER.parent / "talk.py", *sorted(FOLDER.glob("*.py"))]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_syntax_is_that_of_python_3_9(file: Path) -> None:
    ast.parse(file.read_text(), feature_version=(3, 9))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_only_the_standard_library_and_what_keeps_to_it_is_imported(file: Path) -> None:
    allowed = {*sys.stdlib_module_names, "_signal"}
    for node in ast.walk(ast.parse(file.read_text())):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for name in names:
            ours = name.startswith(
                ("flowdesk.executors.worker", "flowdesk.executors.talk", "flowdesk.xcom", "flowdesk.records")
            )
            assert ours or name.partition(".")[0] in allowed, f"{name} in {file.name}"
