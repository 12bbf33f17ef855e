"""What a task inherits: the defaults of the file, of its groups from the outermost in, and then its own."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from flowdesk.model.settings import Settings
from flowdesk.plan.names import groups_around
from flowdesk.plan.plan import Notify, Task
from flowdesk.plan.trigger import TriggerRule
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.model.file import PipelineFile
    from flowdesk.model.settings import NotifyTable


class Inherited(NamedTuple):
    """Settings by their names in `plan.Task`, without those that nobody sets. Durations are in seconds."""

    # Any: the fields are of different types.
    said: Mapping[str, Any] = MappingProxyType({})

    def under(self, own: Settings) -> Inherited:
        """These settings, with what `own` sets in their place. The environment is merged name by name."""
        said = own.model_fields_set & _SETTABLE
        if not said:
            return self
        changes = {name: getattr(own, name) for name in said & _NAMES}
        if own.environment:
            written = own.environment
            for name, values in (("env", own.env), ("env_from", own.env_from)):
                kept = {key: value for key, value in self.said.get(name, {}).items() if key not in written}
                changes[name] = kept | values
        if "trigger_rule" in changes:
            changes["trigger_rule"] = TriggerRule(changes["trigger_rule"])
        if own.notify is not None:
            changes["notify"] = notify_of(own.notify)
        return Inherited({**self.said, **changes})


_NAMES = frozenset(Task._fields) & frozenset(Settings.model_fields)


_SETTABLE = frozenset(Settings.model_fields)


def notify_of(written: NotifyTable) -> Notify:
    """Whom to tell, of a task or of the pipeline."""
    return Notify(written.on, written.desktop, written.command)


class Inheritance:
    """The settings of every group and task of a file."""

    def __init__(self, file: PipelineFile) -> None:
        self._file = file
        self._groups: dict[str, Inherited] = {}

    def of_task(self, task: str) -> Inherited:
        """The settings of a task."""
        group = task.rpartition(".")[0]
        if (settings := self._groups.get(group)) is None:
            settings = self._groups[group] = self._of_group(group)
        return settings.under(self._file.tasks[task])

    def is_set(self, name: str) -> bool:
        """Whether anything in the file sets it."""
        tables = (self._file.defaults, *(group.defaults for group in self._file.groups.values()))
        return any(name in table.model_fields_set for table in tables) or bool(self._file.having(name))

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
