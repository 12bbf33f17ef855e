"""What cannot run yet is said before anything runs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flowdesk.plan.plan import Kind, Pull, Source, Task
from flowdesk.plan.runnable import RUNS, unsupported
from tests.builders import bash, plan_of


def test_what_can_run_is_not_mentioned() -> None:
    assert unsupported(plan_of(*(Task(kind, kind, ("x",)) for kind in RUNS))) == []


@pytest.mark.parametrize("kind", sorted(set(Kind) - RUNS))
def test_a_kind_that_cannot_run_yet_is_said(kind: Kind) -> None:
    assert unsupported(plan_of(bash("a"), Task("b", kind))) == [
        f"'b': flowdesk cannot run `{kind}` tasks yet; `flowdesk validate` checks them"
    ]


def test_a_field_that_would_not_be_obeyed_is_said() -> None:
    pull = Pull("x", (Source("a", "k"),), earlier=True)
    task = replace(bash("b"), timeout=3.0, pool="gpu", pulls=(pull,))
    assert unsupported(plan_of(task)) == [
        "'b': flowdesk does not obey `timeout`, `pool`, `earlier` yet; `flowdesk validate` checks it"
    ]
