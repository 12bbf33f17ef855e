"""Large values on their way into an archive, wherever they lie, and what refers to them."""

from __future__ import annotations

import hashlib
import json
from copy import copy
from typing import TYPE_CHECKING, Any

from flowdesk.errors import FlowdeskError
from flowdesk.store.exchange.packing import PIECE
from flowdesk.xcom.files import FileLost
from flowdesk.xcom.stored import MARK, Stored

if TYPE_CHECKING:
    from flowdesk.store.exchange.packing import Packer
    from flowdesk.xcom.places import Places


class Carrier:
    """Packs the stored files that values refer to. In the archive they all lie in one place."""

    def __init__(self, packer: Packer, places: Places) -> None:
        self._packer = packer
        self._places = places

    def carried(self, text: str) -> str:
        """Pack all that a value's text refers to, and return the text as it is to be imported.

        Raises:
            FlowdeskError: a stored file is gone, or not what it was.
        """
        if MARK not in text:
            return text
        return json.dumps(json.loads(text, object_hook=self._hook), ensure_ascii=False)

    def _hook(self, found: dict[str, Any]) -> dict[str, Any]:
        if found.get("$") != "stored":
            return found
        stored = Stored.of(found)
        try:
            packed = copy(self._packed(stored))
            packed.at = None
            return packed.tree()
        except FileLost as error:
            raise FlowdeskError(f"the run cannot be exported, as a value of it is gone ({error})") from error

    def _packed(self, stored: Stored) -> Stored:
        if stored.about.get("holds"):
            # What it holds may lie elsewhere, and says so; in the archive it does no longer.
            old = self._places.read(stored).decode()
            new = self.carried(old)
            if new != old:
                return self._pack_text(stored, new.encode())
        if not self._packer.has(name := f"values/{stored.sha256}"):
            with self._places.open(stored) as file, self._packer.file(name, deflate=False) as packed:
                while data := file.read(PIECE):
                    packed.write(data)
            if packed.sha256 != stored.sha256:
                raise FlowdeskError(
                    f"the run cannot be exported, as the stored file {stored.sha256[:12]}… of it is damaged; "
                    "`flowdesk store check` tells more"
                )
        return stored

    def _pack_text(self, stored: Stored, data: bytes) -> Stored:
        sha256 = hashlib.sha256(data).hexdigest()
        if not self._packer.has(f"values/{sha256}"):
            with self._packer.file(f"values/{sha256}", deflate=False) as packed:
                packed.write(data)
        return Stored(sha256, len(data), stored.form, stored.name, stored.about, stored.at)
