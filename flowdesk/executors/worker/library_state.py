"""Logging and locale of this process: what a callable sets is taken back before the next one.

What a module sets when it is imported stays, as the module itself does: it would not be set again. So the
state is looked at anew once a task's module is there, and that is what comes back.
"""

from __future__ import annotations

import _locale
import sys

from flowdesk.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import logging
    from typing import Any


class Seen(NamedTuple):
    """The root logger's handlers and level, the level up to which all are silent, and the locale."""

    handlers: list[logging.Handler]
    level: int
    silent: int
    locale: str


PLAIN = Seen([], 30, 0, "")
_seen = [PLAIN]


def look() -> None:
    """Remember how it is now. Libraries that nobody has imported are not."""
    _seen[0] = _now()


def restore() -> None:
    """Bring back what was seen last."""
    now, seen = _now(), _seen[0]
    if now == seen:
        return
    library: Any = sys.modules.get("logging")
    if library is not None and now[:3] != seen[:3]:
        for handler in now.handlers:
            if handler not in seen.handlers:
                handler.close()
        library.root.handlers[:] = seen.handlers
        library.root.setLevel(seen.level)
        library.disable(seen.silent)
    if now.locale != seen.locale:
        _locale.setlocale(_locale.LC_ALL, seen.locale)


def _now() -> Seen:
    library: Any = sys.modules.get("logging")
    root = getattr(library, "root", None)
    return Seen(
        list(root.handlers) if root is not None else [],
        root.level if root is not None else PLAIN.level,
        root.manager.disable if root is not None else 0,
        _locale.setlocale(_locale.LC_ALL),
    )
