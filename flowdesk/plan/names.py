"""What a reference means: the ids of a pipeline, the groups they imply, globs, and the nearest known name.

An id is referred to as it is written. `group.*` stands for every task of the group at any depth; in
other globs too, `*` matches dots (they are matched as by `fnmatch`).
"""

from __future__ import annotations

import re
from fnmatch import translate
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


COMPARISONS = 200_000
"""How many names are compared, over a whole file, to find what was meant: a second or two at the most."""


class Named(NamedTuple):
    """What a reference stands for: `tasks` in the file's order.

    `group` is the group it names, by its id or as `group.*`, and `is_glob` tells the two apart.
    """

    tasks: tuple[str, ...]
    group: str | None = None
    is_glob: bool = False

    @property
    def many(self) -> bool:
        """Whether the reference stands for a list, however long."""
        return self.is_glob or self.group is not None


def groups_around(name: str) -> tuple[str, ...]:
    """The ids of the groups that a task or group lies in, the outermost first."""
    return _with_groups_around(name.rpartition(".")[0]) if "." in name else ()


@lru_cache(maxsize=10_000)
def _with_groups_around(group: str) -> tuple[str, ...]:
    return (*groups_around(group), group)


def is_glob(reference: str) -> bool:
    """Whether a reference is a pattern. An id that is written with such a character is found all the same."""
    return any(sign in reference for sign in "*?[")


def near(name: str, known: Iterable[str]) -> str | None:
    """The one of the known names that was probably meant."""
    from difflib import get_close_matches  # only where something is wrong

    return next(iter(get_close_matches(name, list(known), n=1)), None)


class Names:
    """All ids of a pipeline. `tasks` and `groups` are in the file's order, groups after their parents."""

    def __init__(self, tasks: Iterable[str], groups: Iterable[str] = ()) -> None:
        self.tasks = {task: position for position, task in enumerate(tasks)}
        members: dict[str, list[str]] = {}
        for task in self.tasks:
            for group in groups_around(task):
                members.setdefault(group, []).append(task)
        for written in groups:
            for group in _with_groups_around(written):
                members.setdefault(group, [])
        self.groups: Mapping[str, list[str]] = members
        self._found: dict[str, Named | None] = {}
        self._comparisons = 0

    def resolve(self, reference: str) -> Named | None:
        """What a reference stands for, or None where nothing has that id. A glob may stand for no task."""
        if reference not in self._found:
            self._found[reference] = self._resolve(reference)
        return self._found[reference]

    def nearest(self, reference: str) -> str | None:
        """The known id, of a task or a group, that was probably meant."""
        # An id written without its group is Airflow's classic.
        same_name = self._by_name.get(reference, ())
        if len(same_name) == 1:
            return same_name[0]
        return self._near(reference, [*self.tasks, *self.groups])

    def nearest_group(self, group: str) -> str | None:
        """The group with tasks in it that was probably meant."""
        return self._near(group, [known for known, members in self.groups.items() if members])

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        """All ids by what they are called without their groups."""
        found: dict[str, list[str]] = {}
        for known in (*self.tasks, *self.groups):
            found.setdefault(known.rpartition(".")[2], []).append(known)
        return found

    def _near(self, name: str, known: list[str]) -> str | None:
        self._comparisons += len(known)
        return near(name, known) if self._comparisons <= COMPARISONS else None

    def _resolve(self, reference: str) -> Named | None:
        if reference in self.tasks:
            return Named((reference,))
        if reference in self.groups:
            return Named(tuple(self.groups[reference]), group=reference)
        if reference.endswith(".*") and reference[:-2] in self.groups:
            return Named(tuple(self.groups[reference[:-2]]), group=reference[:-2], is_glob=True)
        if is_glob(reference):
            return Named(tuple(filter(re.compile(translate(reference)).match, self.tasks)), is_glob=True)
        return None
