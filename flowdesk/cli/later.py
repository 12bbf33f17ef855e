"""A module of Python that is imported when somebody asks something of it, not when it is named.

`dataclasses` names `inspect`, and asks it only about classes without a docstring; there are none here. With
it come `ast`, `dis` and `tokenize`: 8 ms, two thirds of what an interpreter takes to start.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Later(ModuleType):
    """Stands for a module until something of it is asked for."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module has
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        module = import_module(self.__name__)
        self.__dict__.update(module.__dict__)
        return getattr(module, name)


def import_later(name: str) -> None:
    """Have a module of the standard library imported when it is needed, unless it is there already."""
    sys.modules.setdefault(name, Later(name))
