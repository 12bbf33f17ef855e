"""A checked pipeline as the engine, the store and the window see it: tasks, groups, edges, all resolved.

Named tuples, so that a plan kept as JSON comes back without pydantic: an unchanged file starts without it,
and an old run opens with the definition it ran, whatever became of its file. Frozen dataclasses were refused:
to import their module and to make these ten took as long as an interpreter takes to start.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from flowdesk.plan.trigger import TriggerRule
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(StrEnum):
    """What a task does. PLUGGED: what an installed package adds; its own word begins the task's `code`."""

    BASH = "bash"
    COMMAND = "command"
    PYTHON = "python"
    BRANCH = "branch"
    SHORT_CIRCUIT = "short_circuit"
    WAIT = "wait"
    APPROVE = "approve"
    PIPELINE = "pipeline"
    PLUGGED = "plugged"
    JOINT = "joint"


class Notify(NamedTuple):
    """Whom to tell, and when: `on` has any of failed, success, retry and skipped; `command` is an argv."""

    on: tuple[str, ...] = ("failed",)
    desktop: bool = False
    command: tuple[str, ...] | None = None


class Source(NamedTuple):
    """One key of one task."""

    task: str
    key: str


class Push(NamedTuple):
    """A key that a task pushes. `type` is a type expression as the file has it.

    Bounds, lengths and `pattern` (a regular expression that matches somewhere in the text) narrow the
    type. `max_bytes` is of the value's JSON text. `secret` values are shown masked, and `show` ones are
    for people to look at, pulled or not. `example` is JSON text as `xcom.values` writes it. `source` is
    what the value is inside the pipeline that the task runs; only a task that runs one has it.
    """

    key: str
    type: str
    required: bool = True
    ge: float | None = None
    gt: float | None = None
    le: float | None = None
    lt: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    max_bytes: int | None = None
    secret: bool = False
    show: bool = False
    description: str | None = None
    example: str | None = None
    source: Source | None = None


class Pull(NamedTuple):
    """A pull, resolved: globs and lists are the sources they stand for, in order.

    `many` says whether the argument is a list, `default` is JSON text as `xcom.values` writes it, `type`
    what the argument must be, as the file has it. `earlier`: where this run has none, the latest
    earlier run that has one.
    """

    argument: str
    sources: tuple[Source, ...]
    many: bool = False
    required: bool = True
    default: str | None = None
    type: str | None = None
    earlier: bool = False


class Expand(NamedTuple):
    """An argument of which each item makes a task of its own: a pulled list, or `items` as JSON text."""

    argument: str
    source: Source | None = None
    items: str | None = None


class Task(NamedTuple):
    """One task. `code` is the shell text, the argv list, or `(module:function,)`; empty for a joint.

    Of a plugged-in kind it is the kind's word, the `module:function`, then name and JSON text of each field.

    `upstream` holds the ids of all direct predecessors, by order or by data, in the file's order.
    `choices` are the task and group ids that a branch picks from, `teardown` the setup tasks that a
    teardown undoes (None: it is none). Durations are in seconds. `retry_backoff` is what the delay is
    multiplied with for each further try, up to `max_retry_delay`. `env_from` says where a variable's
    value is taken from ("env:TOKEN"). `cwd` and `env` are as written; `cwd` counts from the file's folder.
    `skip_on_exit_code` is None where nothing is written, which means 99; empty, no code skips.
    `answer_timeout` is how long a question waits for its answer, and `params` are the JSON texts of what
    is handed to the pipeline that the task runs, by that one's names for them.
    """

    id: str
    kind: Kind
    code: tuple[str, ...] = ()
    upstream: tuple[str, ...] = ()
    push: tuple[Push, ...] = ()
    pulls: tuple[Pull, ...] = ()
    retries: int = 0
    retry_delay: float = 0.0
    env: Mapping[str, str] = MappingProxyType({})
    cwd: str | None = None
    label: str | None = None
    description: str | None = None
    trigger_rule: TriggerRule = TriggerRule.ALL_SUCCESS
    choices: tuple[str, ...] = ()
    skip_on_exit_code: tuple[int, ...] | None = None
    do_xcom_push: bool = True
    retry_backoff: float = 1.0
    max_retry_delay: float | None = None
    timeout: float | None = None
    pool: str | None = None
    pool_slots: int = 1
    priority: int = 0
    depends_on_past: bool = False
    env_from: Mapping[str, str] = MappingProxyType({})
    interpreter: str | None = None
    cache: bool = False
    expand: tuple[Expand, ...] = ()
    expand_limit: int | None = None
    max_active_tasks: int | None = None
    setup: bool = False
    teardown: tuple[str, ...] | None = None
    notify: Notify | None = None
    answer_timeout: float | None = None
    params: Mapping[str, str] = MappingProxyType({})

    @property
    def group(self) -> str | None:
        """The id of the innermost group, or None at the top."""
        return self.id.rpartition(".")[0] or None

    @property
    def name(self) -> str:
        """The id without its groups."""
        return self.id.rpartition(".")[2]


class Group(NamedTuple):
    """A group, written or implied by an id. Its parent is its id's prefix.

    `retries` is how often the whole group is run again when a task in it fails.
    """

    id: str
    label: str | None = None
    tooltip: str | None = None
    retries: int = 0

    @property
    def parent(self) -> str | None:
        """The id of the group around this one, or None at the top."""
        return self.id.rpartition(".")[0] or None

    @property
    def name(self) -> str:
        """The id without the groups around it."""
        return self.id.rpartition(".")[2]


class Edge(NamedTuple):
    """A line of the graph. An end is a task id or, for order only, a group id.

    A key edge has `key` and the consumer's `argument`; an order edge has neither.
    """

    source: str
    target: str
    key: str | None = None
    argument: str | None = None


class Param(NamedTuple):
    """A value that whoever starts a run may set. `default` and `choices` are JSON texts.

    Bounds, lengths and `pattern` narrow the type as they do for a push.
    """

    name: str
    type: str
    default: str | None = None
    choices: tuple[str, ...] | None = None
    required: bool = True
    description: str | None = None
    ge: float | None = None
    gt: float | None = None
    le: float | None = None
    lt: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None


class Plan(NamedTuple):
    """A pipeline ready to run. Tasks in the file's order, groups with parents before children.

    `edges` is for showing: order as it was written (group ends kept), then one edge per pulled key.
    For running, `Task.upstream` is the whole truth. `files` are all files it was read from, absolute or
    as the first one was given. Dates are in ISO 8601; `pools` has the slots of each, and
    `pool_descriptions` what they stand for. `store_url` is the database that runs are kept in and
    `store_values` where their large values are, as written; None: this user's own store.
    """

    name: str
    tasks: Mapping[str, Task]
    groups: Mapping[str, Group] = MappingProxyType({})
    edges: tuple[Edge, ...] = ()
    description: str | None = None
    params: tuple[Param, ...] = ()
    pools: Mapping[str, int] = MappingProxyType({})
    schedule: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    timezone: str = "UTC"
    catchup: bool = False
    max_active_tasks: int | None = None
    max_active_runs: int | None = None
    timeout: float | None = None
    tags: tuple[str, ...] = ()
    keep_runs: int | None = None
    files: tuple[str, ...] = ()
    notify: Notify | None = None
    store_url: str | None = None
    store_values: str | None = None
    pool_descriptions: Mapping[str, str] = MappingProxyType({})
