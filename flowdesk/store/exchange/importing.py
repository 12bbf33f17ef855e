"""From an archive into the store: all of it or nothing."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import uuid4

from flowdesk.plan.instances import name_of
from flowdesk.records import NamedTuple
from flowdesk.store.errors import RunExists, StoreFull
from flowdesk.store.exchange.checking import checked
from flowdesk.store.exchange.entering import Enterer
from flowdesk.store.exchange.packing import PIECE
from flowdesk.store.exchange.unpacking import Archive
from flowdesk.store.home import log_folder, log_path, values_folder
from flowdesk.xcom.files import Files, Unkept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from typing import Any

    from flowdesk.store.exchange.checking import CheckedRun
    from flowdesk.store.rows import RunRow
    from flowdesk.xcom.files import Writing


class Imported(NamedTuple):
    """The run that was imported; not `is_new`: the very same was here already."""

    run: RunRow
    is_new: bool


class Importer(Enterer):
    """A store into which an exported run can be brought."""

    def import_run(self, path: Path) -> Imported:
        """Bring the run of a file into the store, with those that its tasks are.

        Large values go in first: until a row names them they are rubbish, which is swept some day. The rows
        and the logs come in one transaction, logs by a rename.

        Raises:
            ArchiveRefused: the file is no exported run, damaged, of another version, or made to do harm.
            RunExists: another run has its id.
            StoreFull: there is no room for it.
        """
        with Archive(path) as archive:
            self._check_room(archive)
            archive.verify()
            runs = [checked(archive, number) for number in range(len(archive.runs))]
            if (here := self._here(runs)) is not None:
                return Imported(here, is_new=False)
            self._bring_values(archive)
            with self._logs(archive, runs) as folders, _placed(folders) as place, self.transaction():
                for run in runs:
                    self.enter(run)
                place()
        self._numbers.clear()
        return Imported(self.find_run(runs[0].id), is_new=True)

    def _check_room(self, archive: Archive) -> None:
        free = shutil.disk_usage(self.home).free
        if archive.size > free:
            raise StoreFull(
                f"{archive.path} takes {archive.size:,} bytes, and {free:,} are free in {self.home}; "
                "nothing was imported"
            )

    def _here(self, runs: Sequence[CheckedRun]) -> RunRow | None:
        """Return the run where it was imported before, or is from here.

        Raises:
            RunExists: one of the ids is another run's.
        """
        taken = [run.id for run in runs if self._value("number_of_run", id=run.id) is not None]
        if not taken:
            return None
        here = self.find_run(taken[0])
        if taken[0] == runs[0].id and _is_same(here, runs[0].run):
            return here
        raise RunExists(
            f"run {here.number} here has the id '{here.id}' already and is another run; remove it with "
            "flowdesk clean, or import into another store (FLOWDESK_HOME); nothing was imported"
        )

    def _bring_values(self, archive: Archive) -> None:
        files = Files(values_folder(self.home))
        for sha256 in archive.values:

            def write(written: Writing, name: str = f"values/{sha256}") -> dict[str, Any]:
                with archive.open(name) as file:
                    while data := file.read(PIECE):
                        written.write(data)
                return {}

            try:
                files.keep(write, "file")
            except Unkept as error:
                raise StoreFull(f"the run cannot be imported: {error}") from error

    @contextmanager
    def _logs(self, archive: Archive, runs: Sequence[CheckedRun]) -> Iterator[dict[Path, Path]]:
        """Unpack the logs beside their places; give the folders, each with where it is to be moved."""
        beside = self.home / "logs" / f"~{uuid4().hex}"  # no run's folder: see `home`
        folders = {}
        try:
            for number, run in enumerate(runs):
                place = log_folder(self.home, run.id)
                folders[beside / str(number)] = place
                (beside / str(number)).mkdir(parents=True)
                for row in run.tries:
                    if row["log"] is not None:
                        name = name_of(row["task"], row["map_index"])
                        inside = log_path(self.home, run.id, name, row["number"]).relative_to(place)
                        _unpack(archive, row["log"], beside / str(number) / inside)
            yield folders
        finally:
            shutil.rmtree(beside, ignore_errors=True)


@contextmanager
def _placed(folders: dict[Path, Path]) -> Iterator[Callable[[], None]]:
    """Give what moves folders to their places; they are removed again if the rows do not come in."""
    moved: list[Path] = []

    def place() -> None:
        for folder, final in folders.items():
            shutil.rmtree(final, ignore_errors=True)  # of a run that is no more
            folder.rename(final)
            moved.append(final)

    try:
        yield place
    except BaseException:
        for final in moved:
            shutil.rmtree(final, ignore_errors=True)
        raise


def _is_same(here: RunRow, found: dict[str, Any]) -> bool:
    about = (here.pipeline, here.path, here.started_at, here.logical_date)
    return about == tuple(found[name] for name in ("pipeline", "path", "started_at", "logical_date"))


def _unpack(archive: Archive, name: str, path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    with archive.open(name) as file, path.open("wb") as log:
        shutil.copyfileobj(file, log, PIECE)
