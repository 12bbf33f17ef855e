"""The functions that the tasks of a file call: each is looked up, and those that are not there are told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from flowdesk.errors import Place, Problem, Related
from flowdesk.model.code import read_functions
from flowdesk.model.names import is_function_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.model.code import Fault
    from flowdesk.model.document import Document
    from flowdesk.model.places import Loc

CALLING = ("python", "branch", "short_circuit")
"""The fields of a task that name a function."""


def look_up_functions(document: Document, tables: dict[str, Any]) -> None:
    """Look up the functions, those of a file with other problems too."""
    references = dict(_references(document, tables))
    document.functions = read_functions(Path(document.path).parent, references.values())
    for loc, reference in references.items():
        if fault := document.functions.faults.get(reference):
            document.problems.append(told(document, loc, fault))


def _references(document: Document, tables: dict[str, Any]) -> Iterator[tuple[Loc, str]]:
    """The place and text of every reference to a function."""
    if document.pipeline is not None and not document.losses.is_partial:
        for name, task in document.pipeline.having(*CALLING).items():
            if task.function is not None:
                yield ("tasks", name, task.kind), task.function
        return
    tasks = tables.get("tasks")
    for name, table in tasks.items() if isinstance(tasks, dict) else ():
        for field in CALLING if isinstance(table, dict) else ():
            reference = table.get(field)
            if isinstance(reference, str) and is_function_name(reference):
                yield ("tasks", name, field), reference


def told(document: Document, loc: Loc, fault: Fault) -> Problem:
    """The problem of a reference that cannot be called, written at `loc`."""
    related: tuple[Related, ...] = ()
    if fault.path and fault.line:
        there = Place(str(fault.path), fault.line, fault.column, fault.line, fault.column)
        related = (Related("it is here", there),)
    return Problem(
        fault.code, fault.message, document.place(loc), suggestion=fault.suggestion, related=related
    )
