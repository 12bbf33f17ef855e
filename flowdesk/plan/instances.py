"""The names of what runs: a task by its id, and each task that `expand` made of one by id and index.

`train[3]` is the fourth task made of `train`. Ids have no brackets, so no name can mean two things, and
whatever drives a run can treat both alike: as a name. `map_index` is -1 for a task that is not mapped,
as in Airflow.
"""

from __future__ import annotations

from functools import lru_cache

UNMAPPED = -1


def name_of(task: str, map_index: int = UNMAPPED) -> str:
    """The name of a task, or of the one of that index that was made of it."""
    return task if map_index < 0 else f"{task}[{map_index}]"


@lru_cache(1024)  # a name is asked two dozen times while its task runs
def split(name: str) -> tuple[str, int]:
    """The task's id and the index, which is -1 where the task is not mapped.

    What somebody typed and is no name (`train[x]`) is taken for an id, which no task has.
    """
    if not name.endswith("]"):
        return name, UNMAPPED
    task, _, index = name[:-1].rpartition("[")
    return (task, int(index)) if index.isascii() and index.isdecimal() else (name, UNMAPPED)


def task_of(name: str) -> str:
    """The task's id alone."""
    return split(name)[0]
