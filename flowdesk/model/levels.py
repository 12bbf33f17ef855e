"""Which fields are known at which level of a file, and which the design has that this version has not."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from flowdesk.model.contract import PullTable, PushTable
from flowdesk.model.file import GroupTable, PipelineFile, PipelineTable
from flowdesk.model.kinds import KINDS, AnyTask, Settings

if TYPE_CHECKING:
    from pydantic import BaseModel

    from flowdesk.model.places import Loc

KIND_FIELDS = [name for name in KINDS if name != "joint"]

_PIPELINE_LATER = frozenset({"schedule", "start_date", "timezone", "catchup", "params"})
_SETTINGS_LATER = frozenset(
    {"retry_backoff", "max_retry_delay", "timeout", "pool", "pool_slots", "priority", "interpreter", "cache"}
    | {"skip_on_exit_code", "trigger_rule", "notify"}
)
_TASK_LATER = _SETTINGS_LATER | frozenset(
    {"branch", "choices", "short_circuit", "wait", "approve", "pipeline", "expand", "setup", "teardown"}
)
_PUSH_LATER = frozenset({"ge", "le", "gt", "lt", "max_bytes", "secret", "show"})


class Level(Enum):
    """A kind of table: what a sentence calls it, its model, and the fields that are still to come."""

    FILE = "", PipelineFile, frozenset({"pools", "store", "include"})
    PIPELINE = (
        "[pipeline]",
        PipelineTable,
        frozenset(["schedule", "start_date", "timezone", "catchup", "params"]),
    )
    DEFAULTS = "defaults", Settings, _SETTINGS_LATER
    GROUP = "group '{}'", GroupTable, frozenset({"retries"})
    TASK = "task '{}'", AnyTask, _TASK_LATER
    PUSH = "push '{}'", PushTable, _PUSH_LATER
    PULL = "pull '{}'", PullTable, frozenset({"type", "earlier"})

    def __init__(self, words: str, model: type[BaseModel], later: frozenset[str]) -> None:
        self.words = words
        self.later = later
        self.fields = [field.alias or name for name, field in model.model_fields.items()]
        if model is AnyTask:
            self.fields += KIND_FIELDS


def level_of(table: Loc) -> Level:
    """The level of the table at this path."""
    match table:
        case () | ("pipeline",):
            return Level.PIPELINE if table else Level.FILE
        case ("groups" | "tasks", _):
            return Level.TASK if table[0] == "tasks" else Level.GROUP
        case ("tasks", _, "push", *_):
            return Level.PUSH
        case ("tasks", _, "pull", *_):
            return Level.PULL
        case _:
            return Level.DEFAULTS
