"""Where the one window of a user, store and screen listens: in his runtime folder, named for both."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from flowdesk.store.address import VARIABLE

SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def address(home: Path) -> Path:
    """Where the window of this store, user and screen listens; its folder is made, for the user alone.

    Raises OSError where it cannot be.
    """
    given = os.environ.get("XDG_RUNTIME_DIR")
    folder = Path(given) if given and Path(given).is_dir() else _temporary()
    folder /= f"flowdesk-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise PermissionError(f"{folder} belongs to somebody else")
    told = "\0".join([str(home.absolute()), *(os.environ.get(name, "") for name in (*SCREEN, VARIABLE))])
    return folder / f"{sha256(told.encode()).hexdigest()[:16]}.sock"


def _temporary() -> Path:
    import tempfile

    return Path(tempfile.gettempdir())
