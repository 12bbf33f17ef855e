"""Makers of plans, stores and files that many tests need."""

from __future__ import annotations

from flowdesk.plan.plan import Kind, Plan, Task


def bash(task: str, *upstream: str, code: str = "true", retries: int = 0) -> Task:
    """A shell task that comes after `upstream`."""
    return Task(task, Kind.BASH, (code,), upstream=upstream, retries=retries)


def plan_of(*tasks: Task, name: str = "test") -> Plan:
    """A plan of these tasks, without groups or drawn edges."""
    return Plan(name, {task.id: task for task in tasks})
