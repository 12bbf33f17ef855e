"""Fills in the templates of a try: its code, environment, folder and what it hands to another pipeline.

In the text of `bash`, each value is quoted for the place where it stands (`shell_quoting`), unless the
filter `raw` says that it is shell text itself: `{{ params.flags | raw }}`. Everywhere else it is put in as
it is. jinja2 (250 ms) is only imported for a task that has a template at all.
"""

from __future__ import annotations

import os
import re
from functools import cached_property
from typing import TYPE_CHECKING

from flowdesk.engine.context import RunContext
from flowdesk.engine.rendered import Rendered, Unrenderable
from flowdesk.plan.jinja_text import is_template
from flowdesk.plan.plan import Kind
from flowdesk.records import NamedTuple
from flowdesk.xcom.values import decode, encode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from flowdesk.engine.jobs import RunRequest
    from flowdesk.engine.secrets import Secrets
    from flowdesk.engine.template_sandbox import Sandbox
    from flowdesk.executors.executor import Input
    from flowdesk.plan.plan import Plan, Task
    from flowdesk.store.rows import RunRow

LARGEST = 131_071
"""Bytes of one argument, or one variable with its name, that Linux gives a process (MAX_ARG_STRLEN)."""

_TEXTS = frozenset({Kind.BASH, Kind.COMMAND, Kind.WAIT, Kind.APPROVE, Kind.PIPELINE})
"""The kinds whose code is text, and not the name of a function."""

_NAMES = frozenset({Kind.PYTHON, Kind.BRANCH, Kind.SHORT_CIRCUIT})
"""Those whose code is the name of a function."""

_TOLD = frozenset({"UndefinedError", "SecurityError", "TooMuch", "Unquotable", "LookupError"})
"""Errors whose message says all."""


class TryContext(NamedTuple):
    """What is known of the try that is rendered for; `expanded`: how many tasks were made of its mapped one.

    `pulls` stand in for the values of `inputs` where those are not known yet.
    """

    task: Task
    map_index: int = -1
    inputs: tuple[Input, ...] = ()
    try_number: int = 1
    expanded: int | None = None
    pulls: Mapping[str, object] | None = None


class Renderer:
    """Renders the tries of one run. `previous` finds the latest successful run before this one."""

    def __init__(
        self,
        plan: Plan,
        request: RunRequest,
        *,
        secrets: Secrets | None = None,
        previous: Callable[[], RunRow | None] = lambda: None,
    ) -> None:
        self.context = RunContext(plan, request, previous=previous)
        self._plan = plan
        self._params = request.params
        self._secrets = secrets

    def render(self, of: TryContext) -> Rendered:
        """Return what a try carries out.

        Raises:
            Unrenderable: a template cannot be filled in, or what came out is too large for a process.
            SecretMissing: a variable cannot be taken from where the file says.
        """
        task = of.task
        fields = [field for field in _fields(task) if is_template(field[1])]
        if not fields:
            return self.plain(task)
        secret_env = self._secret_env(task)  # first, as it is masked in what is kept
        filled = {loc: self._text(_named(loc), text, of, shell=loc == ("bash", 0)) for loc, text in fields}
        code = tuple(_code_part(task, at, filled) for at in range(len(task.code)))
        env = {name: filled.get(("env", name), text) for name, text in task.env.items()}
        params = dict(task.params)
        params.update({str(key): encode(text) for (field, key), text in filled.items() if field == "params"})
        cwd = filled.get(("cwd", 0), task.cwd)
        _check_sizes(task, code, env)
        texts = self._texts(filled, Rendered(code, env, cwd, params))
        return Rendered(code, {**env, **secret_env}, cwd, params, texts)

    def has_templates(self, task: Task) -> bool:
        """Whether anything of a task may be a template: without, as most are, its try need not be known."""
        texts = () if task.kind in _NAMES else task.code
        if not (texts or task.env or task.cwd or task.params):
            return False
        return any(map(is_template, (*texts, *task.env.values(), task.cwd or "", *task.params.values())))

    def plain(self, task: Task) -> Rendered:
        """What a try carries out of a task without templates.

        Raises:
            SecretMissing: a variable cannot be taken from where the file says.
        """
        env = {**task.env, **self._secret_env(task)} if task.env_from else task.env
        return Rendered(task.code, env, task.cwd, task.params)

    def _secret_env(self, task: Task) -> Mapping[str, str]:
        return self._secrets.env_of(task) if self._secrets and task.env_from else {}

    def argv(self, name: str | None, argv: Iterable[str]) -> tuple[str, ...]:
        """A command that tells somebody of a task, by its name, or of the run. It knows no pulled values.

        Raises:
            Unrenderable: a template in it cannot be filled in.
        """
        from flowdesk.plan.instances import split

        task, map_index = split(name) if name else (None, -1)
        of = TryContext(self._plan.tasks[task], map_index) if task else None
        return tuple(
            self._text(f"notify.command[{at}]", text, of, shell=False) if is_template(text) else text
            for at, text in enumerate(argv)
        )

    def mask(self, text: str) -> str:
        """The text without secrets."""
        return self._secrets.mask(text) if self._secrets else text

    def _texts(self, filled: Mapping[tuple[str, object], str], done: Rendered) -> dict[str, object]:
        """What to keep of what templates made."""
        fields = {str(field) for field, _ in filled}
        texts: dict[str, object] = {}
        if fields - {"env", "cwd", "params"}:
            texts["code"] = [self.mask(text) for text in done.code]
        if "env" in fields:
            texts["env"] = {name: self.mask(text) for name, text in done.env.items()}
        if "cwd" in fields:
            texts["cwd"] = self.mask(done.cwd or "")
        if "params" in fields:
            texts["params"] = {name: self.mask(text) for name, text in done.params.items()}
        return texts

    def _text(self, field: str, text: str, of: TryContext | None, *, shell: bool) -> str:
        from flowdesk.engine.template_names import names_of

        sandbox = self._sandbox
        try:
            names = names_of(sandbox.uses(text), self.context, self._params, of)
            filled = sandbox.render(text, names, shell=shell)
            return _quoted(filled, sandbox.values or []) if shell else filled
        except Exception as error:  # a template may raise whatever the values in it do
            raise Unrenderable(self.mask(_sentence(field, text, error))) from error

    @cached_property
    def _sandbox(self) -> Sandbox:
        from flowdesk.engine.template_sandbox import Sandbox

        return Sandbox()


def _fields(task: Task) -> Iterable[tuple[tuple[str, object], str]]:
    """All texts of a task that may be templates, each with the field it stands in."""
    if task.kind is Kind.PLUGGED:
        yield from _fields_of_plugged(task)
    elif task.kind in _TEXTS:
        for at, text in enumerate(task.code):
            is_word = at == 0 and task.kind is Kind.WAIT
            if not is_word and not (at and task.kind is Kind.APPROVE):
                yield (_code_field(task, at), at), text
    for name, text in task.env.items():
        yield ("env", name), text
    if task.cwd is not None:
        yield ("cwd", 0), task.cwd
    for name, text in task.params.items():
        if is_template(text) and isinstance(value := decode(text), str):
            yield ("params", name), value


def _fields_of_plugged(task: Task) -> Iterable[tuple[tuple[str, object], str]]:
    for at, text in list(enumerate(task.code))[3::2]:
        if is_template(text) and isinstance(value := decode(text), str):
            yield (_code_field(task, at), at), value


def _code_part(task: Task, at: int, filled: Mapping[tuple[str, object], str]) -> str:
    text = filled.get((_code_field(task, at), at))
    if text is None:
        return task.code[at]
    return encode(text) if task.kind is Kind.PLUGGED else text


def _code_field(task: Task, at: int) -> str:
    """What the file calls the field of a part of the code."""
    if task.kind is Kind.WAIT:
        return f"wait.{task.code[0]}"
    if task.kind is Kind.APPROVE:
        return "approve.question"
    if task.kind is Kind.PLUGGED:
        return task.code[at - 1]
    return f"command[{at}]" if task.kind is Kind.COMMAND else str(task.kind)


def _named(loc: tuple[str, object]) -> str:
    field, name = loc
    return f"{field}.{name}" if field in ("env", "params") else field


def _quoted(text: str, values: list[object]) -> str:
    """A shell text with its values quoted for their places."""
    from flowdesk.engine.shell_quoting import HOLE, Unquotable, Value, quote_into
    from flowdesk.engine.template_objects import Unknown
    from flowdesk.executors.worker.inputs import as_text

    marks = re.compile(f"{HOLE}([0-9]*){HOLE}")

    def value_of(value: object) -> Value:
        if isinstance(value, Unknown):
            return Value(str(value), unknown=True)
        # What a block of the template made may have values in it, which are data there too.
        return Value(marks.sub(lambda mark: value_of(values[int(mark[1])]).text, as_text(value)))

    order = [int(mark) for mark in marks.findall(text)]
    bare = marks.sub(HOLE, text)
    if bare.count(HOLE) != len(order) or any(mark >= len(values) for mark in order):
        raise Unquotable("a filter around a block has changed the values in it; apply it to each value")
    return quote_into(bare, [value_of(values[mark]) for mark in order])


def _check_sizes(task: Task, code: tuple[str, ...], env: Mapping[str, str]) -> None:
    """Refuse what Linux would not start a process with, naming the field."""
    sizes = [(_code_field(task, at), _size(text)) for at, text in enumerate(code)]
    sizes += [(f"env.{name}", _size(f"{name}={text}")) for name, text in env.items()]
    for field, size in sizes:
        if size > LARGEST and task.kind in (Kind.BASH, Kind.COMMAND):
            raise Unrenderable(
                f"{field}: rendered, it has {size:,} bytes, and a process takes at most {LARGEST:,} at once;"
                " hand large values over in a file"
            )


def _size(text: str) -> int:
    return len(os.fsencode(text)) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def _sentence(field: str, text: str, error: Exception) -> str:
    """Why a field's template could not be filled in."""
    line = _line(error) if "\n" in text.strip() else None
    where = f"{field}, line {line}" if line else field
    said = str(error).strip() or type(error).__name__
    if isinstance(error, RecursionError):
        said = "its macros call one another without end"
    elif type(error).__name__ not in _TOLD:
        said = f"{type(error).__name__}: {said}"
    if type(error).__name__ == "Unquotable":
        said = f"a value cannot be quoted where it stands: {said}"
    return f"the template of {where} cannot be filled in: {said.rstrip('.')}"


def _line(error: Exception) -> int | None:
    """The template's line in which it went wrong."""
    traceback, found = error.__traceback__, None
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            found = traceback.tb_lineno
        traceback = traceback.tb_next
    return found
