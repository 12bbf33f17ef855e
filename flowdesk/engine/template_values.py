"""Pulled values as templates have them: what is stored as a file is read where it is short enough.

A file, an array or a table has no path before its task runs, as the task gets a copy of its own; what a
template can show of one is its `name` and its `size`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.xcom.places import Places
    from flowdesk.xcom.stored import Stored

LONGEST = 1 << 20
"""Bytes of a stored value that is read for a template: more than a process can be given anyway."""


class Unshown:
    """A stored value that a template cannot put in.

    Raises:
        LookupError: it is put in all the same.
    """

    def __init__(self, stored: Stored) -> None:
        self.name = stored.name
        self.size = stored.size
        self._type = stored.type

    def __str__(self) -> str:
        raise LookupError(
            f"a value of type {self._type} that is stored as a file ({self.size:,} bytes) cannot be put into "
            "a template; in bash (not in command) the path of a copy is in $name, for {{ pull.name }}"
        )


class TemplateValues:
    """Decodes values for templates; `home` is the store's."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._places: Places | None = None

    def decode(self, text: str) -> object:
        """A value from its text.

        Raises:
            LookupError: its stored file is gone.
        """
        return decode(text, self)  # type: ignore[arg-type]  # it is asked for `value` alone

    def value(self, stored: Stored) -> object:
        """What stands in a stored value's place."""
        if stored.form not in ("json", "text", "bytes") or stored.size > LONGEST:
            return Unshown(stored)
        from flowdesk.store.home import values_folder
        from flowdesk.xcom.files import FileLost
        from flowdesk.xcom.places import Places

        self._places = self._places or Places(values_folder(self._home))
        try:
            if stored.form == "json":
                return self.decode(self._places.read(stored).decode())
            return self._places.value(stored)
        except FileLost as error:
            raise LookupError(str(error)) from error
