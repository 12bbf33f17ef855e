"""What a task inherits: the defaults of the file, of its groups from the outermost in, and then its own."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import TYPE_CHECKING

from flowdesk.plan.names import groups_around
from flowdesk.plan.trigger import TriggerRule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.model.file import PipelineFile
    from flowdesk.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Inherited:
    """Settings with nothing left open, named as in `plan.Task`. Durations are in seconds."""

    retries: int = 0
    retry_delay: float = 0.0
    retry_backoff: float = 1.0
    max_retry_delay: float | None = None
    timeout: float | None = None
    trigger_rule: TriggerRule | None = None
    pool: str | None = None
    pool_slots: int = 1
    priority: int = 0
    depends_on_past: bool = False
    env: Mapping[str, str] = field(default_factory=dict)
    env_from: Mapping[str, str] = field(default_factory=dict)
    cwd: str | None = None
    interpreter: str | None = None
    cache: bool = False
    skip_on_exit_code: tuple[int, ...] = ()

    def under(self, own: Settings) -> Inherited:
        """These settings, with what `own` sets in their place. The environment is merged name by name."""
        said = own.model_fields_set & _NAMES
        changes = {name: getattr(own, name) for name in said}
        if own.environment:
            written = own.environment
            changes["env"] = {name: at for name, at in self.env.items() if name not in written} | own.env
            changes["env_from"] = {
                name: at for name, at in self.env_from.items() if name not in written
            } | own.env_from
        if "trigger_rule" in changes:
            changes["trigger_rule"] = TriggerRule(changes["trigger_rule"])
        return replace(self, **changes) if changes else self


_NAMES = {field.name for field in fields(Inherited)} - {"env", "env_from"}


class Inheritance:
    """The settings of every group and task of a file."""

    def __init__(self, file: PipelineFile) -> None:
        self._file = file
        self._in_group = cache(self._of_group)

    def of_task(self, task: str) -> Inherited:
        """The settings of a task."""
        return self._in_group(task.rpartition(".")[0]).under(self._file.tasks[task])

    def sets(self, task: str, name: str) -> tuple[str, ...] | None:
        """Where a setting of a task is written, as the keys that lead to it; None where it is nowhere."""
        if name in self._file.tasks[task].model_fields_set:
            return ("tasks", task, name)
        for group in reversed(groups_around(task)):
            table = self._file.groups.get(group)
            if table is not None and name in table.defaults.model_fields_set:
                return ("groups", group, "defaults", name)
        return ("defaults", name) if name in self._file.defaults.model_fields_set else None

    def _of_group(self, group: str) -> Inherited:
        settings = Inherited().under(self._file.defaults)
        for around in (*groups_around(group), group):
            if around in self._file.groups:
                settings = settings.under(self._file.groups[around].defaults)
        return settings
