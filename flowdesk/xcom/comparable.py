"""A value as it is compared with another one: a stored file is opened, unless it is too large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.xcom.places import Places
from flowdesk.xcom.stored import reference
from flowdesk.xcom.values import decode
from flowdesk.xcom.whole import opened

if TYPE_CHECKING:
    from pathlib import Path


def comparable(text: str, files: Path, *, largest: int) -> object:
    """The value of a JSON text; of a file larger than `largest` bytes the reference, which has its hash.

    `files` is the folder of stored files.

    Raises:
        FileLost: the file is not there, or is not what was stored.
    """
    stored = reference(text)
    if stored is None or stored.size > largest or stored.form not in ("json", "text"):
        return decode(text)
    return decode(opened(text, Places(files)))
