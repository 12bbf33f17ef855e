"""Modules of Python that are imported when somebody asks something of them, not when they are named.

* `dataclasses` names `inspect`, and asks it only about classes without a docstring; there are none here.
  Click takes margins off its help with it. With it come `ast`, `dis` and `tokenize`: 8 ms, two thirds of
  what an interpreter takes to start.
* All our modules ask `typing` whether they are being type-checked, and nothing else: 3 ms.
* Pydantic names `importlib.metadata` to look for plugins, and is asked not to (`model.unplugged`): 15 ms.
* `pathlib` takes one function of `urllib.parse`, to quote what a path has that a URL may not: 2 ms.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Later(ModuleType):
    """Stands for a module until something of it is asked for that is not known without it."""

    def __init__(self, name: str, **known: object) -> None:
        super().__init__(name)
        self.__dict__.update(known)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module has
        if name == "__path__":  # asked for by every `from … import`
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        module = import_module(self.__name__)
        self.__dict__.update(module.__dict__)
        return getattr(module, name)


def import_later(name: str, **known: object) -> None:
    """Have a module of the standard library imported when it is needed, unless it is there already.

    `known` is what may be asked of it before.
    """
    if name in sys.modules:
        return
    sys.modules[name] = stand_in = Later(name, **known)
    parent, _, child = name.rpartition(".")
    if parent:
        setattr(import_module(parent), child, stand_in)


def put_off() -> None:
    """Put off what a short command can do without."""
    import_later("inspect", cleandoc=_cleandoc)
    import_later("typing", TYPE_CHECKING=False)
    import_later("urllib.parse", quote_from_bytes=_quote_from_bytes)
    import_later("importlib.metadata", entry_points=_entry_points)


def _cleandoc(doc: str) -> str:
    first, *others = doc.expandtabs().split("\n")
    margin = min((len(line) - len(line.lstrip()) for line in others if line.strip()), default=0)
    return "\n".join([first.lstrip(), *(line[margin:] for line in others)]).strip("\n")


def _entry_points(**which: str) -> Any:  # noqa: ANN401 - as the module has it
    from importlib import metadata

    metadata.EntryPoint  # noqa: B018 - asked for, so that what follows is asked of the module itself
    return metadata.entry_points(**which)


_UNQUOTED = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/"


def _quote_from_bytes(text: bytes) -> str:
    if not text.translate(None, _UNQUOTED):
        return text.decode("ascii")
    from urllib.parse import quote

    return quote(text)
