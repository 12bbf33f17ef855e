"""What is of no use is said softly, and only where somebody would want to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.errors import Severity
from tests.plan.files import checked, only_problem, underlined

if TYPE_CHECKING:
    from pathlib import Path

KEYS = """
    [tasks.a]
    bash = "true"
    push.k = {push}
    [tasks.b]
    bash = "true"
    {line}
"""


def found(text: str, folder: Path | None = None) -> list[str]:
    result = checked(text, folder) if folder else checked(text)
    assert result.ok, result.problems
    return [problem.code for problem in result.problems]


def test_a_key_that_nobody_pulls_is_a_warning_where_it_is_declared() -> None:
    text = KEYS.format(push='"int"', line='after = "a"')
    problem = only_problem(text, "FD801")
    assert problem.message == "nobody pulls 'k' of 'a'"
    assert problem.severity is Severity.WARNING
    assert underlined(text, problem.place) == 'k = "int"'


@pytest.mark.parametrize(
    ("push", "line"),
    [
        ('"int"', 'pull.x = "a:k"'),
        ('"int"', ""),
        ('{ type = "int", show = true }', 'after = "a"'),
        ('"list[int]"', 'expand.x = "a:k"'),
        ('"int"', 'after = "a"\n    teardown = true'),
    ],
)
def test_a_key_that_is_for_somebody_is_no_warning(push: str, line: str) -> None:
    assert found(KEYS.format(push=push, line=line)) == []


def test_a_key_before_a_joint_alone_is_a_result() -> None:
    text = KEYS.format(push='"int"', line="").replace("[tasks.b]\n    bash", "[tasks.b]\n    after")
    assert found(text.replace('after = "true"', 'after = "a"')) == []


def test_where_a_misspelt_key_is_pulled_the_right_one_is_not_told_as_well() -> None:
    text = KEYS.format(push='"int"', line='pull.x = "a:kk"')
    assert [problem.code for problem in checked(text).problems] == ["FD209"]


@pytest.mark.parametrize(
    ("after", "expected"), [('"a"', ["FD305"]), ('["a"]', ["FD305"]), ('"g"', []), ('"*"', [])]
)
def test_order_that_a_pull_says_already_is_a_note(after: str, expected: list[str]) -> None:
    text = f"""
        [tasks.a]
        bash = "true"
        returns = "int"
        [tasks."g.c"]
        bash = "true"
        [tasks.b]
        bash = "true"
        pull.x = "a"
        after = {after}
    """
    problems = checked(text).problems
    assert [problem.code for problem in problems] == expected
    assert all(problem.severity is Severity.NOTE for problem in problems)


PARAMS = """
    [pipeline.params]
    n = {{ type = "int", default = 1 }}
    [tasks.a]
    {line}
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("bash = 'true'", ["FD802"]),
        ("bash = 'echo {{ params.n }}'", []),
        ("bash = 'echo {{ params }}'", []),
        ("bash = 'true'\n    env.N = '{{ params.n }}'", []),
        ("python = 'jobs:plain'", ["FD802"]),
        ("python = 'jobs:takes'", []),
        ("python = 'jobs:kwargs'", []),
        ("python = 'jobs:by_name'", []),
    ],
)
def test_a_param_that_nothing_uses_is_a_warning(tmp_path: Path, line: str, expected: list[str]) -> None:
    (tmp_path / "jobs.py").write_text(
        "def plain(): ...\ndef takes(params): ...\ndef kwargs(**context): ...\ndef by_name(n): ...\n"
    )
    assert found(PARAMS.format(line=line), tmp_path) == expected


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("TOKEN", "d41d8cd98f", ["FD803"]),
        ("DB_PASSWORD", "hunter2", ["FD803"]),
        ("api_key", "sk-123", ["FD803"]),
        ("TOKEN", "$TOKEN", []),
        ("TOKEN", "{{ params }}", []),
        ("TOKEN", "", []),
        ("MAX_TOKEN", "4096", []),
        ("TOKEN_URL", "https://x", []),
        ("SECRET_KEY", "/run/secrets/key", []),
        ("MODE", "hunter2", []),
    ],
)
def test_a_secret_in_plain_text_is_a_warning(name: str, value: str, expected: list[str]) -> None:
    assert found(f'[tasks.a]\nbash = "true"\nenv.{name} = "{value}"\n') == expected
    assert found(f'[defaults.env]\n{name} = "{value}"\n[tasks.a]\nbash = "true"\n') == expected


def test_a_secret_from_elsewhere_is_right() -> None:
    assert found('[tasks.a]\nbash = "true"\nenv.TOKEN = { from = "env:TOKEN" }\n') == []


def test_a_param_with_a_secret_as_its_default_is_a_warning() -> None:
    text = """
        [pipeline.params]
        password = { type = "str", default = "hunter2" }
        [tasks.a]
        bash = "echo {{ params.password }}"
    """
    problem = only_problem(text, "FD803")
    assert underlined(text, problem.place) == '"hunter2"'


def test_a_pool_that_no_task_uses_is_a_warning() -> None:
    assert found("[pools]\ngpu = 1\n[tasks.a]\nbash = 'true'\n") == ["FD804"]


def test_what_a_broken_file_leaves_unused_is_not_told() -> None:
    text = "[pools]\ngpu = 1\n[pipeline.params]\nn = 'int'\n[tasks.a]\nbsh = 'true'\npool = 'gpu'\n"
    assert {problem.code for problem in checked(text).problems} == {"FD101"}
