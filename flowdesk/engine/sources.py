"""The source of a function's module and of what it imports, read by `ast`: no code of anybody's runs for it.

Looked at are the modules that lie beside the pipeline's file, however far they import one another, and of
an installed one only itself.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """A module's file as it was read: its hash, its syntax tree if it has one, what it imports."""

    digest: str
    tree: ast.Module | None
    imports: frozenset[str]


class Sources:
    """The sources of a module and of all that it imports from beside the pipeline's file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, module: str) -> dict[str, Source]:
        """By name. A module that is installed stands for itself, and what it imports is not looked at."""
        found: dict[str, Source] = {}
        left = list(_with_packages(module))
        while left:
            name = left.pop()
            if name in found or (source := self._source(name, is_called=name == module)) is None:
                continue
            found[name] = source
            left += source.imports
        return found

    def _source(self, name: str, *, is_called: bool) -> Source | None:
        path = self._beside(name)
        if path is not None:
            return _read(path, name)
        if not is_called:
            return None
        from flowdesk.model.modules import find_module

        installed = find_module(self._folder, name).source
        source = _read(installed, name) if installed else None
        return Source(source.digest, source.tree, frozenset()) if source else None

    def _beside(self, name: str) -> Path | None:
        place = self._folder.joinpath(*name.split("."))
        files = (place / "__init__.py", place.with_name(f"{place.name}.py"))
        return next((file for file in files if file.is_file()), None)


def _read(path: Path, name: str) -> Source | None:
    try:
        stat = path.stat()
        return _parsed(path, name, stat.st_mtime_ns, stat.st_size)
    except OSError:
        return None


@cache
def _parsed(path: Path, name: str, _mtime: int, _size: int) -> Source:
    text = path.read_bytes()
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return Source(sha256(text).hexdigest(), None, frozenset())
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    return Source(sha256(text).hexdigest(), tree, frozenset(_imported(tree, package)))


def _imported(tree: ast.Module, package: str) -> Iterator[str]:
    """All modules that a source may import, and their packages: `from a import b` may mean a module `a.b`."""
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = _base(node, package)
            names = [base, *(f"{base}.{alias.name}" for alias in node.names)]
        for name in names:
            yield from _with_packages(name.strip("."))


def _with_packages(module: str) -> Iterator[str]:
    parts = module.split(".")
    return (".".join(parts[:end]) for end in range(1, len(parts) + 1) if parts[0])


def _base(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    around = package.split(".")
    kept = around[: len(around) - node.level + 1]
    return ".".join([*kept, *([node.module] if node.module else [])])


def wanted_names(sources: dict[str, Source], module: str, function: str) -> set[str]:
    """The names that a function may ask for: its arguments.

    With `**` or a decorator, all that its module mentions; of a function that is made elsewhere, all that any
    of the modules mentions.
    """
    source = sources.get(module)
    found = _defined(source.tree.body, function) if source and source.tree else None
    if source is None or source.tree is None or found is None:
        return {word for one in sources.values() if one.tree for word in _mentioned(one.tree)}
    own = found.args
    if own.kwarg or found.decorator_list:
        return _mentioned(source.tree)
    return {one.arg for one in (*own.posonlyargs, *own.args, *own.kwonlyargs)}


def _defined(body: list[ast.stmt], function: str) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    name, _, rest = function.partition(".")
    for node in reversed(body):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == name and not rest:
            return node
        if isinstance(node, ast.ClassDef) and node.name == name and rest:
            return _defined(node.body, rest)
    return None


def _mentioned(tree: ast.Module) -> set[str]:
    """The names, attributes and strings of a module."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case (
                ast.Constant(value=str(word))
                | ast.Attribute(attr=word)
                | ast.arg(arg=word)
                | ast.Name(id=word)
            ):
                found.add(word)
    return found
