"""What can go wrong with a store, in one sentence each."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from flowdesk.errors import FlowdeskError, UsageError

if TYPE_CHECKING:
    from pathlib import Path


class StoreUnavailable(FlowdeskError):
    """The store cannot be opened."""


class StoreMissing(StoreUnavailable, UsageError):
    """No run has been recorded yet."""


class StoreReadOnly(FlowdeskError):
    """The store cannot be written."""


class StoreTooNew(FlowdeskError):
    """The store was written by a newer flowdesk."""


class StoreCorrupt(FlowdeskError):
    """The store's file is damaged."""


class StoreBusy(FlowdeskError):
    """Another program keeps the store locked."""


class StoreFull(FlowdeskError):
    """There is no room left to write what happened."""


class StoreGone(FlowdeskError):
    """The store's file was deleted or moved while it was in use."""


class SecretKeyWrong(FlowdeskError):
    """The key of secret values cannot be used."""


class SecretUnreadable(FlowdeskError):
    """A secret value cannot be decrypted."""


class RunUnknown(UsageError):
    """There is no such run."""


class RunExists(UsageError):
    """There is a run of this id already."""


class RunHeld(UsageError):
    """Another process works on this run."""


def folder_refused(folder: Path, error: OSError) -> FlowdeskError:
    """The sentence for a folder that cannot be made."""
    if error.errno == errno.ENOSPC:
        return StoreFull(
            f"there is no room left for the store's folder {folder}; free some space on its disk"
        )
    return StoreReadOnly(
        f"the store's folder {folder} cannot be made ({error.strerror}); set FLOWDESK_HOME to another folder"
    )
