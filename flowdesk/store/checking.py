"""Whether all is whole that a store keeps: rows, what they refer to, hashes, files, secrets."""

from __future__ import annotations

import hashlib
import json
import sys
from typing import TYPE_CHECKING

from flowdesk.errors import FlowdeskError
from flowdesk.plan.instances import name_of
from flowdesk.records import NamedTuple
from flowdesk.store.definitions import definition_hash
from flowdesk.store.home import values_folder
from flowdesk.store.reusing import Reuser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.store.rows import RunRow
    from flowdesk.xcom.stored import Stored

PIECE = 1 << 20


class Told(NamedTuple):
    """What a store is, in numbers. `size` is in bytes, of the database alone."""

    server: str
    size: int
    runs: int
    tries: int
    values: int
    events: int


class Checker(Reuser):
    """A store that tells of itself."""

    def told(self) -> Told:
        """What the store is."""
        size = int(self._value("size_of_store") or 0)
        return Told(self._value("version_of_server"), size, *self._value("counts_of_store"))

    def complaints(self) -> Iterator[str]:
        """A sentence for each thing that is not whole. Every stored file is read once."""
        yield from self._database.complaints()
        for table, count in self._rows("broken_references"):
            if count:
                yield f"{count:,} {table} refer to what is not there"
        for (known,) in self._rows("all_definitions"):
            _, plan, source = self._value("definition_to_copy", hash=known)
            if definition_hash(plan, source) != known:
                yield f"the definition {known[:12]} is not what it was when its run began"
        checked: dict[Stored, list[str]] = {}
        for run in self.runs(limit=sys.maxsize):
            yield from self._of_run(run, checked)

    def _of_run(self, run: RunRow, checked: dict[Stored, list[str]]) -> Iterator[str]:
        for row in self._rows("values_of_run", run=run.number, after_seq=0):
            task, number, key, map_index = row[0], row[1], row[2], row[7]
            where = f"run {run.number}, {name_of(task, map_index)}, try {number}, {key}"
            try:
                value = self._plain(run.id, *row)
                for text in [value.value, *([value.edit.original] if value.edit else [])]:
                    for complaint in _of_value(text, self, checked):
                        yield f"{where}: {complaint}"
            except FlowdeskError as error:
                yield f"{where}: {error}"


def _of_value(text: str, store: Reuser, checked: dict[Stored, list[str]]) -> Iterator[str]:
    try:
        found = _stored_in(text)
    except ValueError as error:
        yield f"its text is not what a value's is ({error})"
        return
    for stored in found:
        if stored not in checked:
            checked[stored] = list(_of_file(stored, store, checked))
        yield from checked[stored]


def _stored_in(text: str) -> list[Stored]:
    """The references in a value's text, and not what only looks like one.

    Raises:
        ValueError: it is no JSON, or has something else in the place of one.
    """
    from flowdesk.xcom.stored import Stored

    found: list[Stored] = []

    def note(tree: dict[str, object]) -> object:
        if tree.get("$") == "stored":
            found.append(Stored.of(tree))
        return tree

    json.loads(text, object_hook=note)
    return found


def _of_file(stored: Stored, store: Reuser, checked: dict[Stored, list[str]]) -> Iterator[str]:
    from flowdesk.xcom.files import FileLost
    from flowdesk.xcom.places import Places

    digest, size = hashlib.sha256(), 0
    places = Places(values_folder(store.home))
    try:
        with places.open(stored) as file:
            while piece := file.read(PIECE):
                digest.update(piece)
                size += len(piece)
    except (FileLost, OSError) as error:
        yield str(error)
        return
    if (digest.hexdigest(), size) != (stored.sha256, stored.size):
        yield f"the stored file {stored.sha256[:12]} is not what it was when it was stored"
    elif stored.about.get("holds"):
        yield from _of_value(places.read(stored).decode(), store, checked)
