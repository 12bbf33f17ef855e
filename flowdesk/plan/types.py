"""Whether what is pushed is of the type that its consumer expects: the pull, and the function's parameter.

Against the file's own word (`type` in a pull) a misfit is an error: the run would end there. Against
an annotation in the code it is a warning: Python does not hold anybody to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.errors import Severity
from flowdesk.model.codes import Code
from flowdesk.model.contract import RETURN_VALUE
from flowdesk.plan.annotations import read, widened
from flowdesk.plan.findings import at, listed
from flowdesk.plan.plan import Kind, Source
from flowdesk.records import NamedTuple
from flowdesk.xcom.containers import Collection, Dict, Tuple, Union
from flowdesk.xcom.fits import fits, limits_misfit
from flowdesk.xcom.kept import Kept, Model, parts
from flowdesk.xcom.shapes import AnyType, JsonType, Scalar, Type
from flowdesk.xcom.types import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.model.code import Function
    from flowdesk.model.params import ParamTable
    from flowdesk.plan.findings import At
    from flowdesk.plan.plan import Expand, Pull, Task
    from flowdesk.plan.scope import Scope


class _Given(NamedTuple):
    """One source with the type that its task declares."""

    source: Source
    type: Type


def check_types(scope: Scope) -> None:
    """Compare all that is pushed with what its consumers expect."""
    _Types(scope).check()


class _Types:
    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._findings = scope.findings
        self._pushed = {
            task.id: {push.key: push.type for push in task.push}
            for task in scope.tasks_having("push", "returns")
        }

    def check(self) -> None:
        for task in self._scope.tasks_having("pull", "expand", "push", "returns"):
            self._check_task(task)

    def _check_task(self, task: Task) -> None:
        function = self._function_of(task)
        annotations = {
            parameter.name: parameter.annotation
            for parameter in (function.parameters or () if function else ())
            if parameter.annotation
        }
        params = self._params_into(task)
        for pull in task.pulls:
            given = self._given(pull.sources, many=pull.many)
            self._check_pull(task, pull, given)
            if pull.argument in params:
                self._check_param(task, pull, given, params[pull.argument])
            if pull.argument in annotations and given:
                self._check_annotation(task, pull, given, annotations[pull.argument])
        for expand in task.expand:
            self._check_expand(task, expand)
        if function is not None and function.returns is not None and task.push:
            self._check_returned(task, function)

    def _params_into(self, task: Task) -> Mapping[str, ParamTable]:
        """The params of the pipeline that a task runs, where it could be read."""
        inner = self._scope.document.inner.get(task.code[0]) if task.kind is Kind.PIPELINE else None
        if inner is None or inner.pipeline is None:
            return {}
        return inner.pipeline.pipeline.params

    def _check_param(self, task: Task, pull: Pull, given: list[_Given], param: ParamTable) -> None:
        where = at("tasks", task.id, "pull", pull.argument)
        what = f"the param '{pull.argument}'"
        if self._check_given(what, given, param.type, where, many=pull.many) or pull.many:
            return
        for one in given:
            limits = self._scope.file.tasks[one.source.task].pushes[one.source.key].constraints
            reason = limits_misfit(limits, param.constraints)
            if reason is not None:
                self._findings.add(
                    Code.TYPE_MISFIT,
                    f"{what} does not take all of '{one.source.key}' of '{one.source.task}': {reason}",
                    where,
                    related=[(f"'{one.source.task}' declares it here", self._scope.declaration(one.source))],
                )

    def _function_of(self, task: Task) -> Function | None:
        reference = self._scope.file.tasks[task.id].function
        return self._scope.document.functions.find(reference) if reference else None

    def _given(self, sources: tuple[Source, ...], *, many: bool = False) -> list[_Given]:
        """The sources whose keys are declared; the others are a problem already.

        A mapped task gives the list of its values; where there are `many` sources, they are one flat list.
        """
        return [
            _Given(source, Collection("list", type_) if not many and self._is_mapped(source) else type_)
            for source in sources
            if source.key in self._pushed.get(source.task, ())
            for type_ in (parse(self._pushed[source.task][source.key]),)
        ]

    def _is_mapped(self, source: Source) -> bool:
        return bool(self._scope.plan.tasks[source.task].expand)

    def _check_pull(self, task: Task, pull: Pull, given: list[_Given]) -> None:
        if pull.type is None:
            if pull.many:
                self._check_mixed(task, pull, given)
            return
        where = at("tasks", task.id, "pull", pull.argument, "type")
        self._check_given(f"'{pull.argument}'", given, pull.type, where, many=pull.many)

    def _check_given(
        self, what: str, given: list[_Given], expected: str, where: At, *, many: bool = False
    ) -> bool:
        """Tell the first of the sources that is not of the expected type. Returns whether there is one."""
        for one in given:
            reason = _misfit(one.type, parse(expected), many=many)
            if reason is not None:
                pushed = f"'{one.source.key}' of '{one.source.task}' is {one.type}"
                self._findings.add(
                    Code.TYPE_MISFIT,
                    f"{what} must be {expected}, but {pushed}: {reason}",
                    where,
                    related=[(f"'{one.source.task}' declares it here", self._scope.declaration(one.source))],
                )
                return True
        return False

    def _check_mixed(self, task: Task, pull: Pull, given: list[_Given]) -> None:
        kinds = list(dict.fromkeys(one.type for one in given))
        if not kinds or any(all(fits(one, other) is None for one in kinds) for other in kinds):
            return
        firsts = [next(one for one in given if one.type == kind) for kind in kinds]
        self._findings.add(
            Code.MIXED_LIST,
            f"the list '{pull.argument}' mixes types: {listed(map(str, kinds))}",
            at("tasks", task.id, "pull", pull.argument),
            suggestion=f'if that is meant, say so: type = "list[{" | ".join(map(str, kinds))}]"',
            related=[
                (f"'{one.source.task}' pushes {one.type}", self._scope.declaration(one.source))
                for one in firsts[:5]
            ],
        )
        self._findings.weigh_last(Severity.WARNING)

    def _check_annotation(self, task: Task, pull: Pull, given: list[_Given], annotation: str) -> None:
        expected = read(annotation)
        for one in given:
            if any(isinstance(part, Kept | Model) for part in parts(one.type)):
                continue
            reason = _misfit(one.type, expected, many=pull.many)
            if reason is not None and _misfit(one.type, widened(expected), many=pull.many) is not None:
                what = f"{one.source.key}' of '{one.source.task}"
                self._note_annotation(task, pull, f"'{what}' is {one.type}: {reason}", annotation)
                return

    def _note_annotation(self, task: Task, pull: Pull, given: str, annotation: str) -> None:
        function = self._function_of(task)
        assert function is not None  # noqa: S101 - it has the annotation
        self._findings.add(
            Code.PARAMETER_MISFIT,
            f"'{function.name}' takes '{pull.argument}: {annotation}', but {given}",
            at("tasks", task.id, "pull", pull.argument),
            related=self._scope.definition(function),
        )
        self._findings.weigh_last(Severity.WARNING)

    def _check_expand(self, task: Task, expand: Expand) -> None:
        if expand.source is None:
            return
        for one in self._given((expand.source,)):
            if not _can_be_expanded(one.type):
                self._findings.add(
                    Code.NOTHING_TO_EXPAND,
                    f"'{expand.argument}' is expanded over '{one.source.key}' of '{one.source.task}', "
                    f"which is {one.type} and no list",
                    at("tasks", task.id, "expand", expand.argument),
                    related=[("it is declared here", self._scope.declaration(one.source))],
                )

    def _check_returned(self, task: Task, function: Function) -> None:
        assert function.returns is not None  # noqa: S101 - the caller looked
        pushed = self._pushed[task.id]
        returned = read(function.returns)
        key = RETURN_VALUE if RETURN_VALUE in pushed else None
        if key is None and returned == Scalar("None") and not (function.takes_ti or function.takes_kwargs):
            key = next(iter(pushed))
        if key is None:
            return
        expected = parse(pushed[key])
        reason = None if isinstance(expected, Kept | Model) else fits(returned, expected)
        if reason is not None:
            said = f"'{function.name}' is annotated to return {function.returns}"
            self._findings.add(
                Code.RETURN_MISFIT,
                f"{said}, but '{key}' is {expected}: {reason}",
                self._scope.declaration(Source(task.id, key)),
                related=self._scope.definition(function),
            )
            self._findings.weigh_last(Severity.WARNING)


def _misfit(pushed: Type, expected: Type, *, many: bool) -> str | None:
    return fits(Collection("list", pushed) if many else pushed, expected)


def _can_be_expanded(pushed: Type) -> bool:
    if isinstance(pushed, Union):
        return all(map(_can_be_expanded, pushed.members))
    return isinstance(pushed, AnyType | JsonType | Collection | Dict | Tuple)
