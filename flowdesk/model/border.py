"""The border of a pipeline that is run as a task: what goes into its params, what comes out of its tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.errors import Problem, Related
from flowdesk.model.adapters import Misfit, value_of
from flowdesk.model.codes import Code
from flowdesk.model.contract import RETURN_VALUE
from flowdesk.model.refusals import nearest
from flowdesk.xcom.fits import fits
from flowdesk.xcom.types import parse

if TYPE_CHECKING:
    from flowdesk.model.contract import PushTable
    from flowdesk.model.document import Document
    from flowdesk.model.file import PipelineFile
    from flowdesk.model.kinds import PipelineTask
    from flowdesk.model.places import Loc, Part


def check_border(document: Document, name: str, task: PipelineTask, inner: Document) -> None:
    """Tell where a task and the pipeline that it runs do not agree on what goes in and comes out."""
    assert inner.pipeline is not None  # noqa: S101 - the caller looked
    border = _Border(document, name, inner, inner.pipeline)
    border.check_params(task)
    for key, table in task.push.items():
        border.check_push(key, table)


class _Border:
    def __init__(self, document: Document, task: str, inner: Document, file: PipelineFile) -> None:
        self._document = document
        self._task: Loc = ("tasks", task)
        self._inner = inner
        self._file = file

    def check_params(self, task: PipelineTask) -> None:
        """What is given must be known there and fit, and what is required there must be given."""
        params = self._file.pipeline.params
        for field, given in (("params", task.params), ("pull", task.pull), ("expand", task.expand)):
            for name in [name for name in given if name not in params]:
                sentence = f"'{self._inner.path.name}' has no param '{name}'"
                hint = nearest(name, list(params)) or f"declare it there: [pipeline.params] {name} = …"
                self._complain(Code.UNKNOWN_PARAM, sentence, (field, name), hint, part="key")
        for name, value in task.params.items():
            if name in params and not (isinstance(value, str) and "{" in value):
                self._check_value(name, value)
        for name, param in params.items():
            if param.is_required and not {name} & {*task.params, *task.pull, *task.expand}:
                sentence = f"'{self._inner.path.name}' requires the param '{name}', which nothing gives it"
                hint = f"params = {{ {name} = … }}, or pull.{name}"
                there: Loc = ("pipeline", "params", name)
                self._complain(Code.MISSING_FIELD, sentence, ("pipeline",), hint, there=there)

    def _check_value(self, name: str, value: object) -> None:
        param = self._file.pipeline.params[name]
        try:
            found = value_of(param.type, value, param.constraints)
        except Misfit as misfit:
            sentence = f"'{name}' is {param.type} in '{self._inner.path.name}': {misfit}"
        else:
            if param.choices is None or found in param.choices:
                return
            sentence = f"'{name}' is none of the choices {', '.join(map(repr, param.choices))}"
        there: Loc = ("pipeline", "params", name)
        self._complain(Code.TYPE_MISFIT, sentence, ("params", name), there=there)

    def check_push(self, key: str, table: PushTable) -> None:
        """What comes out must be pushed in there, and be of the declared type."""
        task, _, its_key = (table.source or "").partition(":")
        its_key = its_key or RETURN_VALUE
        there = self._file.tasks.get(task)
        if there is None:
            sentence = f"'{self._inner.path.name}' has no task '{task}'"
            hint = nearest(task, list(self._file.tasks))
            self._complain(Code.UNKNOWN_REFERENCE, sentence, ("push", key, "from"), hint)
        elif (push := there.pushes.get(its_key)) is None:
            known = list(there.pushes)
            sentence = f"'{task}' in '{self._inner.path.name}' does not push '{its_key}'"
            hint = nearest(its_key, known) or (f"it pushes {', '.join(known)}" if known else None)
            place: Loc = ("tasks", task)
            self._complain(Code.UNKNOWN_KEY, sentence, ("push", key, "from"), hint, there=place)
        elif reason := fits(parse(push.type), parse(table.type)):
            place = ("tasks", task, "push", its_key, "type")
            self._complain(Code.TYPE_MISFIT, reason, ("push", key, "type"), there=place)

    def _complain(  # noqa: PLR0913 - a problem has that many parts
        self,
        code: Code,
        sentence: str,
        loc: Loc,
        hint: str | None = None,
        *,
        part: Part = "value",
        there: Loc | None = None,
    ) -> None:
        place = self._document.place((*self._task, *loc), part)
        related = () if there is None else (Related("this is the other side", self._inner.place(there)),)
        self._document.problems.append(Problem(code, sentence, place, suggestion=hint, related=related))
