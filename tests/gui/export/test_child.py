from __future__ import annotations

import subprocess
import sys

import pytest

from flowdesk.gui.export.drawer import COMMAND
from flowdesk.gui.export.job import Job, to_text
from flowdesk.gui.export.looks import Looks
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.graph_formats import GraphFormat
from flowdesk.plan.run_view import RunView
from tests.gui.canvas.shown import training_plan


def finished_events() -> list[Event]:
    ended = {"state": "success", "task_state": "success"}
    return [
        Event(1, "r", 4.0, EventKind.RUN_STARTED),
        Event(2, "r", 5.0, EventKind.TRY_STARTED, "get", 1),
        Event(3, "r", 6.0, EventKind.TRY_FINISHED, "get", 1, ended),
    ]


@pytest.mark.parametrize(("language", "words"), [("en", "Success"), ("ko", "성공")])
def test_it_speaks_the_language_of_the_window(language: str, words: str) -> None:
    plan, events = training_plan(), finished_events()
    view = RunView(plan, "r")
    view.apply(events)
    job = to_text(Job(plan, view, GraphFormat.SVG, Looks(), language), events)
    done = subprocess.run([sys.executable, *COMMAND], input=job.encode(), capture_output=True, check=True)
    assert words in done.stdout.decode()
