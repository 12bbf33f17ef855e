"""What of a file was too broken to be kept, so that nobody complains that it is missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property

_SIGNS = frozenset("*?[")
LOST = "---"
"""Stands for a reference that is broken where it is one of several."""


@dataclass
class Losses:
    """What could not be kept of a file; empty where all of it could.

    Attributes:
        tasks: Tasks that are there without something that is written of them.
        ids: Tasks and groups that are not there though they are written, or seem to be.
        header: Whether something of [pipeline] is lost.
        anything: Whether there may be tasks and groups of any name: a file or a whole table is lost.
    """

    tasks: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    header: bool = False
    anything: bool = False
    is_partial: bool = False

    def may_mean(self, reference: str) -> bool:
        """Whether a reference that means nothing may mean what is lost."""
        if self.anything or not self.ids:
            return self.anything
        if not _SIGNS.isdisjoint(reference):
            return any(fnmatchcase(lost, reference) for lost in self.ids)
        return reference in self._ids_and_groups

    @cached_property
    def _ids_and_groups(self) -> set[str]:
        """The ids and the groups around them. To be asked for only when all ids are known."""
        found = set(self.ids)
        for lost in self.ids:
            while (lost := lost.rpartition(".")[0]) and lost not in found:
                found.add(lost)
        return found
