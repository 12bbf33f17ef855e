"""How a function wants its stored values: by the annotations of its parameters, none of which is evaluated.

`Path` a path, `BinaryIO` a stream of bytes, `TextIO` one of text, `bytes` all bytes, `numpy.memmap` a memory
map; `pandas.DataFrame`, `polars.DataFrame` and `pyarrow.Table` a table of that library.
"""

from __future__ import annotations

from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from collections.abc import Iterator, Mapping
    from typing import Any

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


def ways_of(annotations: Mapping[str, object], names: dict[str, Any]) -> dict[str, str]:
    """The way by the name of each parameter that says one. `names` are those of the function's module."""
    ways = {name: _way(annotation, names) for name, annotation in annotations.items()}
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
        text = annotation.strip()
        yield from [_named(text, names)] if text.isidentifier() else _parsed(text, names)
        return
    name = getattr(annotation, "__name__", None) or getattr(annotation, "_name", None)
    if isinstance(name, str):
        yield str(getattr(annotation, "__module__", "")).partition(".")[0], name
    arguments = getattr(annotation, "__args__", None)
    if isinstance(arguments, tuple):
        for one in arguments:
            yield from _classes(one, names)


def _parsed(text: str, names: dict[str, Any]) -> Iterator[tuple[str, str]]:
    import ast  # which a name alone does not need

    try:
        parsed = ast.parse(text, mode="eval")
    except SyntaxError:
        return
    yield from _written(parsed.body, names)


def _named(name: str, names: dict[str, Any]) -> tuple[str, str]:
    return str(getattr(names.get(name), "__module__", "")).partition(".")[0], name


def _written(node: ast.AST, names: dict[str, Any]) -> Iterator[tuple[str, str]]:
    import ast

    for one in ast.walk(node):
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name):
            module = names.get(one.value.id)
            known = module.__name__ if isinstance(module, ModuleType) else one.value.id
            yield known.partition(".")[0], one.attr
        elif isinstance(one, ast.Name):
            yield _named(one.id, names)
        elif isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield from _classes(one.value, names)
