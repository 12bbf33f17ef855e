"""What templates cost: a task without one, with some, and the first one of a run, which imports jinja2."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.engine.jobs import RunRequest
from flowdesk.engine.shell_quoting import HOLE, Value, quote_into
from flowdesk.engine.templates import Renderer, TryContext
from flowdesk.plan.plan import Kind, Task
from tests.benchmarks.machine import head_line
from tests.benchmarks.tables import Table
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
    first = (time.perf_counter() - start) * 1e3
    print(head_line())
    table = Table("templates", ["time", "to no template"])
    bare = 0.0
    for name, task in (("no template", plain), ("three values", some), ("200 lines, one value", long)):
        cost = microseconds(lambda task=task: renderer.render(TryContext(task, inputs=inputs)))  # type: ignore[misc]  # bound at once
        bare = bare or cost
        table.row(name, f"{cost:.1f} µs a task", f"{cost / bare:.1f} x")
    cost = microseconds(lambda: renderer.context.of_task(plain))
    table.row("context of a callable", f"{cost:.1f} µs a task", f"{cost / bare:.1f} x")
    text, value = f'echo "{HOLE}" {HOLE}', [Value("a 'b'")] * 2
    cost = microseconds(lambda: quote_into(text, value))
    table.row("quoting alone, two values, read before", f"{cost:.1f} µs", f"{cost / bare:.1f} x")
    table.row("the first one, with jinja2's import", f"{first:.1f} ms")
    table.show()


if __name__ == "__main__":
    main()
