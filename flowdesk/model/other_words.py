"""What Airflow, and people, call the fields and values of a file: the ways out where a name is not ours."""

from __future__ import annotations

FIELDS = {
    "bash_command": "write bash",
    "bash_operator": "write bash",
    "shell": "write bash",
    "cmd": "write bash, or command with a list",
    "script": "write bash",
    "run": "write bash",
    "python_callable": "write python",
    "callable": "write python",
    "function": "write python",
    "sensor": "write wait",
    "task_id": 'a task is called by its header: [tasks."the id"]',
    "id": 'a task is called by its header: [tasks."the id"]',
    "dag": "write [pipeline]",
    "dag_id": "write name",
    "default_args": "write [defaults]",
    "schedule_interval": "write schedule",
    "timetable": "write schedule",
    "cron": "write schedule",
    "depends_on": "write after",
    "deps": "write after",
    "needs": "write after",
    "requires": "write after",
    "upstream": "write after",
    "upstream_task_ids": "write after",
    "set_upstream": "write after",
    "downstream": "write after in the other task",
    "execution_timeout": "write timeout",
    "dagrun_timeout": "write timeout",
    "priority_weight": "write priority",
    "retry_exponential_backoff": "write retry_backoff",
    "on_failure_callback": "write notify",
    "on_success_callback": "write notify",
    "email_on_failure": "write notify",
    "xcom_push": "write push",
    "xcom_pull": "write pull",
    "multiple_outputs": "declare every key in push",
    "op_kwargs": "pull values, or declare params",
    "op_args": "pull values, or declare params",
    "doc_md": "write description",
    "doc": "write description",
    "environment": "write env",
    "working_directory": "write cwd",
    "workdir": "write cwd",
    "task_group": "a task lies in the group that its id begins with",
    "group": "a task lies in the group that its id begins with",
    "map_index": "write expand",
    "partial": "write expand",
}
"""By what somebody might write in the place of a field: what to do."""

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
