"""The values that a job pulls, by task and key, as `xcom_pull` looks them up."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from flowdesk.executors.worker.job import Input, Job

UNMAPPED = -1


class Pulled:
    """All values of one key of one task: its JSON texts by map index; None: nothing was pushed there.

    `default` is the file's, as JSON text. `earlier`: the file lets a value come from an earlier run.
    """

    def __init__(self, one: Input) -> None:
        self.argument = one.argument
        self.default = one.default
        self.earlier = one.earlier
        self.texts: dict[int, str | None] = {}

    @property
    def is_mapped(self) -> bool:
        """Whether the task was mapped, over nothing included."""
        return UNMAPPED not in self.texts


def pulled(job: Job) -> dict[tuple[str, str], Pulled]:
    """Everything that the job pulls by declaration. What `expand` made an argument is no pull."""
    found: dict[tuple[str, str], Pulled] = {}
    for one in job.inputs:
        for task, key in one.empty:
            found.setdefault((task, key), Pulled(one))
        for source in one.given:
            if source.task:
                entry = found.setdefault((source.task, source.key), Pulled(one))
                entry.texts[source.map_index] = source.value
                entry.earlier = entry.earlier or one.earlier
                entry.default = entry.default if one.default is None else one.default
    return found
