from __future__ import annotations

from flowdesk.executors.worker.task_key import task_instance_key


def test_it_is_the_pipeline_the_task_and_the_day() -> None:
    assert task_instance_key("seed", "load.train", "20260105") == "seed__load.train__20260105"
