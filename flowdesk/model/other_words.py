"""What Airflow, and people, call the fields and values of a file: the ways out where a name is not ours."""

from __future__ import annotations

FIELDS = {
    "bash_command": "bash",
    "bash_operator": "bash",
    "shell": "bash",
    "cmd": "write bash, or command with a list",
    "script": "bash",
    "run": "bash",
    "python_callable": "python",
    "callable": "python",
    "function": "python",
    "sensor": "wait",
    "task_id": 'a task is called by its header: [tasks."the id"]',
    "id": 'a task is called by its header: [tasks."the id"]',
    "dag": "write [pipeline]",
    "dag_id": "name",
    "default_args": "write [defaults]",
    "schedule_interval": "schedule",
    "timetable": "schedule",
    "cron": "schedule",
    "depends_on": "after",
    "deps": "after",
    "needs": "after",
    "requires": "after",
    "upstream": "after",
    "upstream_task_ids": "after",
    "set_upstream": "after",
    "downstream": "write after in the other task",
    "execution_timeout": "timeout",
    "dagrun_timeout": "timeout",
    "priority_weight": "priority",
    "retry_exponential_backoff": "retry_backoff",
    "on_failure_callback": "notify",
    "on_success_callback": "notify",
    "email_on_failure": "notify",
    "xcom_push": "push",
    "xcom_pull": "pull",
    "multiple_outputs": "declare every key in push",
    "op_kwargs": "pull values, or declare params",
    "op_args": "pull values, or declare params",
    "doc_md": "description",
    "doc": "description",
    "environment": "env",
    "working_directory": "cwd",
    "workdir": "cwd",
    "task_group": "a task lies in the group that its id begins with",
    "group": "a task lies in the group that its id begins with",
    "map_index": "expand",
    "partial": "expand",
}
"""By what somebody might write in the place of a field: the field, or what to do."""

TRIGGER_RULES = {"dummy": "always", "none_failed_or_skipped": "none_failed_min_one_success"}
"""Airflow's former names of trigger rules."""

TIMEZONES = {
    "KST": "Asia/Seoul",
    "JST": "Asia/Tokyo",
    "HKT": "Asia/Hong_Kong",
    "SGT": "Asia/Singapore",
    "IST": "Asia/Kolkata",
    "MSK": "Europe/Moscow",
    "BST": "Europe/London",
    "CEST": "Europe/Berlin",
    "EDT": "America/New_York",
    "CST": "America/Chicago",
    "CDT": "America/Chicago",
    "MDT": "America/Denver",
    "PST": "America/Los_Angeles",
    "PDT": "America/Los_Angeles",
    "AEST": "Australia/Sydney",
    "BRT": "America/Sao_Paulo",
}
"""What an abbreviation usually means. The tz database has none of these: most mean several zones."""

VALUES = {
    "True": "true",
    "TRUE": "true",
    "False": "false",
    "FALSE": "false",
}
"""Words that are written in another way in TOML."""

NOTHING = {"None", "null", "nil", "NULL", "Null", "none"}
"""Words for nothing, which TOML has no word for."""
