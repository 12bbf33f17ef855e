"""A worker may run under any Python from 3.9 on, in which flowdesk's dependencies are not installed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import flowdesk.xcom

FOLDER = Path(flowdesk.xcom.__file__).parent


@pytest.mark.parametrize("file", sorted(path.name for path in FOLDER.glob("*.py")))
def test_the_syntax_is_that_of_python_3_9(file: str) -> None:
    ast.parse((FOLDER / file).read_text(), feature_version=(3, 9))


def test_only_the_standard_library_is_imported() -> None:
    code = "import sys; sys.path.append(sys.argv[1]); from flowdesk.xcom import preview, types, values"
    root = str(FOLDER.parent.parent)
    subprocess.run([sys.executable, "-I", "-S", "-c", code, root], check=True)
