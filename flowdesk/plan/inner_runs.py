"""Runs that are tasks of other runs: their ids, and how such a run learns which one it is a task of."""

from __future__ import annotations

PARENT = "FLOWDESK_PARENT_RUN"
"""The variable that tells a `flowdesk run` the id of the run that it is a task of."""


def inner_id(run_id: str, name: str, try_number: int) -> str:
    """The id of the run that a try of a `pipeline` task is: whoever knows the try finds it again."""
    return f"{run_id}/{name}" + (f"/{try_number}" if try_number > 1 else "")
