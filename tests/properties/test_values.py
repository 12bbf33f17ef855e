"""Any value of any declared type: pushed by a worker, kept, pulled by another, and equal with its types."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tests
from flowdesk.executors.executor import Given, Input, Pushed
from flowdesk.executors.local import Local
from flowdesk.plan.plan import Kind, Push
from flowdesk.xcom.instances import importing
from flowdesk.xcom.places import Places
from flowdesk.xcom.types import parse
from flowdesk.xcom.values import decode, encode
from tests.builders import carried_out, job
from tests.properties.values import TYPED, Typed

if TYPE_CHECKING:
    from collections.abc import Iterator

MODULE = """
    import json
    from pathlib import Path

    from flowdesk.xcom.instances import importing
    from flowdesk.xcom.values import decode

    def values():
        with importing():
            return [decode(text) for text in json.loads(Path("values.json").read_text())]

    def make():
        return {f"k{number}": value for number, value in enumerate(values())}

    def look(**pulled):
        return [repr(pulled[f"k{number}"]) for number in range(12) if f"k{number}" in pulled]
"""


@pytest.fixture(scope="module")
def executor() -> Iterator[Local]:
    with closing(Local(1)) as made:
        yield made


def text_of(typed: Typed) -> str:
    """The value as the worker's module reads it: as it would be pushed, but never as a file."""
    with importing():
        return encode(parse(typed[0]).convert(typed[1]))


@given(st.lists(TYPED, min_size=1, max_size=12))
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
def test_what_is_pushed_is_what_is_kept_and_pulled(
    executor: Local, tmp_path: Path, typed: list[Typed]
) -> None:
    (tmp_path / "work.py").write_text(dedent(MODULE))
    if not (tmp_path / "tests").exists():
        (tmp_path / "tests").symlink_to(Path(tests.__file__).parent)  # where the classes are, for the worker
    (tmp_path / "values.json").write_text(json.dumps([text_of(one) for one in typed]))
    declared = tuple(Push(f"k{number}", name) for number, (name, _) in enumerate(typed))
    where: dict[str, Any] = {"kind": Kind.PYTHON, "values": str(tmp_path / "values")}
    *_, end = reports = carried_out(executor, job(tmp_path, "work:make", push=declared, **where))
    pushed = {one.key: one for one in reports if isinstance(one, Pushed)}
    assert len(pushed) == len(typed), end
    places = Places(tmp_path / "values")
    for number, (_, value) in enumerate(typed):
        text = pushed[f"k{number}"].value
        assert len(text) < 70_000
        with importing():
            back = decode(text, places)
        assert back == value
        assert repr(back) == repr(value)
    inputs = tuple(Input(key, (Given("make", key, one.value),)) for key, one in pushed.items())
    look = job(
        tmp_path, "work:look", push=(Push("return_value", "list[str]"),), inputs=inputs, id="t/2", **where
    )
    found = next(one for one in carried_out(executor, look) if isinstance(one, Pushed))
    assert decode(found.value, places) == [repr(value) for _, value in typed]
