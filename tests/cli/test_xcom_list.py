from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Told

pytestmark = pytest.mark.usefixtures("finished_run")


def test_all_values_of_all_tries_are_listed(flowdesk: Callable[..., Told]) -> None:
    title, *rows = flowdesk("xcom", "list").out.splitlines()
    assert title.split() == ["TASK", "KEY", "TYPE", "VALUE", "TRY", "PUSHED"]
    assert [row.split()[:5] for row in rows[:2]] == [
        ["train", "accuracy", "float", "0.5", "1"],
        ["train", "accuracy", "float", "0.75", "2"],
    ]
    assert "한국어 model" in rows[2]


def test_json_has_the_values_themselves(flowdesk: Callable[..., Told]) -> None:
    values = json.loads(flowdesk("xcom", "list", "1", "--json").out)
    assert [(value["key"], value["try"], value["value"]) for value in values] == [
        ("accuracy", 1, 0.5),
        ("accuracy", 2, 0.75),
        ("name", 2, "한국어 model"),
    ]


def test_an_unknown_run_is_one_sentence(flowdesk: Callable[..., Told]) -> None:
    told = flowdesk("xcom", "list", "99")
    assert told.code == 2
    assert told.err == "flowdesk: there is no run '99'; `flowdesk runs` lists them\n"
