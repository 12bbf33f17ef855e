"""Python annotations as types of the contract, as far as they are plain: `Optional[int]`, `list[float]`.

What an annotation means beyond that (a class of one's own, a protocol, a type variable) nobody can tell
without running the module; it stands for `any`, so that it never contradicts anything.
"""

from __future__ import annotations

import ast
from functools import lru_cache

from flowdesk.xcom.containers import Collection, Dict, Tuple, Union
from flowdesk.xcom.shapes import AnyType, Literal, Scalar, Type

ANY = AnyType()
_SCALARS = {
    **{name: name for name in ("int", "float", "str", "bool", "bytes")},
    **{name: name for name in ("datetime", "date", "timedelta", "Decimal", "UUID")},
    **dict.fromkeys(("Path", "PurePath", "PosixPath"), "path"),
}
_COLLECTIONS = {"list": "list", "List": "list", "set": "set", "Set": "set"} | dict.fromkeys(
    ("frozenset", "FrozenSet"), "frozenset"
)
_DICTS = {"dict", "Dict", "Mapping", "MutableMapping"}
_TUPLES = {"tuple", "Tuple"}
_WRAPPERS = {"Annotated", "Final", "Required", "NotRequired"}


@lru_cache(maxsize=1024)
def read(annotation: str) -> Type:
    """The type that an annotation means; `any` for what cannot be told."""
    try:
        return _read(ast.parse(annotation.strip(), mode="eval").body)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ANY


def widened(type_: Type) -> Type:  # noqa: PLR0911 - one for each kind of type
    """A type as Python takes it for an annotation: there a bool is an int, and a datetime a date."""
    match type_:
        case Scalar("int" | "float"):
            return Union((type_, Scalar("bool")))
        case Scalar("date"):
            return Union((type_, Scalar("datetime")))
        case Collection(name, item):
            return Collection(name, widened(item))
        case Dict(key, value):
            return Dict(widened(key), widened(value))
        case Tuple(items, rest):
            return Tuple(tuple(map(widened, items)), None if rest is None else widened(rest))
        case Union(members):
            return Union(tuple(map(widened, members)))
    return type_


def _read(node: ast.expr) -> Type:
    match node:
        case ast.Constant(None):
            return Scalar("None")
        case ast.Constant(str() as text):
            return read(text)
        case ast.Name(name) | ast.Attribute(attr=name):
            return _bare(name)
        case ast.BinOp(left, ast.BitOr(), right):
            return _union([_read(left), _read(right)])
        case ast.Subscript(ast.Name(name) | ast.Attribute(attr=name), arguments):
            return _bracketed(name, arguments.elts if isinstance(arguments, ast.Tuple) else [arguments])
    return ANY


def _bare(name: str) -> Type:
    if name in _SCALARS:
        return Scalar(_SCALARS[name])
    if name in _COLLECTIONS:
        return Collection(_COLLECTIONS[name], ANY)
    if name in _DICTS:
        return Dict(ANY, ANY)
    return Tuple((), ANY) if name in _TUPLES else ANY


def _bracketed(name: str, arguments: list[ast.expr]) -> Type:
    if name == "Literal":
        values = [argument.value for argument in arguments if isinstance(argument, ast.Constant)]
        return Literal(tuple(values)) if len(values) == len(arguments) else ANY
    if name in _TUPLES:
        return _tuple(arguments)
    found = [_read(argument) for argument in arguments]
    if name in _COLLECTIONS:
        return Collection(_COLLECTIONS[name], found[0])
    if name in _DICTS and len(found) == 2:  # noqa: PLR2004 - a key and a value
        return Dict(found[0], found[1])
    if name in ("Optional", "Union"):
        return _union([*found, Scalar("None")] if name == "Optional" else found)
    return found[0] if name in _WRAPPERS else ANY


def _tuple(arguments: list[ast.expr]) -> Type:
    match arguments:
        case [item, ast.Constant(value)] if value is ...:
            return Tuple((), _read(item))
    return Tuple(tuple(map(_read, arguments)))


def _union(members: list[Type]) -> Type:
    flat: list[Type] = []
    for member in members:
        inside = member.members if isinstance(member, Union) else (member,)
        flat += [one for one in inside if one not in flat]
    if ANY in flat:
        return ANY
    return flat[0] if len(flat) == 1 else Union(tuple(flat))
