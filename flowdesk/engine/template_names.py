"""The names that templates may use, each made only for a template that uses it."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from flowdesk.engine import template_objects as objects
from flowdesk.engine.template_macros import MACROS
from flowdesk.engine.template_values import TemplateValues
from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from flowdesk.engine.context import RunContext
    from flowdesk.engine.templates import TryContext
    from flowdesk.executors.executor import Input

_PREVIOUS = (
    *("prev_start_date_success", "prev_end_date_success"),
    *("prev_data_interval_start_success", "prev_data_interval_end_success"),
)


def names_of(
    used: Collection[str], context: RunContext, params: Mapping[str, str], of: TryContext | None
) -> dict[str, object]:
    """The values of the names that a template uses; a name that there is not is left out."""
    makers = {**_of_run(context, params), **(_of_try(context, params, of) if of else {})}
    return {name: makers[name]() for name in used if name in makers}


def _of_run(context: RunContext, params: Mapping[str, str]) -> dict[str, Callable[[], object]]:
    def decoded() -> dict[str, object]:
        return params_of(params)

    return {
        **{name: partial(context.dates.__getitem__, name) for name in context.dates},
        **{name: partial(_previous, context, name) for name in _PREVIOUS},
        "logical_date": lambda: context.request.logical_date,
        "data_interval_start": lambda: context.interval[0],
        "data_interval_end": lambda: context.interval[1],
        "run_id": lambda: context.request.run_id,
        "params": decoded,
        "macros": lambda: MACROS,
        "test_mode": lambda: False,
        "dag": lambda: objects.dag_of(context.plan, decoded()),
        "dag_run": lambda: objects.dag_run_of(context, decoded()),
    }


def _previous(context: RunContext, name: str) -> object:
    return context.of_previous[name]


def _of_try(
    context: RunContext, params: Mapping[str, str], of: TryContext
) -> dict[str, Callable[[], object]]:
    now = datetime.now(UTC)

    def instance() -> object:
        return objects.TaskInstance(
            of.inputs,
            TemplateValues(context.request.home).decode,
            task_id=of.task.id,
            dag_id=context.plan.name,
            run_id=context.request.run_id,
            try_number=of.try_number,
            max_tries=of.task.retries,
            map_index=of.map_index,
            state="running",
            start_date=now,
            task=task(),
            dag_run=objects.dag_run_of(context, params_of(params)),
        )

    def task() -> object:
        return objects.task_of(of.task, context.plan, params_of(params))

    def pulls() -> objects.Named:
        return pulls_of(of.inputs, TemplateValues(context.request.home).decode)

    return {
        "task": task,
        "ti": instance,
        "task_instance": instance,
        "task_instance_key_str": lambda: context.key_of(of.task),
        "start_date": lambda: now,
        "expanded_ti_count": lambda: of.expanded,
        "pull": lambda: pulls() if of.pulls is None else objects.Named("pull", of.pulls),
    }


def params_of(params: Mapping[str, str]) -> objects.Named:
    """The params, as values."""
    return objects.Named("params", {name: decode(text) for name, text in params.items()})


def pulls_of(inputs: tuple[Input, ...], decoded: Callable[[str], object] = decode) -> objects.Named:
    """What the try pulls, as values."""
    found = {one.argument: [decoded(text) for text in _texts(one)] for one in inputs}
    many = {one.argument for one in inputs if one.many}
    values = {name: all_ if name in many else all_[0] for name, all_ in found.items() if all_ or name in many}
    return objects.Named("pull", values, absent=found.keys() - values.keys())


def _texts(one: Input) -> list[str]:
    texts = [given.value if given.value is not None else one.default for given in one.given]
    return [text for text in texts if text is not None]
