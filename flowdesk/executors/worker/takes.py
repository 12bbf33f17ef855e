"""What a function takes, looked up once: many tasks call the same one, and a look takes 0.1 ms.

Of a plain function its code tells all. Only what is decorated, or no function, is left to `inspect`, which
takes longer to import than such tasks take together.
"""

from __future__ import annotations

from functools import lru_cache
from types import FunctionType

from flowdesk.executors.worker.wanted import ways_of
from flowdesk.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 256
"""How many functions are remembered. They are the modules' own, which stay anyway."""

MORE = 0x08
"""CO_VARKEYWORDS, among the flags of a code."""


class Takes(NamedTuple):
    """The names that a function takes by keyword, and whether it takes all others too.

    `ways` says by name in which way a value is wanted, see `wanted`.
    """

    names: frozenset[str]
    all: bool
    ways: dict[str, str]


def takes_of(function: Callable[..., object]) -> Takes | None:
    """What the function takes; None: it is a function of C that does not tell."""
    if type(function) is FunctionType:
        return _remembered(function)
    return _looked_up(function)  # any other callable may change, or not be hashable


def _looked_up(function: Callable[..., object]) -> Takes | None:
    if type(function) is FunctionType and not vars(function):
        return _by_code(function)
    import inspect

    try:
        parameters = inspect.signature(function).parameters.values()
    except ValueError:
        return None
    annotations = {one.name: one.annotation for one in parameters if one.annotation is not one.empty}
    return Takes(
        frozenset(
            one.name for one in parameters if one.kind in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY)
        ),
        any(one.kind is one.VAR_KEYWORD for one in parameters),
        ways_of(annotations, getattr(inspect.unwrap(function), "__globals__", {})),
    )


def _by_code(function: FunctionType) -> Takes:
    code = function.__code__
    last = code.co_argcount + code.co_kwonlyargcount
    names = code.co_varnames[code.co_posonlyargcount : last]
    annotations = {name: one for name, one in function.__annotations__.items() if name != "return"}
    return Takes(frozenset(names), bool(code.co_flags & MORE), ways_of(annotations, function.__globals__))


_remembered = lru_cache(MOST)(_looked_up)
