from __future__ import annotations

from pathlib import Path

from flowdesk.model.reader import read

TEXT = """
[tasks.a]
bash = "a"
retries = 1
[tasks.b]
bash = "b"
env.A = "1"
[tasks.c]
python = "work:c"
returns = "int"
"""


def test_tasks_are_found_by_the_fields_they_have() -> None:
    file = read(Path("p.toml"), text=TEXT).pipeline
    assert file is not None
    assert list(file.having("environment")) == ["b"]
    assert list(file.having("returns", "bash", "retries")) == ["c", "a", "b"]
    assert not file.having("push")
