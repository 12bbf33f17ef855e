"""What a task inherits: the defaults of the file, of its groups from the outermost in, and then its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from flowdesk.plan.names import groups_around

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.model.file import PipelineFile
    from flowdesk.model.kinds import Settings


@dataclass(frozen=True, slots=True)
class Inherited:
    """Settings with nothing left open. `retry_delay` is in seconds."""

    retries: int = 0
    retry_delay: float = 0.0
    env: Mapping[str, str] = field(default_factory=dict)
    cwd: str | None = None

    def under(self, own: Settings) -> Inherited:
        """These settings, with what `own` sets in their place. The environment is merged name by name."""
        return Inherited(
            self.retries if own.retries is None else own.retries,
            self.retry_delay if own.retry_delay is None else own.retry_delay,
            {**self.env, **own.env} if own.env else self.env,
            self.cwd if own.cwd is None else own.cwd,
        )


class Inheritance:
    """The settings of every group and task of a file."""

    def __init__(self, file: PipelineFile) -> None:
        self._file = file
        self._in_group = cache(self._of_group)

    def of_task(self, task: str) -> Inherited:
        """The settings of a task."""
        return self._in_group(task.rpartition(".")[0]).under(self._file.tasks[task])

    def _of_group(self, group: str) -> Inherited:
        settings = Inherited().under(self._file.defaults)
        for around in (*groups_around(group), group):
            if around in self._file.groups:
                settings = settings.under(self._file.groups[around].defaults)
        return settings
