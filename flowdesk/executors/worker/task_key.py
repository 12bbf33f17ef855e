"""Airflow's name of a task in a run, which an engine tells templates and a worker its callables."""

from __future__ import annotations


def task_instance_key(dag_id: str, task: str, ds_nodash: str) -> str:
    """What `task_instance_key_str` is. `ds_nodash` is the run's logical date."""
    return f"{dag_id}__{task}__{ds_nodash}"
