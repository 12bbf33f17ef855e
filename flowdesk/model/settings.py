"""What `[defaults]`, a group's defaults and a task may all set."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag

from flowdesk.model.codes import Code
from flowdesk.model.fields import (
    MAX_COUNT,
    Backoff,
    Command,
    Count,
    Duration,
    ExitCodes,
    Filled,
    Given,
    Retries,
    SomeTime,
    TriggerRule,
    listed,
)
from flowdesk.model.names import PoolName
from flowdesk.model.refusals import refusal
from flowdesk.model.table import HIDDEN, Table, nothing

_SECRET = re.compile(r"env:[^=\0]+|keyring:[^/\0]+/[^\0]+")


def _check_variable(name: str) -> str:
    if not name or "=" in name or "\0" in name:
        raise refusal(Code.WRONG_VALUE, f"{name!r} cannot be the name of an environment variable")
    return name


def _check_secret(text: str) -> str:
    if not _SECRET.fullmatch(text):
        hint = 'write "env:NAME" or "keyring:service/name"'
        raise refusal(Code.BAD_SECRET, f"{text[:60]!r} names no place to take a value from", suggestion=hint)
    return text


class EnvSource(Table):
    """A variable whose value is taken, when the task starts, from elsewhere, and never shown or kept."""

    source: Annotated[
        str, AfterValidator(_check_secret), Field(alias="from", examples=["env:TOKEN", "keyring:shop/token"])
    ]
    """Where the value is: in flowdesk's own environment (env:NAME), or in the keyring of this machine."""


def _env_form(value: object) -> str:
    return f"{HIDDEN}from" if isinstance(value, dict) else f"{HIDDEN}text"


EnvValue = Annotated[
    Annotated[Given, Tag(f"{HIDDEN}text")] | Annotated[EnvSource, Tag(f"{HIDDEN}from")],
    Discriminator(_env_form),
]
Environment = dict[Annotated[str, AfterValidator(_check_variable)], EnvValue]


Occasion = Literal["failed", "success", "retry", "skipped"]


class NotifyTable(Table):
    """Whom to tell, and when; the bare word "desktop" is a message on this desktop when it fails."""

    on: Annotated[
        tuple[Occasion, ...],
        BeforeValidator(listed, json_schema_input_type=Occasion | list[Occasion]),
        Field(examples=[["failed"], ["failed", "success"]]),
    ] = ("failed",)
    """What happened: any of failed, success, retry and skipped."""
    desktop: bool = False
    """Show a message on the desktop."""
    command: Annotated[Command | None, Field(examples=[["mail", "-s", "it failed", "me@example.org"]])] = None
    """A program to start, with its arguments; what happened is in its environment."""


def _notify(value: object) -> object:
    return {"desktop": True} if value == "desktop" else value


Notify = Annotated[
    NotifyTable, BeforeValidator(_notify, json_schema_input_type=Literal["desktop"] | NotifyTable)
]


class Settings(Table):
    """What `[defaults]`, a group's defaults and a task may all set. None: not set here."""

    retries: Annotated[Retries | None, Field(examples=[1, 3])] = None
    """How many times a task that failed is tried again."""
    retry_delay: Annotated[Duration | None, Field(examples=["10s", "5m", 90])] = None
    """How long to wait before it is tried again: seconds, or a text like "1h30m"."""
    retry_backoff: Annotated[Backoff | None, Field(examples=[True, 1.5])] = None
    """By how much the delay grows from try to try. true doubles it; false, or 1, keeps it as it is."""
    max_retry_delay: Annotated[Duration | None, Field(examples=["1h"])] = None
    """The longest delay that retry_backoff may lead to."""
    timeout: Annotated[SomeTime | None, Field(examples=["30s", "2h"])] = None
    """How long one try may take before it is ended and fails."""
    trigger_rule: TriggerRule | None = None
    """When the task starts, given how the tasks before it ended. Airflow's names; all_success if none."""
    pool: Annotated[PoolName | None, Field(examples=["gpu"])] = None
    """The pool of [pools] that the task takes its slots from: no more run at once than it has slots."""
    pool_slots: Annotated[Count | None, Field(examples=[1, 2])] = None
    """How many slots of its pool the task takes; 1 if not written."""
    priority: Annotated[int | None, Field(ge=-MAX_COUNT, le=MAX_COUNT, examples=[10])] = None
    """Of the tasks that could start, the one with the highest number goes first; 0 if not written."""
    depends_on_past: bool | None = None
    """Start only if the same task succeeded, or was skipped, in the run before."""
    environment: Annotated[
        Environment, Field(alias="env", examples=[{"MODE": "fast", "TOKEN": {"from": "env:TOKEN"}}])
    ] = Field(default_factory=nothing)
    """Environment variables. A secret is taken from elsewhere: { from = "env:TOKEN" }."""
    cwd: Annotated[Filled | None, Field(examples=["work", "temp"])] = None
    """The folder to run in, counted from this file's; "temp" is a fresh one for each try."""
    interpreter: Annotated[Filled | None, Field(examples=[".venv/bin/python"])] = None
    """The Python to run functions with. flowdesk need not be installed in it."""
    cache: bool | None = None
    """Do not run the task again while its definition, code and pulled values are what they were."""
    skip_on_exit_code: Annotated[ExitCodes | None, Field(examples=[99, [3, 4]])] = None
    """Exit codes with which a command says that it is skipped, not failed; 99 if not written."""
    notify: Annotated[Notify | None, Field(examples=["desktop", {"on": ["failed"], "desktop": True}])] = None
    """Whom to tell when it fails, succeeds, is tried again or is skipped."""

    @property
    def env(self) -> dict[str, str]:
        """The variables whose values are written here."""
        return {name: value for name, value in self.environment.items() if isinstance(value, str)}

    @property
    def env_from(self) -> dict[str, str]:
        """The variables whose values are taken from elsewhere, with where that is: "env:TOKEN"."""
        return {
            name: value.source for name, value in self.environment.items() if isinstance(value, EnvSource)
        }
