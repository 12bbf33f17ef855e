"""Whether each function takes what its task pulls, and whether all that it requires is given to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.errors import Place
from flowdesk.model.codes import Code
from flowdesk.model.functions import CALLING
from flowdesk.plan.findings import at, listed
from flowdesk.plan.names import near

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from flowdesk.model.code import Function
    from flowdesk.model.document import Document
    from flowdesk.model.file import PipelineFile
    from flowdesk.model.kinds import AnyTask
    from flowdesk.plan.findings import Findings

CONTEXT = frozenset(
    (
        *("ti", "task_instance", "task", "dag", "dag_run", "run_id", "params", "map_index", "test_mode"),
        "macros",
        *("ds", "ds_nodash", "ts", "ts_nodash", "ts_nodash_with_tz", "logical_date", "start_date"),
        *("data_interval_start", "data_interval_end", "prev_start_date_success", "prev_end_date_success"),
        *("prev_data_interval_start_success", "prev_data_interval_end_success", "task_instance_key_str"),
    )
)
"""What a function is given, besides pulled values and params, by parameters of that name: Airflow's names."""


def check_signatures(document: Document, file: PipelineFile, findings: Findings) -> None:
    """Compare every function whose parameters are known with what its task pulls."""
    for name, task in file.having(*CALLING).items():
        function = document.functions.find(task.function) if task.function else None
        if function is not None and function.parameters is not None:
            meant = _check_taken(name, task, function, findings)
            if name not in findings.losses.tasks:
                others = meant.union(file.pipeline.params)
                _check_filled(name, task, function, findings, others=others)


def _fillable(function: Function) -> list[str]:
    """The parameters that can be given by name."""
    return [p.name for p in function.parameters or () if p.kind in ("positional", "keyword_only")]


def _check_taken(name: str, task: AnyTask, function: Function, findings: Findings) -> set[str]:
    """Tell what is not taken. Returns the parameters that were meant: that nothing fills them is no news."""
    if function.takes_ti or function.takes_kwargs:
        return set()
    by_position = {p.name for p in function.parameters or () if p.kind == "positional_only"}
    meant: set[str] = set()
    fillable = _fillable(function)
    given = {**dict.fromkeys(task.pull, "pull"), **dict.fromkeys(task.expand, "expand")}
    free = [parameter for parameter in fillable if parameter not in given]
    for argument, field in given.items():
        if argument not in fillable and argument not in by_position:
            nearest = near(argument, free)
            meant.update(filter(None, [nearest]))
            findings.add(
                Code.ARGUMENT_NOT_TAKEN,
                f"the function '{function.name}' has no parameter '{argument}'",
                at("tasks", name, field, argument, part="key"),
                suggestion=_way_out(argument, nearest),
                related=_definition(function),
            )
    return meant


def _check_filled(
    name: str, task: AnyTask, function: Function, findings: Findings, *, others: Collection[str]
) -> None:
    """Tell what nothing fills. `others`: names that a param fills, or that a pull was meant for."""
    fillable = _fillable(function)
    given = {*task.pull, *task.expand, *CONTEXT}.intersection(fillable)
    required = [
        p for p in function.parameters or () if not p.has_default and p.kind not in ("args", "kwargs")
    ]
    missing = [p.name for p in required if p.name not in given and p.name not in others]
    if not missing:
        return
    if by_position := [parameter for parameter in missing if parameter not in fillable]:
        message = f"the function '{function.name}' takes {listed(by_position)} by position only"
        hint = "values are given by name: remove the '/' from its parameters"
    else:
        message = f"the function '{function.name}' requires {listed(missing)}, which nothing gives it"
        hint = f'pull it: pull.{missing[0]} = "task:key", or give the parameter a default'
    findings.add(
        Code.PARAMETER_NOT_FILLED,
        message,
        at("tasks", name, task.kind),
        suggestion=hint,
        related=_definition(function),
    )


def _way_out(argument: str, nearest: str | None) -> str:
    if nearest:
        return f"did you mean '{nearest}'?"
    return f"add '{argument}' to the function's parameters, or let it take 'ti'"


def _definition(function: Function) -> Iterator[tuple[str, Place]]:
    if function.path is not None and function.line is not None:
        there = Place(str(function.path), function.line, 1, function.line, 1)
        yield f"'{function.name}' is defined here", there
