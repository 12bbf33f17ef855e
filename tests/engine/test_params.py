"""The params of a run: read by their types, and everything wrong told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.params import ParamsRefused, params_of
from flowdesk.plan.plan import Param, Plan
from flowdesk.xcom.values import decode, encode
from tests.builders import plan_of

if TYPE_CHECKING:
    from pathlib import Path

EPOCHS = Param("epochs", "int", default="3", ge=1, le=100)
NAME = Param("name", "str", description="whose")


def plan(*params: Param) -> Plan:
    return plan_of()._replace(params=params)


def read(type_: str, text: str) -> object:
    return decode(params_of(plan(Param("x", type_)), {"x": text})["x"])


def refusal(*params: Param, file: Path | None = None, **given: str) -> str:
    with pytest.raises(ParamsRefused) as caught:
        params_of(plan(*params), given, file)
    assert caught.value.exit_code == 2
    return str(caught.value)


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        ("int", "5", 5),
        ("float", "5", 5.0),
        ("str", "5", "5"),
        ("str", "", ""),
        ("bool", "true", True),
        ("list[str]", '["a"]', ["a"]),
        ("tuple[int, int]", "[1, 2]", (1, 2)),
        ("int | None", "null", None),
        ("Literal['a', 'b']", "a", "a"),
        ("json", '{"a": [1]}', {"a": [1]}),
    ],
)
def test_a_text_is_read_by_the_declared_type(type_: str, text: str, value: object) -> None:
    assert read(type_, text) == value


def test_dates_and_durations_are_read_as_people_write_them() -> None:
    assert encode(read("date", "2026-01-31")) == '{"$date": "2026-01-31"}'
    assert encode(read("datetime", "2026-01-31T06:00:00Z")) == '{"$datetime": "2026-01-31T06:00:00+00:00"}'
    assert encode(read("timedelta", "90")) == '{"$timedelta": [0, 90, 0]}'
    assert encode(read("timedelta", "1m30s")) == '{"$timedelta": [0, 90, 0]}'
    assert 'soon\'; write seconds, 90, or "1h30m"' in refusal(Param("x", "timedelta"), x="soon")


def test_what_is_not_given_is_the_default_or_null() -> None:
    assert params_of(plan(EPOCHS, Param("x", "int", required=False)), {}) == {"epochs": "3", "x": "null"}


def test_everything_wrong_is_told_at_once() -> None:
    size = Param("size", "str", choices=('"s"', '"l"'))
    many = Param("many", "set[int]")
    told = refusal(EPOCHS, NAME, size, many, epoch="4", epochs="0", size="m", many="1,2").splitlines()
    assert told == [
        "the pipeline has no param 'epoch': did you mean 'epochs'?",
        "param 'epochs' must be at least 1, and is 0",
        "param 'name' (str, whose) is required: --param name=…",
        "param 'size' must be one of s, l, and is m",
        "param 'many' is of type set[int]: expected set[int], got str '1,2'",
    ]


def test_a_pipeline_without_params_takes_none() -> None:
    assert refusal(x="1") == "the pipeline has no param 'x': it has none"
    assert params_of(plan(), {}) == {}


def test_a_wrong_word_for_a_truth_is_told_with_the_right_one() -> None:
    assert refusal(Param("b", "bool"), b="yes").endswith("write true or false")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("p.json", '{"epochs": 7, "when": "2026-01-31", "pair": [1, 2]}'),
        ("p.toml", "epochs = 7\nwhen = 2026-01-31\npair = [1, 2]\n"),
    ],
)
def test_a_file_gives_params_and_the_command_line_goes_before_it(
    tmp_path: Path, name: str, text: str
) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    params = plan(EPOCHS, Param("when", "date"), Param("pair", "tuple[int, int]"))
    found = params_of(params, {}, file)
    assert (found["epochs"], found["when"], found["pair"]) == (
        *("7", '{"$date": "2026-01-31"}'),
        '{"$tuple": [1, 2]}',
    )
    assert params_of(params, {"epochs": "8"}, file)["epochs"] == "8"


def test_a_value_of_a_file_is_held_to_its_type(tmp_path: Path) -> None:
    file = tmp_path / "p.json"
    file.write_text('{"epochs": "many", "x": [1, "a"], "y": 1}', encoding="utf-8")
    told = refusal(EPOCHS, Param("x", "list[int]"), file=file).splitlines()
    assert told[0] == "the pipeline has no param 'y': it has epochs, x"
    assert told[1].startswith("param 'epochs' is of type int: expected int, got str 'many'")
    assert told[2].startswith("param 'x' is of type list[int]: item 1")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("p.yaml", "a: 1", "a file of params ends with .json or .toml"),
        ("p.json", "[1]", "a file of params is one object"),
        ("p.json", "{", "p.json: "),
        ("p.toml", "a = ", "p.toml: "),
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert said in refusal(EPOCHS, file=tmp_path / name)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(EPOCHS, file=tmp_path / "none.json").endswith("none.json: No such file or directory")
