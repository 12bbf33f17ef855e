"""What templates cost: a task without one, with some, and the first one of a run, which imports jinja2.

Run it with `python -m tests.benchmarks.bench_templates`.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.engine.jobs import RunRequest
from flowdesk.engine.shell_quoting import HOLE, Value, quote_into
from flowdesk.engine.templates import Renderer, TryContext
from flowdesk.plan.plan import Kind, Task
from tests.builders import given, plan_of

if TYPE_CHECKING:
    from collections.abc import Callable

REQUEST = RunRequest("r", Path("/p/f.toml"), "", Path("/h"), datetime(2026, 1, 2, tzinfo=UTC))
TIMES = 5000


def microseconds(function: Callable[[], object]) -> float:
    """The time of one call."""
    start = time.perf_counter()
    for _ in range(TIMES):
        function()
    return (time.perf_counter() - start) / TIMES * 1e6


def main() -> None:
    """Measure and print."""
    plain = Task("plain", Kind.BASH, ("echo $x > out.csv",), env={"A": "b"})
    some = Task("some", Kind.BASH, ('cp "{{ pull.path }}" /data/{{ ds }}.csv # {{ run_id }}',))
    long = Task("long", Kind.BASH, ("echo 'text' \"of $many\" lines\n" * 200 + "echo {{ ds }}",))
    renderer = Renderer(plan_of(plain, some, long), REQUEST)
    inputs = (given("path", "a file's name"),)
    start = time.perf_counter()
    renderer.render(TryContext(some, inputs=inputs))
    print(f"first template, with jinja2's import   {(time.perf_counter() - start) * 1e3:8.1f} ms")
    for name, task in (("no template", plain), ("three values", some), ("200 lines, one value", long)):
        cost = microseconds(lambda task=task: renderer.render(TryContext(task, inputs=inputs)))  # type: ignore[misc]  # bound at once
        print(f"{name:38} {cost:8.1f} µs a task")
    print(
        f"{'context of a callable':38} {microseconds(lambda: renderer.context.of_task(plain)):8.1f} µs a task"
    )
    text, value = f'echo "{HOLE}" {HOLE}', [Value("a 'b'")] * 2
    cost = microseconds(lambda: quote_into(text, value))
    print(f"{'quoting alone, two values, read before':38} {cost:8.1f} µs")


if __name__ == "__main__":
    main()
