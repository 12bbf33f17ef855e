"""What the fields of a model mean, in the words that stand under them in its source.

Read from the source, since Python keeps no docstring of a field, and when somebody asks, since pydantic
would read every source anew at each import.
"""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel


def words_of(model: type[BaseModel]) -> dict[str, str]:
    """The words under each field of a model and of those that it builds on, by the field's name in Python."""
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if one.__module__.startswith("flowdesk."):
            found |= _words(one.__module__).get(one.__qualname__, {})
    return found


@cache
def _words(module: str) -> dict[str, dict[str, str]]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: _under_fields(node) for node in tree.body if isinstance(node, ast.ClassDef)}


def _under_fields(node: ast.ClassDef) -> dict[str, str]:
    found = {}
    for field, under in zip(node.body, node.body[1:], strict=False):
        if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
            continue
        if isinstance(under, ast.Expr) and isinstance(under.value, ast.Constant):
            found[field.target.id] = inspect.cleandoc(str(under.value.value))
    return found
