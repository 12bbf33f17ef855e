"""The classes that types name, `module:Class`: looked up in their module's source, never imported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.errors import Problem
from flowdesk.model.code import read_functions
from flowdesk.model.codes import Code
from flowdesk.xcom.kept import Model, parts
from flowdesk.xcom.types import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.model.document import Document
    from flowdesk.model.file import PipelineFile
    from flowdesk.model.places import Loc


def check_classes(document: Document) -> None:
    """Tell the types that name a class which is not there, or what is no class."""
    if document.pipeline is None:
        return
    named = [
        (loc, text, part)
        for loc, text in _types(document.pipeline)
        if ":" in text
        for part in parts(parse(text))
        if isinstance(part, Model)
    ]
    outer = {part.reference: f"{part.module}:{part.name.partition('.')[0]}" for _, _, part in named}
    found = read_functions(Path(document.path).parent, outer.values())
    document.functions.modules |= found.modules
    for loc, text, part in named:
        place = document.place_in(loc, text.index(part.reference))
        in_module = document.place_in(loc, text.index(part.reference) + len(part.module) + 1)
        reference = outer[part.reference]
        if fault := found.faults.get(reference):
            is_missing = fault.code == Code.FUNCTION_MISSING
            code = Code.CLASS_MISSING if is_missing else fault.code
            sentence = fault.message.replace("no function", "no class") if is_missing else fault.message
            where = in_module if is_missing else place
            document.problems.append(Problem(code, sentence, where, suggestion=fault.suggestion))
        elif (function := found.find(reference)) and function.parameters is not None:
            sentence = f"'{part.reference}' is a function, and a type is a class"
            document.problems.append(Problem(Code.CLASS_MISSING, sentence, in_module))


def _types(file: PipelineFile) -> Iterator[tuple[Loc, str]]:
    """Where a type is written, and its text."""
    for name, param in file.pipeline.params.items():
        yield ("pipeline", "params", name, "type"), param.type
    for task, table in file.having("push", "returns", "pull").items():
        if table.returns is not None:
            yield ("tasks", task, "returns"), table.returns
        for key, push in table.push.items():
            yield ("tasks", task, "push", key, "type"), push.type
        for argument, pull in table.pull.items():
            if pull.type is not None:
                yield ("tasks", task, "pull", argument, "type"), pull.type
