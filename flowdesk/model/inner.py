"""The pipelines that tasks run as one task: each is read too, so that both sides of its border are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.errors import Problem, Related, Severity
from flowdesk.model.codes import Code
from flowdesk.model.includes import files_beside, identity_of
from flowdesk.model.kinds import PipelineTask
from flowdesk.model.refusals import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from flowdesk.model.document import Document


def read_inner(document: Document, read: Callable[[Path], Document]) -> None:
    """Read the pipelines that a file's tasks run, and all that those run in turn; tell what is wrong."""
    _Inner(read).read(document, [document.path])


class _Inner:
    """`_known` are the documents that were read, by their resolved paths: each file is read once."""

    def __init__(self, read: Callable[[Path], Document]) -> None:
        self._read = read
        self._known: dict[Path, Document] = {}

    def read(self, document: Document, trail: list[Path]) -> None:
        """Fill `document.inner`. `trail` are the files that lead to it, itself last."""
        for task, written in _inner(document):
            path = document.path.parent / written
            identity = identity_of(path)
            known = [identity_of(one) for one in trail]
            if identity in known:
                names = [one.name for one in trail[known.index(identity) :]]
                sentence = f"pipelines run one another in a circle: {' → '.join([*names, path.name])}"
                self._complain(document, task, Code.INCLUDE_CYCLE, sentence)
                continue
            if identity not in self._known:
                self._known[identity] = self._read(path)
                if self._known[identity].pipeline is not None:
                    self.read(self._known[identity], [*trail, path])
            self._add(document, task, written, self._known[identity])

    def _add(self, document: Document, task: str, written: str, inner: Document) -> None:
        errors = [problem for problem in inner.problems if problem.severity is Severity.ERROR]
        if inner.pipeline is not None and not inner.losses.is_partial:
            document.inner[written] = inner
            self._check_border(document, task, inner)
        if not errors:
            return
        first = errors[0]
        if first.code == Code.FILE_MISSING:
            hint = nearest(inner.path.name, files_beside(inner.path))
            self._complain(document, task, Code.INCLUDE_MISSING, f"there is no file '{inner.path}'", hint)
            return
        place = document.place(("tasks", task, "pipeline"))
        count = "a problem" if len(errors) == 1 else f"{len(errors)} problems"
        sentence = f"the pipeline '{written}' has {count}: {first.message}"
        document.problems.append(
            Problem(Code.INNER_BROKEN, sentence, place, related=(Related("the first is here", first.place),))
        )

    def _check_border(self, document: Document, task: str, inner: Document) -> None:
        from flowdesk.model.border import check_border

        assert document.pipeline is not None  # noqa: S101 - the callers looked
        table = document.pipeline.tasks[task]
        if isinstance(table, PipelineTask) and not document.losses.is_partial:
            check_border(document, task, table, inner)

    def _complain(
        self, document: Document, task: str, code: Code, sentence: str, hint: str | None = None
    ) -> None:
        place = document.place(("tasks", task, "pipeline"))
        document.problems.append(Problem(code, sentence, place, suggestion=hint))


def _inner(document: Document) -> Iterator[tuple[str, str]]:
    """The tasks that run another pipeline, and its path; a template's is only known in a run."""
    assert document.pipeline is not None  # noqa: S101 - the callers looked
    for name, task in document.pipeline.having("pipeline").items():
        if isinstance(task, PipelineTask) and "{{" not in task.pipeline and "{%" not in task.pipeline:
            yield name, task.pipeline
