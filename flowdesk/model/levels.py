"""Which fields are known at which level of a file, and what a sentence calls the level."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from flowdesk.model.acts import ApproveTable, WaitTable
from flowdesk.model.contract import PullTable, PushTable
from flowdesk.model.file import GroupTable, PipelineFile, PipelineTable, PoolTable, StoreTable
from flowdesk.model.kinds import KINDS
from flowdesk.model.params import ParamTable
from flowdesk.model.plugins import plugs
from flowdesk.model.settings import EnvSource, NotifyTable, Settings
from flowdesk.model.task import AnyTask

if TYPE_CHECKING:
    from pydantic import BaseModel

    from flowdesk.model.places import Loc


class Level(Enum):
    """A kind of table: what a sentence calls it, and its model."""

    FILE = "", PipelineFile
    PIPELINE = "[pipeline]", PipelineTable
    PARAM = "param '{}'", ParamTable
    STORE = "[store]", StoreTable
    POOL = "pool '{}'", PoolTable
    DEFAULTS = "defaults", Settings
    GROUP = "group '{}'", GroupTable
    TASK = "task '{}'", AnyTask
    PUSH = "push '{}'", PushTable
    PULL = "pull '{}'", PullTable
    ENV = "env '{}'", EnvSource
    WAIT = "wait", WaitTable
    APPROVE = "approve", ApproveTable
    NOTIFY = "notify", NotifyTable

    def __init__(self, words: str, model: type[BaseModel]) -> None:
        self.words = words
        self.model = model

    @property
    def fields(self) -> list[str]:
        """The fields that are known at this level, as a file writes them."""
        own = self.model.__annotations__
        fields = sorted(self.model.model_fields.items(), key=lambda item: item[0] not in own)
        names = [field.alias or name for name, field in fields]
        return names + kind_fields() if self is Level.TASK else names


@cache
def kind_fields() -> list[str]:
    """The fields that say what a task does, those of installed packages last."""
    return [name for name in KINDS if name != "joint"] + list(plugs())


@cache
def _owners() -> dict[str, str]:
    common = AnyTask.model_fields
    return {name: kind for kind, model in KINDS.items() for name in model.model_fields if name not in common}


def owner_of(field: str) -> str | None:
    """The kind of task that alone may have a field, besides the one that makes it of this kind."""
    kind = _owners().get(field)
    return None if kind == field else kind


_TOP: dict[Loc, Level] = {
    (): Level.FILE,
    ("pipeline",): Level.PIPELINE,
    ("defaults",): Level.DEFAULTS,
    ("store",): Level.STORE,
}
_NAMED = {
    "tasks": Level.TASK,
    "groups": Level.GROUP,
    "pools": Level.POOL,
    "params": Level.PARAM,
    "push": Level.PUSH,
    "pull": Level.PULL,
    "env": Level.ENV,
}
_ALONE = {"wait": Level.WAIT, "approve": Level.APPROVE, "notify": Level.NOTIFY}


def level_of(table: Loc) -> Level:
    """The level of the table at this path."""
    if table in _TOP:
        return _TOP[table]
    *around, last = table
    if around and around[-1] in _NAMED and (around[-1] not in ("tasks", "groups") or len(around) == 1):
        return _NAMED[str(around[-1])]
    return _ALONE.get(str(last), Level.DEFAULTS)
