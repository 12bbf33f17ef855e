"""Removing stored files that no value of a store refers to any more, from the home's folder of them.

Only from there, and only where no other store has its values in it: each notes itself in the home's file
`stores`, and a store does not know what another one's rows refer to. What lies on an object store,
or in a folder that the file names, is never removed: somebody else's runs may be kept there too.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from flowdesk.store.errors import SecretKeyWrong, SecretUnreadable
from flowdesk.store.home import values_folder
from flowdesk.store.reading import MASK
from flowdesk.store.reusing import Reuser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.xcom.files import Swept

USERS = "stores"
_COARSE = 1.0
"""Seconds by which a file's time may lag behind the clock's."""


class Sweeper(Reuser):
    """Knows which stored files are still needed."""

    def note_user(self) -> None:
        """Note that this store may have values in the home's folder of stored files."""
        if self._name in self._users():
            return
        with suppress(OSError), (self.home / USERS).open("a", encoding="utf-8") as file:
            file.write(f"{self._name}\n")

    @property
    def others(self) -> set[str]:
        """The other stores that have runs in this home, or had: where each of them is."""
        return self._users() - {self._name}

    def sweep_values(self) -> Swept | None:
        """Remove the stored files that nothing refers to; None where that cannot be told.

        What was written since this began stays, and while a run is live what is younger than a day.
        """
        from flowdesk.xcom.files import Files

        began, folder = time.time() - _COARSE, values_folder(self.home)
        if not folder.is_dir() or self._users() != {self._name}:
            return None
        before = None if self.live_runs() else began
        try:
            return Files(folder).sweep(self._texts(), before=before)
        except (SecretKeyWrong, SecretUnreadable):  # one may refer to anything
            return None

    def _texts(self) -> Iterator[str]:
        """All texts of values that may have references in them."""
        for (text,) in self._rows("texts_like", pattern='%"$": "stored"%'):
            yield text
        for (sealed,) in self._rows("sealed_texts", mask=MASK):
            yield self._vault.unseal(sealed)  # a file's name may have a secret in it
        for (params,) in self._rows("params_like", pattern="%stored%"):
            yield from json.loads(params).values()

    @property
    def _name(self) -> str:
        """What the store goes by, the same where the home is moved."""
        return self.where.removeprefix(f"{self.home}{os.sep}")

    def _users(self) -> set[str]:
        try:
            return set((self.home / USERS).read_text("utf-8").splitlines())
        except OSError:
            return set()
