"""What a branch or a short circuit returned, as the ids of what goes on."""

from __future__ import annotations

from flowdesk.executors.worker.refused import Refused, declared_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from flowdesk.executors.worker.job import Job


def picked(job: Job, value: object) -> list[str]:
    """The ids that a branch returned, each once; none for None.

    Raises:
        Refused: it is neither an id nor a list of ids, or one is not among the choices.
    """
    ids = [] if value is None else [value] if isinstance(value, str) else value
    if not isinstance(ids, (list, tuple, set, frozenset)):
        raise _no_pick(value)
    for one in ids:
        if not isinstance(one, str):
            raise _no_pick(one)
        if one not in job.choices:
            raise Refused(_unknown(one, job.choices))
    chosen = list(dict.fromkeys(ids))
    return chosen if isinstance(ids, (list, tuple)) else sorted(chosen, key=job.choices.index)


def _no_pick(value: object) -> Refused:
    return Refused(
        "a branch returns the id, or a list of ids, of its choices, or None; "
        f"this one returned {type(value).__name__} {value!r:.80}"
    )


def _unknown(one: str, choices: list[str]) -> str:
    from difflib import get_close_matches

    # An id written without its group is Airflow's classic.
    same_name = [choice for choice in choices if choice.rpartition(".")[2] == one]
    near = same_name if len(same_name) == 1 else get_close_matches(one, choices, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return (
        f"the branch picked {one[:200]!r}, which is not among its choices ({declared_names(choices)}){hint}"
    )
