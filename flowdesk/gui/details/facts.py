"""What the details of a task are made of: sections of facts, each a label, a text, and where it leads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Goal(StrEnum):
    """What a fact leads to when it is clicked."""

    TASK = "task"
    VALUE = "value"
    LOG = "log"
    SOURCE = "source"
    RUN = "run"


@dataclass(frozen=True, slots=True)
class Link:
    """Where a fact leads: `what` is a task, a task and a key, a name and a try, or the id of a run."""

    goal: Goal
    what: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One line. `text` leads somewhere if there is a `link`; `more` stands behind it, dimmed.

    `is_code`: to be read sign by sign.
    """

    label: str
    text: str
    more: str = ""
    link: Link | None = None
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Facts under a title. Without facts it is not shown."""

    title: str
    facts: tuple[Fact, ...] = ()
    note: str = ""
