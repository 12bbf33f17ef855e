"""Reading a pipeline file: text, tables, models, the functions it names; every problem at its place.

Three libraries share the work because none does it all fast: tomli reads the values, pydantic checks them,
and tree-sitter finds places, only when there is a place to find. tomlkit, which could do the first and
the last, takes twenty times as long.
"""

from __future__ import annotations

from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from flowdesk.errors import Place, Problem, Related
from flowdesk.model.code import Fault, read_functions
from flowdesk.model.document import Document
from flowdesk.model.file import PipelineFile
from flowdesk.model.kinds import PythonTask
from flowdesk.model.names import is_function_name
from flowdesk.model.source import BOM, Unreadable, load_text, parse

if TYPE_CHECKING:
    from collections.abc import Iterator


def read(path: Path, *, text: str | None = None) -> Document:
    """Read the pipeline file at `path`, or `text` as if it stood there (edits not saved yet).

    Whatever an author can do wrong is in the document's problems, sorted by place; nothing is raised.
    """
    try:
        text = load_text(path) if text is None else text.removeprefix(BOM)
        tables = parse(path, text)
    except Unreadable as error:
        return Document(path, error.text, problems=[error.problem])
    document = Document(path, text)
    try:
        document.pipeline = PipelineFile.model_validate(_named(tables, path))
    except ValidationError as error:
        from flowdesk.model.complaints import told

        document.problems = told(document, error.errors(include_url=False))
    _read_functions(document, tables)
    document.problems.sort(key=attrgetter("place", "code"))
    return document


def _named(tables: dict[str, Any], path: Path) -> dict[str, Any]:
    """The tables with the file's stem as the pipeline's name where none is written."""
    header = tables.get("pipeline", {})
    if not isinstance(header, dict):
        return tables
    return {**tables, "pipeline": {"name": path.stem or "pipeline", **header}}


def _read_functions(document: Document, tables: dict[str, Any]) -> None:
    """Look up the functions, those of a file with other problems too."""
    references = dict(_references(document.pipeline, tables))
    document.functions = read_functions(Path(document.path).parent, references.values())
    for task, reference in references.items():
        if fault := document.functions.faults.get(reference):
            document.problems.append(_problem(document, task, fault))


def _references(pipeline: PipelineFile | None, tables: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if pipeline is not None:
        for name, task in pipeline.tasks.items():
            if isinstance(task, PythonTask):
                yield name, task.python
        return
    tasks = tables.get("tasks")
    for name, table in tasks.items() if isinstance(tasks, dict) else ():
        reference = table.get("python") if isinstance(table, dict) else None
        if isinstance(reference, str) and is_function_name(reference):
            yield name, reference


def _problem(document: Document, task: str, fault: Fault) -> Problem:
    related: tuple[Related, ...] = ()
    if fault.path and fault.line:
        there = Place(str(fault.path), fault.line, fault.column, fault.line, fault.column)
        related = (Related("it is here", there),)
    place = document.place(("tasks", task, "python"))
    return Problem(fault.code, fault.message, place, suggestion=fault.suggestion, related=related)
