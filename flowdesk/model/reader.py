"""Reading a pipeline file: text, tables, models, what it names in other files; every problem at its place.

Three libraries share the work because none does it all fast: tomli reads the values, pydantic checks them,
and tree-sitter finds places, only when there is a place to find. tomlkit, which could do the first and
the last, takes twenty times as long.
"""

from __future__ import annotations

from datetime import UTC, datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from flowdesk.errors import Problem
from flowdesk.model.classes import check_classes
from flowdesk.model.codes import Code
from flowdesk.model.document import Document
from flowdesk.model.file import PipelineFile
from flowdesk.model.functions import look_up_functions
from flowdesk.model.garbage import uncollected
from flowdesk.model.includes import gather
from flowdesk.model.inner import read_inner
from flowdesk.model.next_run import missing_run
from flowdesk.model.page import Page
from flowdesk.model.source import BOM, Unreadable, load_text, parse

if TYPE_CHECKING:
    from pathlib import Path


def read(path: Path, *, text: str | None = None, now: datetime | None = None) -> Document:
    """Read the pipeline file at `path`, or `text` as if it stood there (edits not saved yet).

    Whatever an author can do wrong is in the document's problems, sorted by place; nothing is raised.
    `now` is the moment after which a scheduled run must follow.
    """
    with uncollected():
        document = _read(path, text)
        if document.pipeline is not None and not document.losses.header:
            _check_schedule(document, now or datetime.now(UTC))
        if document.pipeline is not None:
            read_inner(document, _read)
    document.problems.sort(key=attrgetter("place", "code"))
    return document


def _read(path: Path, text: str | None = None) -> Document:
    """Read a file, without the pipelines that its tasks run."""
    try:
        text = load_text(path) if text is None else text.removeprefix(BOM)
        tables = parse(path, text)
    except Unreadable as error:
        return Document(path, error.text, problems=[error.problem])
    gathered = gather(Page(path, text), tables)
    document = Document(path, text, included=gathered.owners, pages=gathered.pages)
    tables = _named(gathered.tables, path)
    _validate(document, tables, is_whole=gathered.is_whole)
    document.problems += gathered.problems
    look_up_functions(document, tables)
    check_classes(document)
    return document


def _validate(document: Document, tables: dict[str, Any], *, is_whole: bool) -> None:
    """Make the model, of what is not whole or broken as far as it goes."""
    document.losses.anything = not is_whole
    try:
        document.pipeline = PipelineFile.model_validate(tables)
    except ValidationError as error:
        from flowdesk.model.complaints import told
        from flowdesk.model.salvage import salvage

        errors = error.errors(include_url=False)
        document.pipeline = salvage(tables, errors, document.losses)
        problems = told(document, errors)
        document.problems = [p for p in problems if is_whole or p.code != Code.NO_TASKS]


def _named(tables: dict[str, Any], path: Path) -> dict[str, Any]:
    """The tables with the file's stem as the pipeline's name where none is written."""
    header = tables.get("pipeline", {})
    if not isinstance(header, dict):
        return tables
    return {**tables, "pipeline": {"name": path.stem or "pipeline", **header}}


def _check_schedule(document: Document, now: datetime) -> None:
    assert document.pipeline is not None  # noqa: S101 - the caller looked
    missing = missing_run(document.pipeline.pipeline, now)
    if missing is not None:
        place = document.place(("pipeline", missing.field))
        problem = Problem(Code.NO_NEXT_RUN, missing.sentence, place, missing.severity)
        document.problems.append(problem)
