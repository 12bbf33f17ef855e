"""Valid pipelines are accepted, by the check and by the schema; whatever a slip makes of one is told."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it has no types

from tests.fuzz.mutations import mutated
from tests.properties.claims import checked
from tests.properties.strategies import pipelines
from tests.properties.toml_writer import written

if TYPE_CHECKING:
    from random import Random

FILE = Path(__file__).parent / "pipeline.toml"
"""Where the texts seem to stand: beside anything.py."""
SCHEMA = Path(__file__).parent.parent.parent / "assets" / "pipeline.schema.json"

quiet = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@settings(quiet, max_examples=150)
@given(pipelines())
def test_a_valid_pipeline_is_accepted(tables: dict[str, Any]) -> None:
    found = checked(FILE, written(tables))
    assert found.ok, found.problems
    assert found.plan is not None
    assert list(found.plan.tasks) == list(tables["tasks"])


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


@settings(quiet, max_examples=50)
@given(tables=pipelines())
def test_the_schema_accepts_a_valid_pipeline(schema: Draft202012Validator, tables: dict[str, Any]) -> None:
    assert [error.message for error in schema.iter_errors(as_json(tables))] == []


@settings(quiet, max_examples=400)
@given(pipelines(), st.randoms(use_true_random=False), st.integers(1, 4))
def test_whatever_slips_make_of_a_pipeline_is_accepted_or_told(
    tables: dict[str, Any], random: Random, slips: int
) -> None:
    checked(FILE, mutated(written(tables), random, slips))


def as_json(value: object) -> object:
    """A value as editors hand it to the schema: dates are texts."""
    if isinstance(value, dict):
        return {name: as_json(field) for name, field in value.items()}
    if isinstance(value, list):
        return list(map(as_json, value))
    return value.isoformat() if isinstance(value, date | time) else value
