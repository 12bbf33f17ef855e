"""Each table of a file is of a level, which knows its fields."""

from __future__ import annotations

import pytest

from flowdesk.model.levels import Level, level_of, owner_of


@pytest.mark.parametrize(
    ("loc", "level"),
    [
        ((), Level.FILE),
        (("pipeline",), Level.PIPELINE),
        (("pipeline", "params", "x"), Level.PARAM),
        (("pipeline", "notify"), Level.NOTIFY),
        (("store",), Level.STORE),
        (("pools", "x"), Level.POOL),
        (("defaults",), Level.DEFAULTS),
        (("defaults", "env", "x"), Level.ENV),
        (("groups", "x"), Level.GROUP),
        (("groups", "x", "defaults"), Level.DEFAULTS),
        (("groups", "x", "defaults", "notify"), Level.NOTIFY),
        (("tasks", "tasks"), Level.TASK),
        (("tasks", "push", "push", "pull"), Level.PUSH),
        (("tasks", "x", "pull", "push"), Level.PULL),
        (("tasks", "x", "wait"), Level.WAIT),
        (("tasks", "x", "approve"), Level.APPROVE),
    ],
)
def test_a_table_is_of_a_level(loc: tuple[str | int, ...], level: Level) -> None:
    assert level_of(loc) is level


def test_a_level_knows_its_fields_its_own_first() -> None:
    assert Level.PUSH.fields[:2] == ["type", "required"]
    assert "from" in Level.PULL.fields
    assert {"env", "bash", "wait", "pipeline"} <= set(Level.TASK.fields)


def test_a_field_of_one_kind_only_is_known_to_be() -> None:
    assert [owner_of(field) for field in ("choices", "params", "branch", "bash", "retries")] == [
        "branch",
        "pipeline",
        None,
        None,
        None,
    ]
