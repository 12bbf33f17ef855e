from __future__ import annotations

from pathlib import Path

import pytest

from flowdesk.errors import Severity
from flowdesk.model.codes import Code
from flowdesk.model.reader import read
from flowdesk.plan.airflow_limits import LIMITS, Target
from flowdesk.plan.airflow_traits import Trait
from flowdesk.plan.build import check
from flowdesk.plan.portability import Seen, check_portability

MYSQL, POSTGRESQL, SQLITE = Target.MYSQL, Target.POSTGRESQL, Target.SQLITE


def told(push: str, target: Target, seen: Seen | None = None) -> list[tuple[str, Severity, str]]:
    """What is told of a task "t" that pushes so; its key "k" was seen so."""
    document = read(Path("/p.toml"), text=f'[tasks.t]\nbash = "true"\n{push}\n')
    plan = check(document).plan
    assert plan is not None
    found = check_portability(document, plan, target, {("t", "k"): seen} if seen else {})
    return [(problem.code, problem.severity, problem.message) for problem in found]


def codes(push: str, target: Target, seen: Seen | None = None) -> list[str]:
    return [code for code, _, _ in told(push, target, seen)]


@pytest.mark.parametrize("target", Target)
@pytest.mark.parametrize(
    "type_",
    ["int", "float", "str", "bool", "datetime", "date", "timedelta", "Decimal", "UUID", "json", "any"],
)
def test_what_airflow_carries_is_not_told(type_: str, target: Target) -> None:
    assert codes(f'push.k = "{type_}"', target) == []
    assert codes(f'push.k = "tuple[{type_}, ...] | list[{type_}] | set[str] | None"', target) == []


@pytest.mark.parametrize("target", Target)
@pytest.mark.parametrize("limit", ["largest", "larger"])
def test_a_size_is_told_from_the_limit_on(target: Target, limit: str) -> None:
    size = LIMITS[target][0].size + (limit == "larger")
    found = told(f'push.k = {{ type = "str", max_bytes = {size} }}', target)
    assert (Severity.WARNING in [severity for _, severity, _ in found]) is (limit == "larger")
    assert told('push.k = "str"', target, Seen(size, 7)) == [
        (code, severity, message.replace(f"may have {size:,} bytes", f"had {size:,} bytes in run 7"))
        for code, severity, message in found
    ]


def test_the_limit_of_an_older_airflow_is_a_note() -> None:
    ((code, severity, message),) = told('push.k = { type = "str", max_bytes = 65536 }', MYSQL)
    assert (code, severity) == (Code.TOO_LARGE_THERE, Severity.NOTE)
    assert message == (
        "'k' of 't' may have 65,536 bytes, and Airflow before 2.9 on MySQL takes 65,535 "
        "(a BLOB, https://github.com/apache/airflow/pull/38401)"
    )
    assert codes('push.k = { type = "str", max_bytes = 65536 }', POSTGRESQL) == []


def test_what_was_seen_is_told_with_its_run() -> None:
    ((code, _, message),) = told('push.k = "float"', SQLITE, Seen(3, 5, {Trait.NOT_FINITE: 4}))
    assert code == Code.REFUSED_THERE
    assert message == "'k' of 't' was or held NaN or an infinity in run 4, which Airflow refuses to push"


def test_what_is_declared_is_not_told_twice() -> None:
    assert codes('push.k = "bytes"', SQLITE, Seen(3, 5, {Trait.BYTES: 4})) == [Code.REFUSED_THERE]


def test_the_character_nul_is_of_postgresql_alone() -> None:
    seen = Seen(3, 5, {Trait.NUL: 4})
    assert codes('push.k = "str"', POSTGRESQL, seen) == [Code.REFUSED_THERE]
    assert codes('push.k = "str"', MYSQL, seen) == []


@pytest.mark.parametrize(
    ("key", "target", "expected"),
    [
        ("a/b", SQLITE, [Code.KEY_THERE]),
        ("a?b", SQLITE, [Code.KEY_THERE]),
        ("a b", POSTGRESQL, [Code.KEY_THERE]),
        ("정확도", MYSQL, []),
        ("🎯", MYSQL, [Code.KEY_THERE]),
        ("🎯", POSTGRESQL, []),
        ("a.b-c_d", MYSQL, []),
    ],
)
def test_a_key_must_stand_in_a_url_and_in_the_database(key: str, target: Target, expected: list[str]) -> None:
    assert codes(f'push."{key}" = "int"', target) == expected


def test_what_a_function_returns_is_told_where_it_is_declared() -> None:
    document = read(Path("/p.toml"), text='[tasks.t]\nbash = "true"\nreturns = "bytes"\n')
    plan = check(document).plan
    assert plan is not None
    (problem,) = check_portability(document, plan, SQLITE, {})
    assert problem.place.line == 3


@pytest.mark.parametrize("code", [code for code in Code if code.startswith("FD9")])
def test_the_example_of_a_code_shows_it(code: Code) -> None:
    document = read(Path("/p.toml"), text=code.wrong)
    plan = check(document).plan
    assert plan is not None
    found = [problem.code for target in Target for problem in check_portability(document, plan, target, {})]
    assert set(found) == {code}
