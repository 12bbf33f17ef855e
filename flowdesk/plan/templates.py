"""Whether every template of a file can be read, and uses no name that nothing gives it.

Templates see `pull` (what the task pulls), `params`, and Airflow's names. What stands in defaults is
shared by tasks with different pulls, so there a pull's name is not looked at.

Source: Airflow 3's "Templates reference". Of its names `var`, `conn` and what belongs to assets are left
out: flowdesk has no such things, and a template with them could only fail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.errors import Place
from flowdesk.model.codes import Code
from flowdesk.model.kinds import PipelineTask
from flowdesk.plan.jinja_text import is_template, read_template
from flowdesk.plan.names import near
from flowdesk.plan.shell_places import unquotable
from flowdesk.plan.xcom_calls import calls_in, check_pull
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from flowdesk.model.kinds import AnyTask
    from flowdesk.model.settings import NotifyTable
    from flowdesk.plan.jinja_text import Use
    from flowdesk.plan.order import Loc
    from flowdesk.plan.scope import Scope

VARIABLES = frozenset(
    (
        *("ds", "ds_nodash", "ts", "ts_nodash", "ts_nodash_with_tz", "logical_date", "run_id", "start_date"),
        *("data_interval_start", "data_interval_end", "prev_start_date_success", "prev_end_date_success"),
        *("prev_data_interval_start_success", "prev_data_interval_end_success", "params", "pull", "macros"),
        *("ti", "task_instance", "task_instance_key_str", "task", "dag", "dag_run", "test_mode"),
        "expanded_ti_count",
    )
)
FILTERS = frozenset({"ds", "ds_nodash", "ts", "ts_nodash", "ts_nodash_with_tz", "raw"})
"""Airflow's, and `raw`: the value is shell text, and goes into that of `bash` without quotes."""
_SIGNS = ("{{", "{%", "\\u", "\\U", "\\x")
"""A file without any of these has no template: Jinja's signs, and those of braces by their numbers."""
_NONE_HERE = {
    "var": "flowdesk has no Airflow variables; use a param, or env",
    "conn": "flowdesk has no Airflow connections; take secrets from env",
    "execution_date": "Airflow 3 calls it 'logical_date'",
}


class _Text(NamedTuple):
    """A template. `pulls` is None where it is shared by several tasks."""

    loc: Loc
    text: str
    pulls: Collection[str] | None


class ParamUse(NamedTuple):
    """Which params the templates of a file use; `any` where one takes them all, or by a computed name."""

    names: frozenset[str]
    any: bool


def check_templates(scope: Scope) -> ParamUse:
    """Read all templates of a file and tell what is wrong with them. Returns the params that they use."""
    names: set[str] = set()
    takes_any = False
    for text in _texts(scope):
        template = read_template(text.text)
        if template.fault is not None:
            scope.findings.add(
                Code.TEMPLATE_BROKEN,
                template.fault,
                _place(scope, text.loc, template.offset, 1),
                suggestion="braces that are meant for the shell stand in {% raw %} … {% endraw %}",
            )
            takes_any = True
        elif text.loc[2:] == ("bash",) and (found := unquotable(text.text)) is not None:
            message, offset = found
            scope.findings.add(
                Code.TEMPLATE_IN_SHELL,
                f"the value cannot be quoted here: {message}",
                _place(scope, text.loc, offset, 2),
                suggestion='or pull it, and write "$name"; | raw puts it in as it is',
            )
        for pull in template.pulls if text.pulls is not None else ():
            for call in calls_in(pull.arguments):
                where = _place(scope, text.loc, pull.offset, pull.length)
                check_pull(scope, scope.plan.tasks[str(text.loc[1])], call, where)
        for use in template.uses:
            _check_use(scope, text, use)
            if use.path[0] == "params":
                names.update(use.path[1:])
                takes_any |= len(use.path) == 1
    return ParamUse(frozenset(names), takes_any)


def _check_use(scope: Scope, text: _Text, use: Use) -> None:
    found = _fault(scope, text, use)
    if found is not None:
        message, hint = found
        scope.findings.add(
            Code.TEMPLATE_NAME, message, _place(scope, text.loc, use.offset, use.length), suggestion=hint
        )


def _fault(scope: Scope, text: _Text, use: Use) -> tuple[str, str | None] | None:
    """What is wrong with a use, and a way out."""
    first, *rest = use.path
    params = scope.file.pipeline.params
    if first == "|":
        known = rest[0] in FILTERS
        return None if known else (f"there is no filter '{rest[0]}'", _did_you_mean(rest[0], FILTERS))
    if first not in VARIABLES:
        return f"the template uses '{first}', which nothing gives it", _way_out(first, text.pulls, params)
    if first == "pull" and rest and text.pulls is not None and rest[0] not in text.pulls:
        return f"the template uses 'pull.{rest[0]}', which the task does not pull", (
            _did_you_mean(rest[0], text.pulls) or f'pull it: pull.{rest[0]} = "task:key"'
        )
    if first == "params" and rest and rest[0] not in params and not scope.findings.losses.header:
        return f"the template uses 'params.{rest[0]}', which the pipeline does not have", (
            _did_you_mean(rest[0], params) or f'declare it under [pipeline.params]: {rest[0]} = "str"'
        )
    return None


def _way_out(name: str, pulls: Collection[str] | None, params: Collection[str]) -> str | None:
    if pulls and name in pulls:
        return f"did you mean 'pull.{name}'?"
    if name in params:
        return f"did you mean 'params.{name}'?"
    return _NONE_HERE.get(name) or _did_you_mean(name, VARIABLES)


def _did_you_mean(name: str, known: Collection[str]) -> str | None:
    hint = near(name, sorted(known))
    return f"did you mean '{hint}'?" if hint else None


def _place(scope: Scope, loc: Loc, offset: int, length: int) -> Place:
    """Where a stretch of the text at `loc` stands in the file."""
    first = scope.document.place_in(loc, offset)
    after = scope.document.place_in(loc, offset + length)
    return Place(first.file, first.line, first.column, after.line, after.column)


def _texts(scope: Scope) -> Iterator[_Text]:
    """All texts of a file that are templates."""
    file, texts = scope.file, (scope.document.text, *(page.text for page in scope.document.pages))
    if not any(sign in text for text in texts for sign in _SIGNS):
        return
    for name in scope.plan.tasks:
        task = file.tasks[name]
        for loc, text in _of_task(task):
            if is_template(text):
                yield _Text(("tasks", name, *loc), text, [*task.pull, *task.expand])
        if task.notify is not None:
            yield from _of_notify(("tasks", name), task.notify)
    if file.pipeline.notify is not None:
        yield from _of_notify(("pipeline",), file.pipeline.notify)
    shared = [(("groups", name, "defaults"), table.defaults.env) for name, table in file.groups.items()]
    for owner, env in [*shared, (("defaults",), file.defaults.env)]:
        for variable, text in env.items():
            if is_template(text):
                yield _Text((*owner, "env", variable), text, None)


def _of_notify(owner: Loc, notify: NotifyTable) -> Iterator[_Text]:
    """The command that tells of something. It is given no pulled values."""
    for position, text in enumerate(notify.command or ()):
        if is_template(text):
            yield _Text((*owner, "notify", "command", position), text, ())


def _of_task(task: AnyTask) -> Iterator[tuple[Loc, str]]:
    if task.kind in ("bash", "pipeline"):
        yield (task.kind,), task.code[0]
    elif task.kind == "command":
        yield from ((("command", position), text) for position, text in enumerate(task.code))
    elif task.kind == "wait" and task.code[0] != "seconds":
        yield ("wait", task.code[0]), task.code[1]
    elif task.kind == "approve":
        yield ("approve", "question"), task.code[0]
    if task.environment:
        yield from ((("env", variable), text) for variable, text in task.env.items())
    if task.cwd is not None:
        yield ("cwd",), task.cwd
    if isinstance(task, PipelineTask):
        params = task.params.items()
        yield from ((("params", name), value) for name, value in params if isinstance(value, str))
