"""What a user wants of a run: as a request to its engine, or as the command that takes the run up."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Wish:
    """A request: its kind, the name of the task that it is about, and its data, as in `engine.requests`."""

    kind: str
    task: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)  # Any: by kind
    is_trusted: bool = False
    """That the run was imported, and is meant to go on here all the same."""


def arguments_of(wish: Wish, run_id: str) -> list[str]:
    """What `flowdesk` is called with to have a wish fulfilled where nobody works on the run.

    What is in `given_of` comes by its standard input: a command line is for all to read.

    Raises KeyError for a kind that only a run under way can fulfil.
    """
    trust = ["--trust"] if wish.is_trusted else []
    return [*_COMMANDS[wish.kind](wish, run_id), "--quiet", *trust]


def given_of(wish: Wish) -> str:
    """What the command reads from its standard input: as JSON, what a task is said to have pushed.

    Of an edit it is the value alone, as the command is told which key is meant.
    """
    values = wish.data.get("values", {}).items()
    if wish.kind == "edit":
        return "".join(text for _, text in values)
    return "{" + ", ".join(f"{json.dumps(key)}: {text}" for key, text in values) + "}" if values else ""


def _retry(wish: Wish, run_id: str) -> list[str]:
    return ["retry", run_id] if wish.task is None else ["retry", run_id, "--task", wish.task]


def _clear(wish: Wish, run_id: str) -> list[str]:
    alone = [] if wish.data.get("downstream", True) else ["--no-downstream"]
    tasks = wish.data.get("tasks") or [str(wish.task)]
    return ["clear", run_id, *tasks, "--yes", *alone]


def _mark(wish: Wish, run_id: str) -> list[str]:
    values = ["--values=-"] if wish.data.get("values") else []
    return ["mark", run_id, str(wish.task), str(wish.data["state"]), *values]


def _edit(wish: Wish, run_id: str) -> list[str]:
    (key,) = wish.data["values"]
    return ["xcom", "edit", run_id, str(wish.task), key, "--json-file", "-", "--yes", *_rerun(wish)]


def _restore(wish: Wish, run_id: str) -> list[str]:
    (key,) = wish.data["keys"]
    return ["xcom", "restore", run_id, str(wish.task), key, "--yes", *_rerun(wish)]


def _rerun(wish: Wish) -> list[str]:
    options = {"direct": ["--direct"], "nothing": ["--no-rerun"]}
    return options.get(str(wish.data.get("rerun")), [])


_COMMANDS = {
    "resume": lambda _wish, run_id: ["resume", run_id],
    "retry": _retry,
    "clear": _clear,
    "mark": _mark,
    "edit": _edit,
    "restore": _restore,
}
