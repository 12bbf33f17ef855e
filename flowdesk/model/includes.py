"""What a file includes: the tasks, groups and pools of other files, put together with its own.

A path counts from the file that writes it. What is included comes first, in the order of the list, as if
it stood where `include` does. A file that is included from two sides is read once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flowdesk.errors import Problem, Related
from flowdesk.model.codes import Code
from flowdesk.model.page import Page
from flowdesk.model.refusals import nearest, written
from flowdesk.model.source import Unreadable, load_text, parse

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.model.places import Loc

SECTIONS = ("groups", "pools", "tasks")
MAX_DEPTH = 50


@dataclass
class Gathered:
    """A file's tables together with those of all it includes. `is_whole`: every file could be read."""

    tables: dict[str, Any]
    pages: list[Page] = field(default_factory=list)
    owners: dict[Loc, Page] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    is_whole: bool = True


def gather(page: Page, tables: dict[str, Any]) -> Gathered:
    """Read all that a file includes. Never raises for what an author can do wrong."""
    if "include" not in tables:
        return Gathered(tables)
    gathering = _Gathering(page)
    gathering.add(page, tables, [page])
    found = gathering.found
    found.tables = {**tables, **gathering.sections}
    # What is no table stays as it is, for the model to complain about.
    found.tables |= {name: tables[name] for name in SECTIONS if not isinstance(tables.get(name, {}), dict)}
    found.owners = {loc: owner for loc, owner in found.owners.items() if owner is not page}
    return found


class _Gathering:
    def __init__(self, page: Page) -> None:
        self.found = Gathered({})
        self.sections: dict[str, dict[str, Any]] = {name: {} for name in SECTIONS}
        self._read = {identity_of(page.path)}

    def add(self, page: Page, tables: dict[str, Any], trail: list[Page]) -> None:
        """Add what a file includes, then what it has itself. `trail` leads to it, itself last."""
        for position, name in _included(tables):
            loc: Loc = ("include", position)
            self._include(page, loc, name, trail)
        for section in SECTIONS:
            part = tables.get(section, {})
            if isinstance(part, dict):
                self._merge(page, section, part)

    def _include(self, page: Page, loc: Loc, name: str, trail: list[Page]) -> None:
        path = page.path.parent / name
        if around := _circle(path, trail):
            sentence = f"files include one another in a circle: {' → '.join(around)}"
            self._complain(page, loc, Code.INCLUDE_CYCLE, sentence, "remove one of these includes")
        elif len(trail) >= MAX_DEPTH:
            self._complain(page, loc, Code.TOO_DEEP, f"more than {MAX_DEPTH} files that include one another")
        elif (identity := identity_of(path)) not in self._read:
            self._read.add(identity)
            self._read_file(page, loc, path, trail)

    def _read_file(self, page: Page, loc: Loc, path: Path, trail: list[Page]) -> None:
        try:
            text = load_text(path)
            included = Page(path, text)
            tables = parse(path, text)
        except Unreadable as error:
            self.found.is_whole = False
            self.found.pages.append(Page(path, error.text))
            self._tell_unreadable(page, loc, path, error.problem)
            return
        self.found.pages.append(included)
        self._check_fields(included, tables)
        self.add(included, tables, [*trail, included])

    def _tell_unreadable(self, page: Page, loc: Loc, path: Path, problem: Problem) -> None:
        if problem.code not in (Code.FILE_MISSING, Code.FILE_IS_FOLDER, Code.FILE_UNREADABLE):
            self.found.problems.append(problem)
            return
        hint = None
        if problem.code == Code.FILE_MISSING:
            hint = nearest(path.name, files_beside(path))
        sentence = f"'{path}' cannot be included: {problem.message}"
        self._complain(page, loc, Code.INCLUDE_MISSING, sentence, hint)

    def _check_fields(self, page: Page, tables: dict[str, Any]) -> None:
        for name, part in tables.items():
            if name in SECTIONS and isinstance(part, dict):
                continue
            if name == "include" and isinstance(part, str | list):
                wrong = [(i, item) for i, item in enumerate(part) if not isinstance(item, str)]
                for position, item in wrong:
                    sentence = f"each item of 'include' must be a string, not {written(item)}"
                    self._complain(page, (name, position), Code.WRONG_TYPE, sentence)
            elif name in (*SECTIONS, "include"):
                form = "a table" if name in SECTIONS else "a list of strings"
                sentence = f"'{name}' must be {form}, not {written(part)}"
                self._complain(page, (name,), Code.WRONG_TYPE, sentence)
            else:
                self._tell_foreign(page, name)

    def _tell_foreign(self, page: Page, name: str) -> None:
        hint = nearest(name, [*SECTIONS, "include"]) or "it belongs to the file that includes this one"
        sentence = f"'{name}' has no meaning in an included file, which adds tasks, groups and pools"
        place = page.place((name,), "key")
        self.found.problems.append(Problem(Code.INCLUDE_FIELD, sentence, place, suggestion=hint))

    def _merge(self, page: Page, section: str, part: dict[str, Any]) -> None:
        there = self.sections[section]
        for name, table in part.items():
            loc: Loc = (section, name)
            if name in there:
                other = self.found.owners[loc].place(loc, "key")
                self.found.problems.append(
                    Problem(
                        Code.ID_TWICE,
                        f"there is another {section[:-1]} '{name}' in '{other.file}'",
                        page.place(loc, "key"),
                        suggestion="give one of the two another name",
                        related=(Related("the other one is here", other),),
                    )
                )
                continue
            there[name] = table
            self.found.owners[loc] = page

    def _complain(self, page: Page, loc: Loc, code: Code, sentence: str, hint: str | None = None) -> None:
        self.found.problems.append(Problem(code, sentence, page.place(loc), suggestion=hint))


def _included(tables: dict[str, Any]) -> list[tuple[int, str]]:
    names = tables.get("include", [])
    if isinstance(names, str):
        names = [names]
    if not isinstance(names, list):
        return []
    return [(i, name) for i, name in enumerate(names) if isinstance(name, str) and name.strip()]


def identity_of(path: Path) -> Path:
    """The path without links and dots, by which a file is known again."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL
        return path


def _circle(path: Path, trail: list[Page]) -> list[str]:
    """The names of the files of a circle, if including this one closes it."""
    known = [identity_of(page.path) for page in trail]
    if (identity := identity_of(path)) not in known:
        return []
    names = [page.path.name for page in trail[known.index(identity) :]]
    return [*names, path.name]


def files_beside(path: Path) -> list[str]:
    """The TOML files in the folder of a file that is not there, or is."""
    try:
        return sorted(file.name for file in path.parent.glob("*.toml"))
    except (OSError, ValueError):
        return []
