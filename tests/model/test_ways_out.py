"""Where a field is unknown or of another kind, what was probably meant is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from flowdesk.model.reader import read


@pytest.mark.parametrize(
    ("text", "way_out"),
    [
        ("[tasks.a]\nbash_command = 'x'", "did you mean 'bash'?"),
        ("[tasks.a]\nbash = 'x'\ndepends_on = 'b'", "did you mean 'after'?"),
        ("[dag]\n[tasks.a]", "write [pipeline]"),
        ("[pipeline]\nschedule_interval = '@daily'\n[tasks.a]", "did you mean 'schedule'?"),
        ("[tasks.a]\nretries = '3'", "write 3, without quotes"),
        ("[tasks.a]\nenv.N = 3", 'write "3"'),
        ("[tasks.a]\ndo_xcom_push = 'False'", "write false, without quotes"),
        ("[tasks.a]\nwait = 60", 'write { seconds = 60 }, { file = "data.csv" } or { until = 09:00:00 }'),
        ("[tasks.a]\ntrigger_rule = 'TriggerRule.ALL_DONE'", "did you mean 'all_done'?"),
        ("[tasks.a]\ntrigger_rule = 'none_failed_or_skipped'", "did you mean 'none_failed_min_one_success'?"),
        ("[tasks.a.b]\nbash = 'x'", 'an id with dots needs quotes: [tasks."a.b"]'),
        ("[pipeline]\ntimezone = 'KST'\n[tasks.a]", "did you mean 'Asia/Seoul'?"),
        ("[pipeline]\ntimezone = 'XYZ'\n[tasks.a]", 'its name in the tz database: "Asia/Seoul"'),
        ("[tasks.a]\npython = 'dags/shop.py'", 'write "dags.shop:" and the name of the function in it'),
        ("[tasks.a]\npython = 'os:getcwd()'", 'write "os:getcwd"'),
        ("[tasks.'a b']", 'write "a_b"'),
        ("[tasks.a]\nbash = 'x'\npull.b-c = 'd'", "write 'b_c'"),
        ("[tasks.a]\nbash = 'x'\npull.b = 'c, d'", 'write a list: ["c", "d"]'),
    ],
)
def test_the_way_out_is_what_was_meant(text: str, way_out: str) -> None:
    assert [problem.suggestion for problem in read(Path("p.toml"), text=text).problems] == [way_out]


def test_of_many_known_fields_only_some_are_listed() -> None:
    (problem,) = read(Path("p.toml"), text="[tasks.a]\nqwertz = 1").problems
    assert problem.suggestion is not None
    assert problem.suggestion.startswith("known here: bash, command, python, ")
    assert problem.suggestion.endswith(" more")


def test_a_field_that_is_no_part_of_an_id_is_not_taken_for_one() -> None:
    (problem,) = read(Path("p.toml"), text="[tasks.a]\nbash = 'x'\nqwertz.seconds = 5").problems
    assert problem.message == "unknown field 'qwertz' in task 'a'"
