"""What functions push and pull through `ti`, read from their source, helpers in the same module included.

`ti` is followed under whatever name it goes: as a parameter, out of the context (`kwargs["ti"]`,
`get_current_context()["ti"]`), into other variables, and into functions of the same module that it, or the
context, is passed to, with the texts that are passed along. Only what is written plainly is told: a key or a
task that is computed shows in the run.
"""

from __future__ import annotations

import ast
import warnings
from types import MappingProxyType
from typing import TYPE_CHECKING

from flowdesk.model.code import TI_NAMES
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

RETURN_VALUE = "return_value"
_CONTEXT_CALLS = ("get_current_context",)
_PULL_ORDER = ("task_ids", "dag_id", "key")
_PUSH_ORDER = ("key", "value")
_Function = ast.FunctionDef | ast.AsyncFunctionDef
MAX_CALLS = 1000
"""How many different calls of helpers are followed from one function."""


class XcomUse(NamedTuple):
    """One call of `xcom_push` or `xcom_pull`. `tasks` is None for the task's own values, and for a push.

    The place is the call's, in the module: lines and columns from 1, the end exclusive.
    """

    verb: str
    key: str
    tasks: tuple[str, ...] | None
    line: int
    column: int
    end_line: int
    end_column: int


class _Known(NamedTuple):
    """What names stand for in a function: `ti`, the context, and plain values."""

    ti: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    values: Mapping[str, object] = MappingProxyType({})

    @property
    def key(self) -> tuple[object, ...]:
        """The same as something that a set can hold."""
        return self.ti, self.context, tuple(sorted(self.values.items(), key=str))


class ModuleXcoms:
    """The functions of one module's source."""

    def __init__(self, tree: ast.Module) -> None:
        self._functions = {node.name: node for node in tree.body if isinstance(node, _Function)}
        outside = [node for node in tree.body if not isinstance(node, _Function | ast.ClassDef)]
        self._constants = _assigned_once(outside)
        self._found: dict[str, tuple[XcomUse, ...]] = {}

    def of(self, function: str) -> tuple[XcomUse, ...]:
        """What a function of the module's top level pushes and pulls, in the order of the source."""
        if function not in self._found:
            uses = set(self._uses(function)) if function in self._functions else set()
            self._found[function] = tuple(sorted(uses, key=lambda use: (use.line, use.column, use.key)))
        return self._found[function]

    def _uses(self, function: str) -> Iterator[XcomUse]:
        """The uses in a function and in all that it calls, each helper once for all that it is passed."""
        left = [(self._functions[function], _given_by_name(self._functions[function]))]
        seen: set[tuple[object, ...]] = set()
        while left and len(seen) < MAX_CALLS:
            node, given = left.pop()
            if (node.name, given.key) in seen:
                continue
            seen.add((node.name, given.key))
            known = self._inside(node, given)
            for call in (inner for inner in ast.walk(node) if isinstance(inner, ast.Call)):
                if use := _use(call, known):
                    yield use
                elif isinstance(call.func, ast.Name) and call.func.id in self._functions:
                    helper = self._functions[call.func.id]
                    passed = _passed(call, helper, known)
                    if passed.ti or passed.context:
                        left.append((helper, passed))

    def _inside(self, node: _Function, given: _Known) -> _Known:
        """What names stand for inside a function with these parameters."""
        bound = {inner.arg for inner in ast.walk(node.args) if isinstance(inner, ast.arg)}
        bound |= {inner.id for inner in ast.walk(node) if _is_stored(inner)}  # type: ignore[attr-defined]  # a Name
        constants = {name: value for name, value in self._constants.items() if name not in bound}
        values = {**constants, **given.values, **_assigned_once(node.body)}
        return _Known(*_aliases(node, given), values)


def _is_stored(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del)


def read_xcoms(path: Path) -> ModuleXcoms | None:
    """Read a module's source; None where it cannot be read, which is told elsewhere."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ModuleXcoms(ast.parse(path.read_bytes()))
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _given_by_name(node: _Function) -> _Known:
    """The parameters that are ti, and those that are the context, of a function that a task calls."""
    arguments = node.args
    named = [one.arg for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    context = frozenset([arguments.kwarg.arg]) if arguments.kwarg else frozenset()
    return _Known(frozenset(name for name in named if name in TI_NAMES), context)


def _name_of(node: ast.expr) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else None


def _aliases(node: _Function, given: _Known) -> tuple[frozenset[str], frozenset[str]]:
    """The names that are ti, and those that are the context, with all that they are assigned to."""
    found_ti, found_context = set(given.ti), set(given.context)
    for statement in sorted(_assignments(node), key=lambda one: (one.lineno, one.col_offset)):
        known = _Known(frozenset(found_ti), frozenset(found_context))
        for target, value in _pairs(statement):
            if _is_ti(value, known):
                found_ti.add(target)
            elif _is_context(value, known):
                found_context.add(target)
    return frozenset(found_ti), frozenset(found_context)


def _assignments(node: _Function) -> list[ast.Assign | ast.AnnAssign | ast.NamedExpr]:
    return [
        inner for inner in ast.walk(node) if isinstance(inner, ast.Assign | ast.AnnAssign | ast.NamedExpr)
    ]


def _pairs(statement: ast.Assign | ast.AnnAssign | ast.NamedExpr) -> Iterator[tuple[str, ast.expr]]:
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    for target in targets:
        if isinstance(target, ast.Name) and statement.value is not None:
            yield target.id, statement.value


def _is_ti(node: ast.expr, known: _Known) -> bool:
    match node:
        case ast.Name(name):
            return name in known.ti
        case ast.Subscript(mapping, ast.Constant(str() as key)):
            return key in TI_NAMES and _is_context(mapping, known)
        case ast.Call(ast.Attribute(mapping, "get" | "pop"), [ast.Constant(str() as key), *_]):
            return key in TI_NAMES and _is_context(mapping, known)
    return False


def _is_context(node: ast.expr, known: _Known) -> bool:
    if isinstance(node, ast.Call):
        return _name_of(node.func) in _CONTEXT_CALLS
    return isinstance(node, ast.Name) and node.id in known.context


def _passed(call: ast.Call, helper: _Function, known: _Known) -> _Known:
    """What the parameters of a helper stand for in this call."""
    names = [one.arg for one in (*helper.args.posonlyargs, *helper.args.args)]
    pairs: list[tuple[str | None, ast.expr]] = list(zip(names, call.args, strict=False))
    pairs += [(keyword.arg, keyword.value) for keyword in call.keywords]
    ti = frozenset(name for name, value in pairs if name is not None and _is_ti(value, known))
    context = frozenset(name for name, value in pairs if name is not None and _is_context(value, known))
    if any(name is None and _is_context(value, known) for name, value in pairs):
        spread = _given_by_name(helper)
        ti, context = ti | spread.ti, context | spread.context
    values = {name: _value(value, known) for name, value in pairs if name is not None}
    plain = {name: value for name, value in values.items() if value is not _UNKNOWN and name not in ti}
    return _Known(ti, context, plain)


def _use(call: ast.Call, known: _Known) -> XcomUse | None:
    """The use that a call is, if it is one that is written plainly."""
    if not isinstance(call.func, ast.Attribute) or not _is_ti(call.func.value, known):
        return None
    verb = call.func.attr
    if verb not in ("xcom_push", "xcom_pull"):
        return None
    order = _PUSH_ORDER if verb == "xcom_push" else _PULL_ORDER
    arguments = dict(zip(order, call.args, strict=False))
    arguments |= {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
    if len(arguments) < len(call.args) + len(call.keywords):
        return None  # spread from a list or a dict
    key = _value(arguments["key"], known) if "key" in arguments else RETURN_VALUE
    tasks = _value(arguments["task_ids"], known) if "task_ids" in arguments else None
    elsewhere = "dag_id" in arguments and _value(arguments["dag_id"], known) is not None
    if not isinstance(key, str) or tasks is _UNKNOWN or elsewhere:
        return None
    listed = (tasks,) if isinstance(tasks, str) else tasks
    if listed is not None and not (isinstance(listed, tuple) and all(isinstance(one, str) for one in listed)):
        return None
    end_line, end_column = call.end_lineno or call.lineno, call.end_col_offset or call.col_offset
    return XcomUse(verb, key, listed, call.lineno, call.col_offset + 1, end_line, end_column + 1)


_UNKNOWN = object()


def _value(node: ast.expr, known: _Known) -> object:
    """The plain value of an expression: text, None, or a tuple for a list of such; else `_UNKNOWN`."""
    match node:
        case ast.Constant(str() | None as value):
            return value
        case ast.Name("XCOM_RETURN_KEY") | ast.Attribute(attr="XCOM_RETURN_KEY"):
            return RETURN_VALUE
        case ast.Name(name):
            return known.values.get(name, _UNKNOWN)
        case ast.List(items) | ast.Tuple(items) | ast.Set(items):
            values = tuple(_value(item, known) for item in items)
            return _UNKNOWN if _UNKNOWN in values else values
    return _UNKNOWN


def _assigned_once(statements: list[ast.stmt]) -> dict[str, object]:
    """The names in a block that are bound once, to a plain value; others are nobody's guess."""
    block = ast.Module(statements, [])
    bound: dict[str, int] = {}
    for inner in ast.walk(block):
        name = inner.arg if isinstance(inner, ast.arg) else getattr(inner, "id", "")
        if isinstance(inner, ast.arg) or _is_stored(inner):
            bound[name] = bound.get(name, 0) + 1
    nothing = _Known()
    values = {
        name: _value(value, nothing)
        for statement in ast.walk(block)
        if isinstance(statement, ast.Assign | ast.AnnAssign)
        for name, value in _pairs(statement)
        if bound[name] == 1
    }
    return {name: value for name, value in values.items() if value is not _UNKNOWN}
