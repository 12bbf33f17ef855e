"""Which runs are looked for in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from flowdesk.plan.states import RunState
    from flowdesk.store.surveying import ListedRun


class Sought(NamedTuple):
    """Runs in one of `states` (any, if there are none) that began at `since` or later, with all of `words`.

    Words are looked for in number, id, params, reason and state, whatever their case; "#12" is a number.
    """

    states: frozenset[RunState] = frozenset()
    words: tuple[str, ...] = ()
    since: float | None = None

    def fits(self, run: ListedRun) -> bool:
        """Whether it is looked for."""
        row = run.row
        if self.states and row.state not in self.states:
            return False
        if self.since is not None and row.started_at < self.since:
            return False
        if not self.words:
            return True
        text = "\n".join((row.id, row.params, row.reason or "", row.state, str(row.number))).casefold()
        return all(word == f"#{row.number}" if word.startswith("#") else word in text for word in self.words)


def sought(text: str, states: frozenset[RunState] = frozenset(), since: float | None = None) -> Sought | None:
    """What somebody typed and chose; None: everything."""
    words = tuple(text.casefold().split())
    return Sought(states, words, since) if words or states or since is not None else None
