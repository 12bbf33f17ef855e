"""Where what happened is kept: one home per user, with the database and the logs; and how runs are named."""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

LONGEST_NAME = 200
"""Bytes of a folder's or file's name. Most file systems end at 255; a suffix must still fit."""


def home() -> Path:
    """The folder of the store: `$FLOWDESK_HOME`, or `flowdesk` in the user's data directory."""
    if written := os.environ.get("FLOWDESK_HOME"):
        return Path(written).expanduser().absolute()
    return _data_directory() / "flowdesk"


def log_path(home: Path, run_id: str, task: str, try_number: int) -> Path:
    """The file for what a try prints. Always inside `home`, whatever the ids contain."""
    return log_folder(home, run_id) / _file_name(task) / f"{try_number}.log"


def log_path_in(folder: str, task: str, try_number: int) -> str:
    """The same, in the folder of a run's logs. As text: pathlib takes ten times as long, for each task."""
    return f"{folder}/{_file_name(task)}/{try_number}.log"


def log_folder(home: Path, run_id: str) -> Path:
    """The folder of all logs of a run."""
    return home / "logs" / _file_name(run_id)


def values_folder(home: Path) -> Path:
    """The folder of the values that are stored as files, see `flowdesk.xcom.files`."""
    return home / "values"


def new_run_id(now: float) -> str:
    """The id of a run started by hand at `now` (seconds since the epoch), in Airflow's form."""
    return "manual__" + datetime.fromtimestamp(now, UTC).isoformat(timespec="microseconds")


def _data_directory() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    # The XDG base directory specification: a path that is not absolute is to be ignored.
    xdg = Path(os.environ.get("XDG_DATA_HOME", ""))
    return xdg if xdg.is_absolute() else Path.home() / ".local" / "share"


def _file_name(text: str) -> str:
    """A name of its own for every text: the text itself, or what can be kept of it and a hash."""
    raw = text.encode("utf-8", "surrogatepass")
    kept = re.sub(r"[/\\~\x00-\x1f\x7f\ud800-\udfff]", "_", text)
    if kept == text and len(raw) <= LONGEST_NAME and text not in {"", ".", ".."}:
        return text
    import hashlib  # takes longer to import than all of this

    suffix = "~" + hashlib.sha256(raw).hexdigest()[:16]
    return kept.encode()[: LONGEST_NAME - len(suffix)].decode("utf-8", "ignore") + suffix
