"""Where a run's large values are kept, and values that the engine itself has to look into or to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.plan.plan import Plan


def values_at(plan: Plan, folder: Path) -> str | None:
    """Where `[store] values` says that stored files go: a URL, or an absolute path; None: into the home.

    A path counts from the folder of the pipeline's file.
    """
    written = plan.store_values
    return written if written is None or "://" in written else str(folder / written)


def kept(value: object, values: str, at: str | None, *, limit: int | None = None) -> str:
    """A value that came from a person as text: JSON of itself, or the reference to a stored file.

    Raises:
        Unstorable: it cannot be stored, or has more than `limit` bytes.
    """
    from flowdesk.xcom.keeping import keep
    from flowdesk.xcom.places import Places

    return keep(value, Places(values, at), limit=limit)


def from_folder(value: object, folder: Path) -> object:
    """A file to keep by a path that counts from a folder; any other value as it is."""
    from flowdesk.xcom.kept import FileToKeep

    is_path = isinstance(value, FileToKeep) and not hasattr(value.source, "read")
    return FileToKeep(folder / str(value)) if is_path else value


def text_of(value: str, values: Path) -> str:
    """The text of a value that may be stored as a file, without the file around it.

    Raises:
        FileLost: the file is gone.
    """
    from flowdesk.xcom.places import Places
    from flowdesk.xcom.whole import opened

    return opened(value, Places(values))
