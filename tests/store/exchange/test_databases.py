"""Runs go from any database into any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.store.exchange.exporting import Exporter
from flowdesk.store.exchange.importing import Importer
from flowdesk.store.exchange.unpacking import Archive
from tests.store.exchange.test_importing import rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_run_is_imported_into_each_database_and_exported_from_it(
    export: Callable[..., Path], there: Path, url: str | None, tmp_path: Path
) -> None:
    first, second = export(), tmp_path / "second"
    with Importer.open(there, url=url) as store:
        assert store.import_run(first).is_new
        assert not store.import_run(first).is_new
    with Exporter.open(there, url=url, read_only=True) as store, second.open("wb") as out:
        store.export_run(store.find_run("full"), out)
    with Archive(first) as one, Archive(second) as other:
        assert rows(one) == rows(other)
