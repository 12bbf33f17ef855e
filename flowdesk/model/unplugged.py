"""Our models are defined without looking for plugins of pydantic: they are for the models of users.

Pydantic looks when the first model is defined, through all that is installed: 20 ms, a tenth of a first run.
What watches models (logfire does) so hears nothing of ours. For models that are defined later it looks.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

VARIABLE = "PYDANTIC_DISABLE_PLUGINS"


@contextmanager
def unplugged() -> Iterator[None]:
    """Have models defined without plugins inside. No process may be started there: it would inherit that."""
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = "__all__"
    try:
        yield
    finally:
        if before is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = before
