"""What a run would carry out, without running it: each task's texts, with stand-ins for values not known yet.

Nothing is stored, no secret is asked for. A value that a task would push is shown as «task:key»; where a
template does more with it than writing it, the template itself is shown.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flowdesk.engine.masks import MASK
from flowdesk.engine.rendered import Unrenderable
from flowdesk.engine.template_objects import Unknown
from flowdesk.engine.templates import Renderer, TryContext
from flowdesk.plan.plan import Kind
from flowdesk.plan.trigger import TriggerRule
from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flowdesk.engine.jobs import RunRequest
    from flowdesk.plan.plan import Plan, Task

_SHOWN = 3
"""How many sources of a list are named."""


@dataclass(frozen=True, slots=True)
class DryTask:
    """A task as it would be carried out.

    `code` are the texts or the name of the function; `env` has the mask for secrets; `pulls` say what each
    argument takes. `note` says why a template stands there as it is written.
    """

    id: str
    kind: Kind
    code: tuple[str, ...]
    env: Mapping[str, str] = field(default_factory=dict)
    cwd: str | None = None
    pulls: Mapping[str, str] = field(default_factory=dict)
    rule: TriggerRule = TriggerRule.ALL_SUCCESS
    upstream: tuple[str, ...] = ()
    is_mapped: bool = False
    note: str | None = None
    params: Mapping[str, str] = field(default_factory=dict)
    """What a pipeline is given, as JSON texts."""


def dry_run(plan: Plan, request: RunRequest) -> tuple[DryTask, ...]:
    """All tasks in an order in which they could run one by one: the file's, where that is one."""
    renderer = Renderer(plan, request)
    return tuple(_dry(plan.tasks[name], renderer) for name in in_order(plan))


def lines(tasks: Iterable[DryTask]) -> Iterator[str]:
    """The same as text, line by line."""
    for task in tasks:
        mapped = ", once for each item" if task.is_mapped else ""
        after = f"  after {', '.join(task.upstream)}" if task.upstream else ""
        rule = "" if task.rule is TriggerRule.ALL_SUCCESS else f" ({task.rule})"
        yield f"{task.id}{mapped}{after}{rule}"
        yield from _code_lines(task)
        yield from (f"    {name}={value}" for name, value in task.env.items())
        if task.cwd is not None:
            yield f"    in {task.cwd}"
        yield from (f"    {argument} ← {source}" for argument, source in task.pulls.items())
        yield from (f"    {name} = {text}" for name, text in task.params.items())
        if task.note:
            yield f"    ({task.note})"


def in_order(plan: Plan) -> list[str]:
    """The ids of all tasks, each after its upstream, else in the file's order."""
    position = {name: number for number, name in enumerate(plan.tasks)}
    left = {name: len(task.upstream) for name, task in plan.tasks.items()}
    following: dict[str, list[str]] = {}
    for name, task in plan.tasks.items():
        for upstream in task.upstream:
            following.setdefault(upstream, []).append(name)
    ready = [(position[name], name) for name, count in left.items() if not count]
    found = []
    while ready:
        _, name = heapq.heappop(ready)
        found.append(name)
        for other in following.get(name, ()):
            left[other] -= 1
            if not left[other]:
                heapq.heappush(ready, (position[other], other))
    return found


def _dry(task: Task, renderer: Renderer) -> DryTask:
    sources = _sources(task)
    of = TryContext(task, 0 if task.expand else -1, pulls=_stand_ins(task, sources))
    code, env, cwd, note = task.code, dict(task.env), task.cwd, None
    params: Mapping[str, str] = {}
    try:
        rendered = renderer.render(of)
        code, env, cwd, params = rendered.code, dict(rendered.env), rendered.cwd, rendered.params
    except Unrenderable as error:
        note = f"as it is written, because before the run {error}"
    env |= {name: f"{MASK} ({source})" for name, source in task.env_from.items()}
    return DryTask(
        task.id,
        task.kind,
        code,
        env,
        cwd,
        sources,
        task.trigger_rule,
        task.upstream,
        bool(task.expand),
        note,
        params,
    )


def _sources(task: Task) -> dict[str, str]:
    """What each argument takes, in words."""
    found = {}
    for pull in task.pulls:
        names = [f"{source.task}:{source.key}" for source in pull.sources]
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        told = ", ".join(names[:_SHOWN]) + more
        default = "" if pull.default is None else f", or {pull.default}"
        found[pull.argument] = (f"[{told}]" if pull.many else told) + default
    for expand in task.expand:
        items = f"{expand.source.task}:{expand.source.key}" if expand.source else expand.items
        found[expand.argument] = f"each of {items}"
    return found


def _stand_ins(task: Task, sources: Mapping[str, str]) -> dict[str, object]:
    items = {one.argument: decode(one.items) for one in task.expand if one.items is not None}
    first = {name: found[0] for name, found in items.items() if isinstance(found, list) and found}
    return {name: first[name] if name in first else Unknown(source) for name, source in sources.items()}


def _code_lines(task: DryTask) -> Iterator[str]:
    if task.kind is Kind.JOINT:
        return
    if task.kind is Kind.COMMAND:
        import shlex

        yield f"    $ {shlex.join(task.code)}"
        return
    sign = "$" if task.kind is Kind.BASH else task.kind.value
    words = task.code if task.kind is not Kind.PLUGGED else (": ".join(task.code),)
    first, *more = " ".join(words).strip().splitlines() or [""]
    yield f"    {sign} {first}" if task.kind is not Kind.PLUGGED else f"    {first}"
    yield from (f"      {line}" for line in more)
