"""`ti.log`: a logger whose lines, from INFO on, are in the try's log, as Airflow's are."""

from __future__ import annotations

import logging
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

NAME = "flowdesk.task"


class _Stderr(logging.StreamHandler):  # type: ignore[type-arg]  # of whatever stderr is
    """Writes to what stderr is when a line comes, not to what it was when this was made."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)

    @property
    def stream(self) -> TextIO:  # it changes with every task
        return sys.stderr


class _WhereNobodyElseWrites(logging.Filter):
    """Lets a line through where no logger above has a handler: what the task has set up goes first."""

    def filter(self, _record: logging.LogRecord) -> bool:
        return not logging.getLogger().handlers


def task_log() -> logging.Logger:
    """The logger."""
    logger = logging.getLogger(NAME)
    if not logger.handlers:
        logger.setLevel(logging.INFO)
        handler = _Stderr()
        handler.addFilter(_WhereNobodyElseWrites())
        logger.addHandler(handler)
    return logger
