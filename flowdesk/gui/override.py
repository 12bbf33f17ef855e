"""`override` for what Qt calls: an exception that leaves such a method is shown as a bug, and ends nothing.

Before Python 3.12, an exception that C code raised (`int("x")`, `[].index(1)`) is not yet an object while it
passes up; PySide6 6.11 takes it for one where it leaves an override that Qt called, and dies of it
(PepException_GetArgs). What an `except` has caught is an object, so it is caught here and let go on. Python
and Shiboken do all the rest: `sys.excepthook` gets it, which is `flowdesk.gui.bug_border`'s.
"""

from __future__ import annotations

import sys
from functools import wraps
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from typing_extensions import override
elif sys.version_info < (3, 12):

    def override(method: Callable[..., Any]) -> Callable[..., Any]:
        """Mark a method as one that Qt, or a class of ours, has too."""
        made = wraps(method)(_let_on(method))
        made.__override__ = True  # as PEP 698 wants it
        return made
else:
    from typing import override

__all__ = ["override"]


# PySide gives a slot as many arguments as its code takes, and all of them to `*args`: clear() gets no text.
def _let_on(method: Callable[..., Any]) -> Callable[..., Any]:
    def called(self: object) -> Any:  # noqa: ANN401 - what the method returns
        try:
            return method(self)
        except BaseException:  # noqa: TRY203 - caught, it is an object from here on
            raise

    def called_with(*args: Any, **more: Any) -> Any:  # noqa: ANN401 - whatever the method takes
        try:
            return method(*args, **more)
        except BaseException:  # noqa: TRY203 - as above
            raise

    return called if method.__code__.co_argcount == 1 else called_with
