"""What the engine takes up again: values of this run and of earlier ones, secret ones among them in plain."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from flowdesk.plan.instances import split
from flowdesk.store.asking import storable
from flowdesk.store.errors import SecretUnreadable
from flowdesk.store.reading import MASK, masked, value_row
from flowdesk.store.surveying import Surveyor
from flowdesk.store.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from flowdesk.store.rows import TryRow, ValueRow


class Reuser(Surveyor):
    """Gives the engine what it works with. Nothing of it is for showing, but for `history`."""

    def values_to_use(self, run_id: str) -> list[ValueRow]:
        """The values of the last try of each task, in the order they were pushed, secret ones in plain.

        Raises:
            SecretUnreadable: a secret one cannot be decrypted.
        """
        rows = self._rows("values_to_use", run=self._number(run_id))
        return [self._plain(run_id, *row) for row in rows]

    def latest_value(self, path: str, name: str, key: str, *, before: int) -> ValueRow | None:
        """The value that a task last pushed in a try that succeeded, in a run before the one of a number.

        Of the file at `path`; a secret one in plain.

        Raises:
            SecretUnreadable: it is secret and cannot be decrypted.
        """
        task, index = split(name)
        where = {"path": path, "task": task, "map_index": index, "key": key, "before": before}
        rows = self._rows("latest_value", **where)
        return self._plain(*rows[0]) if rows else None

    def find_cached(self, path: str, name: str, fingerprint: str) -> TryRow | None:
        """The newest try of a task with this fingerprint that succeeded, and by which its task stands."""
        task, index = split(name)
        where = {"path": path, "task": task, "map_index": index, "fingerprint": fingerprint}
        rows = self._rows("cached_try", **where)
        return self._try(*rows[0]) if rows else None

    def unsealed(self, sealed: Mapping[str, str]) -> dict[str, str]:
        """The secret values of a request, in plain.

        Raises:
            SecretUnreadable: one cannot be decrypted.
        """
        return {key: self._vault.unseal(text) for key, text in sealed.items()}

    def history(self, path: str, task: str, key: str, *, limit: int = 100) -> list[ValueRow]:
        """A key's values over the runs of a file, newest run and last try first; of secret ones, a mask."""
        rows = self._rows("history", path=storable(path), task=task, key=key, limit=limit)
        return [masked(*row) for row in rows]

    @cached_property
    def _vault(self) -> Vault:
        return Vault(self.home)

    def _plain(self, run_id: str, *row: Any) -> ValueRow:  # noqa: ANN401 - a row is what its SQL says
        task, _, key, *_ = row

        def plain(sealed: str) -> str:
            if sealed == MASK:
                raise SecretUnreadable(
                    f"the secret '{key}' of '{task}' is not here: the run was imported, "
                    "and exports have a mask"
                )
            return self._vault.unseal(sealed)

        return value_row(run_id, *row, plain=plain)
