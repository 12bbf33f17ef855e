"""The parameters of a function, looked up once: many tasks call the same one, and a look takes 0.1 ms."""

from __future__ import annotations

import inspect
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 256
"""How many functions are remembered. They are the modules' own, which stay anyway."""


def parameters_of(function: Callable[..., object]) -> tuple[inspect.Parameter, ...]:
    """The parameters.

    Raises:
        ValueError: it is a function of C that does not tell.
    """
    if inspect.isfunction(function):
        return _remembered(function)
    return _looked_up(function)  # any other callable may change, or not be hashable


def _looked_up(function: Callable[..., object]) -> tuple[inspect.Parameter, ...]:
    return tuple(inspect.signature(function).parameters.values())


_remembered = lru_cache(MOST)(_looked_up)
