"""Takes PySide's import hook out of Python again.

The hook searches the source of every module that is imported for the word "PySide6", to switch on
`__feature__`s that flowdesk does not use. On the way it asks the module for attributes, and pydantic, which
imports when it is asked, then may meet itself half imported: with PySide6 6.11 a window now and then began
with an ImportError out of the hook, while its threads were importing. Without the hook that cannot be.
"""

from __future__ import annotations

import builtins

ORIGINAL = "__orig_import__"
"""Where PySide keeps the import that it replaces; not documented, so it may be missing."""


def take_out_import_hook() -> None:
    """Let `import` be Python's own from now on."""
    original = getattr(builtins, ORIGINAL, None)
    if original is not None:
        builtins.__import__ = original
