"""How a function wants its stored values: by the annotations of its parameters, none of which is evaluated.

`Path` a path, `BinaryIO` a stream of bytes, `TextIO` one of text, `bytes` all bytes, `numpy.memmap` a memory
map; `pandas.DataFrame`, `polars.DataFrame` and `pyarrow.Table` a table of that library.
"""

from __future__ import annotations

import ast
import inspect
from types import ModuleType
from typing import TYPE_CHECKING, Any

from flowdesk.executors.worker.parameters import parameters_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WAYS = {
    **dict.fromkeys(("Path", "PurePath", "PosixPath"), "path"),
    **dict.fromkeys(("BinaryIO", "BufferedReader", "BufferedIOBase", "RawIOBase", "IO"), "stream"),
    **dict.fromkeys(("TextIO", "TextIOWrapper", "TextIOBase"), "text"),
    "bytes": "bytes",
    "str": "str",
    "memmap": "map",
}
_TABLES = {
    ("pandas", "DataFrame"): "pandas",
    ("pd", "DataFrame"): "pandas",
    ("polars", "DataFrame"): "polars",
    ("pl", "DataFrame"): "polars",
    ("pyarrow", "Table"): "pyarrow",
    ("pa", "Table"): "pyarrow",
}


def wanted(function: Callable[..., object]) -> dict[str, str]:
    """The way by the name of each parameter that says one."""
    try:
        parameters = parameters_of(function)
    except ValueError:  # a function of C that does not tell
        return {}
    annotated = [one for one in parameters if one.annotation is not one.empty]
    if not annotated:
        return {}
    names = getattr(inspect.unwrap(function), "__globals__", {})
    ways = {one.name: _way(one.annotation, names) for one in annotated}
    return {name: way for name, way in ways.items() if way is not None}


def _way(annotation: object, names: dict[str, Any]) -> str | None:
    for module, name in _classes(annotation, names):
        way = _TABLES.get((module, name)) or _WAYS.get(name)
        if way is not None:
            return way
    return None


def _classes(annotation: object, names: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The top module and the name of every class in an annotation, from the outside in."""
    if isinstance(annotation, str):
        try:
            parsed = ast.parse(annotation.strip(), mode="eval")
        except SyntaxError:
            return
        yield from _written(parsed.body, names)
        return
    name = getattr(annotation, "__name__", None) or getattr(annotation, "_name", None)
    if isinstance(name, str):
        yield str(getattr(annotation, "__module__", "")).partition(".")[0], name
    arguments = getattr(annotation, "__args__", None)
    if isinstance(arguments, tuple):
        for one in arguments:
            yield from _classes(one, names)


def _written(node: ast.AST, names: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for one in ast.walk(node):
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name):
            module = names.get(one.value.id)
            known = module.__name__ if isinstance(module, ModuleType) else one.value.id
            yield known.partition(".")[0], one.attr
        elif isinstance(one, ast.Name):
            known = getattr(names.get(one.id), "__module__", "")
            yield str(known).partition(".")[0], one.id
        elif isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield from _classes(one.value, names)
