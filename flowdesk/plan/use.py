"""What a file says to no use: keys that nobody pulls, params and pools that nothing takes; open secrets.

None of this hinders a run, so it is said softly, and only where somebody would want to know. A key is
for somebody if a task pulls it, if it is there to be looked at (`show = true`), or if nothing comes after its
task: a result at the end is what the pipeline is for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flowdesk.errors import Severity
from flowdesk.model.codes import Code
from flowdesk.model.functions import CALLING
from flowdesk.plan.findings import at
from flowdesk.plan.jinja_text import is_template
from flowdesk.plan.plan import Kind, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flowdesk.plan.order import Loc
    from flowdesk.plan.plan import Task
    from flowdesk.plan.scope import Scope
    from flowdesk.plan.templates import ParamUse

_SECRET = re.compile(
    r"(^|_|-)(password|passwd|pwd|passphrase|secret|token|api_?key|access_?key|secret_?key|private_?key)$",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\d{1,5}|true|false|yes|no|none|[~./$].*|", re.IGNORECASE)
"""What is certainly no secret: a count, a switch, a path, another variable."""


def check_use(scope: Scope, params: ParamUse) -> None:
    """Tell what is of no use. A file that could not be read whole is spared: too much would seem unused."""
    _check_secrets(scope)
    if scope.findings.losses.is_partial:
        return
    _check_keys(scope)
    _check_afters(scope)
    _check_params(scope, params)
    _check_pools(scope)


def _check_keys(scope: Scope) -> None:
    pushing = list(scope.tasks_having("push", "returns"))
    if not pushing:
        return
    pulled = {source for task in scope.tasks_having("pull") for pull in task.pulls for source in pull.sources}
    pulled |= {
        expand.source for task in scope.tasks_having("expand") for expand in task.expand if expand.source
    }
    declared = {Source(task.id, push.key) for task in pushing for push in task.push}
    # Where a key is pulled that is not declared, it is one of the others that is meant.
    astray = {source.task for source in pulled - declared} | scope.findings.astray
    upstream = {id(task.upstream): task.upstream for task in scope.plan.tasks.values() if _takes_values(task)}
    followed = set().union(*upstream.values())
    for task in pushing:
        if task.id not in followed or task.id in astray or not task.do_xcom_push:
            continue
        for push in task.push:
            source = Source(task.id, push.key)
            if source not in pulled and not push.show:
                scope.findings.add(
                    Code.KEY_NOT_PULLED,
                    f"nobody pulls '{push.key}' of '{task.id}'",
                    scope.declaration(source),
                    suggestion="if it is there to be looked at, say show = true",
                )
                scope.findings.weigh_last(Severity.WARNING)


def _takes_values(task: Task) -> bool:
    """Whether a task could have pulled something: a joint cannot, and a teardown only tidies up."""
    return task.kind is not Kind.JOINT and task.teardown is None


def _check_afters(scope: Scope) -> None:
    for task in scope.tasks_having("pull"):
        name, written = task.id, scope.file.tasks[task.id].after
        if not written or not task.pulls:
            continue
        pulled = {
            source.task: pull.argument for pull in task.pulls for source in pull.sources if not pull.many
        }
        for position, reference in enumerate(written):
            if reference in pulled and reference in scope.plan.tasks:
                argument = pulled[reference]
                scope.findings.add(
                    Code.AFTER_SAID_TWICE,
                    f"'{name}' comes after '{reference}' already, because it pulls '{argument}' from it",
                    at("tasks", name, "after", position),
                    suggestion="leave it out",
                    related=[("the pull is here", at("tasks", name, "pull", argument, part="both"))],
                )
                scope.findings.weigh_last(Severity.NOTE)


def _check_params(scope: Scope, used: ParamUse) -> None:
    params = scope.file.pipeline.params
    if not params or used.any or _code_may_use(scope):
        return
    taken = _taken_by_name(scope)
    for name in params:
        if name not in used.names and name not in taken:
            scope.findings.add(
                Code.PARAM_NOT_USED,
                f"nothing uses the param '{name}'",
                at("pipeline", "params", name, part="key"),
                suggestion=f"a template takes it as {{{{ params.{name} }}}}, a function by its name",
            )
            scope.findings.weigh_last(Severity.WARNING)


def _code_may_use(scope: Scope) -> bool:
    """Whether a function is given all params, or may be: nobody reads what it does with them."""
    for task in scope.file.having(*CALLING).values():
        function = scope.document.functions.find(task.function) if task.function else None
        if function is None:
            if task.function:
                return True
            continue
        names = {parameter.name for parameter in function.parameters or ()}
        if function.parameters is None or function.takes_kwargs or "params" in names:
            return True
    return False


def _taken_by_name(scope: Scope) -> set[str]:
    """The parameters of all functions, but for those that a pull or an item fills."""
    taken: set[str] = set()
    for task in scope.file.having(*CALLING).values():
        function = scope.document.functions.find(task.function) if task.function else None
        if function is not None:
            names = {parameter.name for parameter in function.parameters or ()}
            taken |= names.difference(task.pull, task.expand)
    return taken


def _check_pools(scope: Scope) -> None:
    used = {task.pool for task in scope.plan.tasks.values()} if scope.file.pools else set()
    for name in scope.file.pools:
        if name not in used:
            scope.findings.add(
                Code.POOL_NOT_USED,
                f"no task takes slots from the pool '{name}'",
                at("pools", name, part="key"),
                suggestion=f'a task takes them with pool = "{name}"',
            )
            scope.findings.weigh_last(Severity.WARNING)


def _check_secrets(scope: Scope) -> None:
    for loc, env in _environments(scope):
        for name, value in env.items():
            if _is_open_secret(name, value):
                hint = f'take it from elsewhere: {name} = {{ from = "env:{name}" }}'
                _note_secret(scope, name, (*loc, name), hint)
    for name, param in scope.file.pipeline.params.items():
        if isinstance(param.default, str) and _is_open_secret(name, param.default):
            hint = "leave the default out, or let the task take it from the environment"
            _note_secret(scope, name, ("pipeline", "params", name, "default"), hint)


def _environments(scope: Scope) -> Iterator[tuple[Loc, Mapping[str, str]]]:
    file = scope.file
    yield ("defaults", "env"), file.defaults.env
    for group, table in file.groups.items():
        yield ("groups", group, "defaults", "env"), table.defaults.env
    for name, task in file.having("environment").items():
        yield ("tasks", name, "env"), task.env


def _is_open_secret(name: str, value: str) -> bool:
    return bool(_SECRET.search(name)) and not _PLAIN.fullmatch(value) and not is_template(value)


def _note_secret(scope: Scope, name: str, loc: Loc, hint: str) -> None:
    message = f"'{name}' looks like a secret, and everybody who has this file can read it"
    scope.findings.add(Code.PLAIN_SECRET, message, at(*loc), suggestion=hint)
    scope.findings.weigh_last(Severity.WARNING)
