"""The problems found in one document, each turned from what is wrong into where that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from flowdesk.errors import Place, Problem, Related
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.errors import Severity
    from flowdesk.model.codes import Code
    from flowdesk.model.document import Document

SHOWN = 5
"""How many names a sentence lists before it says how many more there are."""

Part = Literal["key", "value", "both"]


class At(NamedTuple):
    """What the keys and indexes of `loc` lead to, or the nearest thing around it. Its place is found at need.

    Finding places means reading the text a second time, which a file without problems is spared.
    """

    loc: tuple[str | int, ...]
    part: Part = "value"


def at(*loc: str | int, part: Part = "value") -> At:
    """`At` these keys and indexes."""
    return At(loc, part)


class Findings:
    """Collects problems. `losses` are what the file is too broken to tell: that is no news here."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.problems: list[Problem] = []
        self.losses = document.losses
        self.astray: set[str] = set()
        """Tasks of which something is pulled by a wrong name, so that the right one seems unpulled."""

    def add(
        self,
        code: Code,
        message: str,
        where: At | Place,
        *,
        suggestion: str | None = None,
        related: Iterable[tuple[str, At | Place]] = (),
    ) -> None:
        """Note an error. `related` are the other places that it lies between, each with a sentence."""
        ends = tuple(Related(sentence, self._place(other)) for sentence, other in related)
        problem = Problem(code.value, message, self._place(where), suggestion=suggestion, related=ends)
        self.problems.append(problem)

    def weigh_last(self, severity: Severity) -> None:
        """Let the problem noted last weigh less than an error."""
        self.problems[-1] = self.problems[-1]._replace(severity=severity)

    def _place(self, where: At | Place) -> Place:
        return where if isinstance(where, Place) else self._document.place(where.loc, where.part)


def listed(names: Iterable[str]) -> str:
    """The names in quotes, as a sentence has them: `'a', 'b' and 4 more`."""
    every = [f"'{name}'" for name in names]
    if len(every) > SHOWN:
        every[SHOWN - 1 :] = [f"{len(every) - SHOWN + 1} more"]
    return " and ".join(filter(None, [", ".join(every[:-1]), every[-1]]))
