"""What is pushed is of the type that its consumer expects, or that is told before the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.errors import Severity
from tests.plan.files import checked, codes, only_problem, underlined

if TYPE_CHECKING:
    from pathlib import Path

PULL = """
    [tasks.a]
    bash = "true"
    push.k = "{pushed}"
    [tasks.b]
    bash = "true"
    pull.x = {{ from = {source}, type = "{expected}" }}
"""


@pytest.mark.parametrize(
    ("pushed", "expected", "source"),
    [
        ("int", "float", '"a:k"'),
        ("any", "float", '"a:k"'),
        ("float", "list[float]", '["a:k"]'),
        ("int", "list[float | str] | None", '["a:k"]'),
        ("str", "any", '"a:k"'),
    ],
)
def test_what_fits_is_no_problem(pushed: str, expected: str, source: str) -> None:
    assert codes(PULL.format(pushed=pushed, expected=expected, source=source)) == []


def test_a_type_that_does_not_fit_is_told_with_both_ends() -> None:
    text = PULL.format(pushed="dict[str, str]", expected="dict[str, float]", source='"a:k"')
    problem = only_problem(text, "FD408")
    assert problem.message == (
        "'x' must be dict[str, float], but 'k' of 'a' is dict[str, str]: each value: str is not float"
    )
    assert underlined(text, problem.place) == '"dict[str, float]"'
    assert underlined(text, problem.related[0].place) == 'k = "dict[str, str]"'


def test_a_list_pull_gives_a_list() -> None:
    text = PULL.format(pushed="float", expected="float", source='["a:k"]')
    assert only_problem(text, "FD408").message.endswith("list[float] is not float")


MIXED = """
    [tasks."g.a"]
    bash = "true"
    push.k = "{one}"
    [tasks."g.b"]
    bash = "true"
    push.k = "{two}"
    [tasks.last]
    bash = "true"
    pull.x = "g.*:k"
"""


@pytest.mark.parametrize(
    ("one", "two"), [("int", "int"), ("int", "float"), ("any", "str"), ("int", "int | None")]
)
def test_a_list_of_types_that_go_together_is_no_problem(one: str, two: str) -> None:
    assert codes(MIXED.format(one=one, two=two)) == []


def test_a_list_that_mixes_types_is_told_with_the_line_that_says_it_is_meant() -> None:
    problem = only_problem(MIXED.format(one="int", two="str"), "FD409")
    assert problem.message == "the list 'x' mixes types: 'int' and 'str'"
    assert problem.severity is Severity.WARNING
    assert problem.suggestion == 'if that is meant, say so: type = "list[int | str]"'


def test_a_list_that_is_said_to_mix_types_is_no_problem() -> None:
    text = MIXED.format(one="int", two="str").replace(
        '"g.*:k"', '{ from = "g.*:k", type = "list[int | str]" }'
    )
    assert codes(text) == []


PYTHON = """
    [tasks.a]
    bash = "true"
    returns = "{pushed}"
    [tasks.b]
    python = "jobs:work"
    pull.x = {source}
"""


@pytest.mark.parametrize(
    ("pushed", "source", "parameter"),
    [
        ("int", '"a"', "x: float"),
        ("bool", '"a"', "x: int"),
        ("datetime", '"a"', "x: date"),
        ("int", '["a"]', "x: list[int]"),
        ("int", '["a"]', "x: Sequence[int]"),
        ("int", '"a"', "x: 'Row'"),
        ("file", '"a"', "x: str"),
        ("int", '"a"', "x"),
    ],
)
def test_a_parameter_takes_what_its_annotation_takes(
    tmp_path: Path, pushed: str, source: str, parameter: str
) -> None:
    (tmp_path / "jobs.py").write_text(f"def work({parameter}): pass\n")
    assert checked(PYTHON.format(pushed=pushed, source=source), tmp_path).problems == []


def test_a_parameter_of_another_type_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "jobs.py").write_text("def work(x: list[str]): pass\n")
    problem = only_problem(PYTHON.format(pushed="int", source='["a"]'), "FD410", tmp_path)
    assert problem.message == (
        "'work' takes 'x: list[str]', but 'return_value' of 'a' is int: each item: int is not str"
    )
    assert problem.severity is Severity.WARNING
    assert str(problem.related[0].place).endswith("jobs.py:1:1")


@pytest.mark.parametrize(
    ("declared", "signature", "found"),
    [
        ('returns = "float"', "() -> int", []),
        ('returns = "float"', "() -> 'Score'", []),
        ('returns = "float"', "()", []),
        ('push.k = "float"', "(ti) -> None", []),
        ('push.k = "float"', "() -> float", []),
        ('returns = "int"', "() -> float", ["FD411"]),
        ('returns = "float"', "() -> None", ["FD411"]),
        ('push.k = "float"', "() -> None", ["FD411"]),
    ],
)
def test_what_a_function_returns_is_what_the_file_declares(
    tmp_path: Path, declared: str, signature: str, found: list[str]
) -> None:
    (tmp_path / "jobs.py").write_text(f"def work{signature}: pass\n")
    text = f"[tasks.a]\npython = 'jobs:work'\n{declared}\n"
    assert [problem.code for problem in checked(text, tmp_path).problems] == found


@pytest.mark.parametrize(
    ("pushed", "found"),
    [("list[int]", []), ("dict", []), ("any", []), ("int", ["FD412"]), ("list[int] | None", ["FD412"])],
)
def test_a_task_is_expanded_over_a_list(pushed: str, found: list[str]) -> None:
    text = f"""
        [tasks.a]
        bash = "true"
        returns = "{pushed}"
        [tasks.b]
        bash = "true"
        expand.x = "a"
    """
    assert codes(text) == found


@pytest.mark.parametrize(
    ("pushed", "found"),
    [
        ('"int"', []),
        ('"any"', []),
        ('{ type = "int", ge = 1, le = 7 }', []),
        ('"str"', ["FD408"]),
        ('{ type = "int", ge = 0 }', ["FD408"]),
    ],
)
def test_what_goes_into_a_param_of_another_pipeline_is_of_its_type(
    tmp_path: Path, pushed: str, found: list[str]
) -> None:
    (tmp_path / "inner.toml").write_text(
        "[pipeline.params]\nday = { type = 'int', ge = 1 }\n[tasks.a]\nbash = 'echo {{ params.day }}'\n"
    )
    text = f"""
        [tasks.a]
        bash = "true"
        push.k = {pushed}
        [tasks.b]
        pipeline = "inner.toml"
        pull.day = "a:k"
    """
    assert codes(text, tmp_path) == found


@pytest.mark.parametrize(
    ("source", "expected", "found"),
    [
        ('"a:k"', "list[int]", []),
        ('"a:k"', "int", ["FD408"]),
        ('["a:k"]', "list[int]", []),
        ('["a:k", "one:k"]', "list[int]", []),
    ],
)
def test_a_mapped_task_gives_a_list(source: str, expected: str, found: list[str]) -> None:
    text = f"""
        [tasks.a]
        bash = "true"
        expand.n = [1, 2]
        push.k = "int"
        [tasks.one]
        bash = "true"
        push.k = {{ type = "int", show = true }}
        [tasks.b]
        bash = "true"
        pull.x = {{ from = {source}, type = "{expected}" }}
    """
    assert codes(text) == found


def test_an_argument_for_what_a_mapped_task_gives_is_a_list(tmp_path: Path) -> None:
    (tmp_path / "sums.py").write_text("def total(sizes: list[int]): pass\n")
    text = """
        [tasks.a]
        bash = "true"
        expand.n = [1, 2]
        returns = "int"
        [tasks.b]
        python = "sums:total"
        pull.sizes = "a"
    """
    assert [problem.code for problem in checked(text, tmp_path).problems] == []
