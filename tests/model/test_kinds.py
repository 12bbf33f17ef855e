"""Every kind of task says what it carries out, and what it calls."""

from __future__ import annotations

from pathlib import Path

import pytest

from flowdesk.model.kinds import KINDS, AnyTask
from flowdesk.model.reader import read


def task(fields: str) -> AnyTask:
    document = read(Path("p.toml"), text=f"[tasks.a]\n{fields}")
    assert document.problems == []
    assert document.pipeline is not None
    return document.pipeline.tasks["a"]


@pytest.mark.parametrize(
    ("fields", "kind", "code", "function"),
    [
        ("bash = 'x'", "bash", ("x",), None),
        ("command = ['x', 'y']", "command", ("x", "y"), None),
        ("command = ['x']", "command", ("x",), None),
        ("python = 'wave:open'", "python", ("wave:open",), "wave:open"),
        ("branch = 'wave:open'\nchoices = 'b'", "branch", ("wave:open",), "wave:open"),
        ("short_circuit = 'wave:open'", "short_circuit", ("wave:open",), "wave:open"),
        ("wait = { seconds = '1m' }", "wait", ("seconds", "60.0"), None),
        ("approve = 'sure?'", "approve", ("sure?",), None),
        ("approve = { question = 'sure?', choices = ['y', 'n'] }", "approve", ("sure?", "y", "n"), None),
        ("pipeline = '{{ x }}.toml'", "pipeline", ("{{ x }}.toml",), None),
        ("", "joint", (), None),
    ],
)
def test_a_kind_is_known_by_its_field(
    fields: str, kind: str, code: tuple[str, ...], function: str | None
) -> None:
    found = task(fields)
    assert (found.kind, found.code, found.function) == (kind, code, function)


def test_a_kind_is_called_like_the_field_that_only_it_has() -> None:
    for kind, model in KINDS.items():
        assert kind == model.kind
        assert (kind in model.model_fields) is (kind != "joint")


@pytest.mark.parametrize(
    ("written", "setups"),
    [("true", ()), ("false", None), ("'b'", ("b",)), ("['b', 'c']", ("b", "c"))],
)
def test_a_teardown_may_name_what_it_undoes(written: str, setups: tuple[str, ...] | None) -> None:
    assert task(f"bash = 'x'\nteardown = {written}").teardown == setups


def test_a_list_to_expand_over_is_written_or_pulled() -> None:
    assert task("bash = 'x'\nexpand = { a = [1, 'x'], b = 'c:k' }").expand == {"a": (1, "x"), "b": "c:k"}
