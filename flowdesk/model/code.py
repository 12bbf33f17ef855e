"""The Python functions that `module:function` names, read from their source without importing anything.

A module is looked for beside the pipeline file first, then where installed ones lie, as the worker will.
What can only be known by running code (a decorated function, a name bound by an assignment or an
import, a compiled module) is accepted, with unknown parameters.
"""

from __future__ import annotations

import ast
import warnings
from typing import TYPE_CHECKING

from flowdesk.model.codes import Code
from flowdesk.model.modules import find_module, modules_beside
from flowdesk.model.refusals import nearest
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

TI_NAMES = ("ti", "task_instance")
_Def = ast.FunctionDef | ast.AsyncFunctionDef


class Parameter(NamedTuple):
    """A parameter of a function. `kind` is positional_only, positional, keyword_only, args or kwargs."""

    name: str
    annotation: str | None
    has_default: bool
    kind: str


class Function(NamedTuple):
    """A function as its source has it. `parameters` is None where only running the code would tell."""

    name: str
    parameters: tuple[Parameter, ...] | None = None
    line: int | None = None
    returns: str | None = None
    path: Path | None = None

    @property
    def takes_ti(self) -> bool:
        """Whether it asks for the task instance by name."""
        return any(p.name in TI_NAMES and p.kind not in ("args", "kwargs") for p in self.parameters or ())

    @property
    def takes_kwargs(self) -> bool:
        """Whether it takes arguments of any name."""
        return any(p.kind == "kwargs" for p in self.parameters or ())


class Fault(NamedTuple):
    """Why a reference cannot be called. `line` and `column` (from 1) are in the module at `path`."""

    code: Code
    message: str
    suggestion: str | None = None
    path: Path | None = None
    line: int | None = None
    column: int = 1


class Functions:
    """What each reference of a file resolves to, in the file's order of first mention.

    `modules` are all that were looked for.
    """

    def __init__(self) -> None:
        self.found: dict[str, Function] = {}
        self.faults: dict[str, Fault] = {}
        self.modules: set[str] = set()

    def find(self, reference: str) -> Function | None:
        """The function that `module:function` names, or None where it has a fault."""
        return self.found.get(reference)


def read_functions(folder: Path, references: Iterable[str]) -> Functions:
    """Look up references of the form `module:function` for a pipeline file in `folder`; never raises."""
    functions = Functions()
    modules: dict[str, dict[str, Function | Fault] | Fault | None] = {}
    for reference in dict.fromkeys(references):
        module, _, name = reference.partition(":")
        if module not in modules:
            modules[module] = _read_module(folder, module)
        found = _look_up(modules[module], module, name)
        if isinstance(found, Fault):
            functions.faults[reference] = found
        else:
            functions.found[reference] = found
    functions.modules.update(modules)
    return functions


def _look_up(names: dict[str, Function | Fault] | Fault | None, module: str, name: str) -> Function | Fault:
    if isinstance(names, Fault):
        return names
    if names is None or "*" in names or "__getattr__" in names:
        return (names or {}).get(name) or Function(name)
    if name in names:
        return names[name]
    message = f"module '{module}' has no function {name!r}"
    return Fault(Code.FUNCTION_MISSING, message, nearest(name, list(names)))


def _read_module(folder: Path, module: str) -> dict[str, Function | Fault] | Fault | None:
    """The names that a module binds; None where it is there without source."""
    found = find_module(folder, module)
    if not found.exists:
        message = f"there is no module '{module}' beside the pipeline file, nor an installed one"
        return Fault(Code.MODULE_MISSING, message, nearest(module, modules_beside(folder)))
    if found.source is None:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an invalid escape in it is for whoever runs it
            tree = ast.parse(found.source.read_bytes())
    except SyntaxError as error:
        message = f"module '{module}' is no valid Python: {error.msg}"
        line, column = error.lineno or 1, max(1, error.offset or 1)
        return Fault(Code.MODULE_BROKEN, message, path=found.source, line=line, column=column)
    except (OSError, ValueError, RecursionError, MemoryError) as error:
        message = f"module '{module}' cannot be read: {error}"
        return Fault(Code.MODULE_BROKEN, message, path=found.source, line=1)
    return dict(_bound(tree.body, found.source))


def _bound(statements: Iterable[ast.stmt], path: Path) -> Iterator[tuple[str, Function | Fault]]:
    """Every name bound at a module's top, later ones last; inside `if`, `try`, `with` and loops too."""
    for statement in statements:
        if isinstance(statement, _Def):
            yield statement.name, _function(statement, path)
        elif isinstance(statement, ast.ClassDef):
            yield statement.name, Function(statement.name, line=statement.lineno, path=path)
        else:
            for name in _bound_inside(statement):
                yield name, Function(name, line=statement.lineno, path=path)
            for block in ("body", "orelse", "finalbody"):
                yield from _bound(getattr(statement, block, []), path)
            for handler in getattr(statement, "handlers", []):
                yield from _bound(handler.body, path)


def _bound_inside(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, ast.Import | ast.ImportFrom):
        for alias in statement.names:
            yield alias.asname or alias.name.partition(".")[0]
    elif not hasattr(statement, "body"):
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id


def _function(node: _Def, path: Path) -> Function | Fault:
    if isinstance(node, ast.AsyncFunctionDef):
        message = f"{node.name!r} is an async function; tasks call plain ones"
        hint = "wrap it: def task(): return asyncio.run(…)"
        return Fault(Code.FUNCTION_ASYNC, message, hint, path, node.lineno, node.col_offset + 1)
    parameters = None if node.decorator_list else tuple(_parameters(node.args))
    returns = ast.unparse(node.returns) if node.returns else None
    return Function(node.name, parameters, node.lineno, returns, path)


def _parameters(arguments: ast.arguments) -> Iterator[Parameter]:
    positional = [*arguments.posonlyargs, *arguments.args]
    first_default = len(positional) - len(arguments.defaults)
    for position, argument in enumerate(positional):
        kind = "positional_only" if position < len(arguments.posonlyargs) else "positional"
        yield _parameter(argument, kind, has_default=position >= first_default)
    if arguments.vararg:
        yield _parameter(arguments.vararg, "args")
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        yield _parameter(argument, "keyword_only", has_default=default is not None)
    if arguments.kwarg:
        yield _parameter(arguments.kwarg, "kwargs")


def _parameter(argument: ast.arg, kind: str, *, has_default: bool = False) -> Parameter:
    annotation = ast.unparse(argument.annotation) if argument.annotation else None
    return Parameter(argument.arg, annotation, has_default, kind)
