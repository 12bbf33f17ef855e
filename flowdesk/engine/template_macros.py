"""Airflow's `macros` for templates: the functions that compute, and nothing that acts.

Source: Airflow 3's "Templates reference", section Macros. A callable gets the whole modules, in its worker.
"""

from __future__ import annotations

import json
import random
import time
import uuid
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from flowdesk.engine.template_objects import Facts
from flowdesk.executors.worker.macros import datetime_diff_for_humans, ds_add, ds_format

if TYPE_CHECKING:
    from types import ModuleType


def _only(module: ModuleType, *names: str) -> Facts:
    return Facts(module.__name__, **{name: getattr(module, name) for name in names})


MACROS = Facts(
    "macros",
    ds_add=ds_add,
    ds_format=ds_format,
    datetime_diff_for_humans=datetime_diff_for_humans,
    datetime=datetime,
    timedelta=timedelta,
    random=random.random,
    time=_only(time, "time", "strftime", "gmtime", "localtime"),
    uuid=_only(uuid, "uuid1", "uuid3", "uuid4", "uuid5", "UUID"),
    json=_only(json, "dumps", "loads"),
)
"""The part of Airflow's macros that can do no harm: modules with only the functions that compute."""
