"""What functions push and pull through `ti`, read from their source."""

from __future__ import annotations

import ast
from pathlib import Path
from textwrap import dedent

import pytest

from flowdesk.model.code_xcoms import ModuleXcoms, read_xcoms

PIPELINES = Path(__file__).parents[2] / "pipelines"


def uses(code: str, function: str = "work") -> list[tuple[str, str, tuple[str, ...] | None]]:
    """The uses in a function of this source, without their places."""
    found = ModuleXcoms(ast.parse(dedent(code))).of(function)
    return [(use.verb.removeprefix("xcom_"), use.key, use.tasks) for use in found]


@pytest.mark.parametrize(
    "body",
    [
        "def work(ti): ti.xcom_push(key='k', value=1)",
        "def work(ti): ti.xcom_push('k', 1)",
        "def work(task_instance): task_instance.xcom_push(key='k', value=1)",
        "def work(**kwargs): kwargs['ti'].xcom_push(key='k', value=1)",
        "def work(**context): context.get('task_instance').xcom_push(key='k', value=1)",
        "def work(**kw):\n    me = kw['ti']\n    me.xcom_push(key='k', value=1)",
        "def work(ti):\n    for x in y:\n        if x:\n            ti.xcom_push(key='k', value=x)",
        "def work(ti):\n    key = 'k'\n    ti.xcom_push(key=key, value=1)",
        "KEY = 'k'\ndef work(ti): ti.xcom_push(key=KEY, value=1)",
        "def work():\n    ti = get_current_context()['ti']\n    ti.xcom_push(key='k', value=1)",
        "def work(ti): helper(ti)\ndef helper(t): t.xcom_push(key='k', value=1)",
        "def work(ti): a(x=ti)\ndef a(x): b(x)\ndef b(y): c(1, y)\ndef c(z, w): w.xcom_push('k', z)",
        "def work(**kwargs): helper(**kwargs)\ndef helper(ti, **_): ti.xcom_push(key='k', value=1)",
        "def work(**kwargs): helper(kwargs)\ndef helper(c): c['ti'].xcom_push(key='k', value=1)",
        "def work(ti): put(ti, 'k', 3)\ndef put(ti, key, value): ti.xcom_push(key=key, value=value)",
    ],
)
def test_a_push_is_found_wherever_ti_goes(body: str) -> None:
    assert uses(body) == [("push", "k", None)]


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("ti.xcom_pull(task_ids='a', key='k')", ("pull", "k", ("a",))),
        ("ti.xcom_pull('a')", ("pull", "return_value", ("a",))),
        ("ti.xcom_pull('a', None, 'k')", ("pull", "k", ("a",))),
        ("ti.xcom_pull(key='k')", ("pull", "k", None)),
        ("ti.xcom_pull(task_ids=['a', 'b'], key='k')", ("pull", "k", ("a", "b"))),
        ("ti.xcom_pull(task_ids=IDS, key='k')", ("pull", "k", ("g.a", "g.b"))),
        ("ti.xcom_pull(task_ids='a', key=XCOM_RETURN_KEY)", ("pull", "return_value", ("a",))),
    ],
)
def test_a_pull_is_read_as_it_is_written(call: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    assert uses(f"IDS = ['g.a', 'g.b']\ndef work(ti): return {call}") == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "def work(ti): ti.xcom_push(key=f'k_{1}', value=1)",
        "def work(ti, key): ti.xcom_push(key=key, value=1)",
        "key = 'k'\ndef work(ti, key): ti.xcom_push(key=key, value=1)",
        "def work(ti):\n    key = 'a'\n    key = 'b'\n    ti.xcom_push(key=key, value=1)",
        "def work(ti): [ti.xcom_pull(task_ids=t, key='k') for t in names]",
        "def work(ti): ti.xcom_pull(task_ids='a', dag_id='other', key='k')",
        "def work(ti): ti.xcom_push(**both)",
        "def work(other): other.xcom_push(key='k', value=1)",
        "def work(ti): helper()\ndef helper(ti=None): ti.xcom_push(key='k', value=1)",
        "def work(ti): work(ti)",
    ],
)
def test_what_is_not_written_plainly_is_nobodys_business(body: str) -> None:
    assert uses(body) == []


def test_a_place_is_the_whole_call() -> None:
    (use,) = ModuleXcoms(ast.parse("def work(ti):\n    ti.xcom_push(key='k', value=1)\n")).of("work")
    assert (use.line, use.column, use.end_line, use.end_column) == (2, 5, 2, 35)


def test_the_course_is_read() -> None:
    module = read_xcoms(PIPELINES / "xcom.py")
    assert module is not None
    assert [use.key for use in module.of("choose_best_model")] == ["model_accuracy", "best"]
    assert module.of("choose_best_model")[0].tasks == tuple(
        f"processing_tasks.training_model_{letter}" for letter in "abc"
    )


def test_a_module_that_is_no_python_has_no_uses(tmp_path: Path) -> None:
    (tmp_path / "m.py").write_text("def work(:\n")
    assert read_xcoms(tmp_path / "m.py") is None
    assert read_xcoms(tmp_path / "none.py") is None


def test_helpers_that_call_one_another_twice_are_not_followed_twice() -> None:
    helpers = "\n".join(f"def f{n}(t): f{n + 1}(t), f{n + 1}(t)" for n in range(60))
    code = f"def work(ti): f0(ti)\n{helpers}\ndef f60(t): t.xcom_push(key='k', value=1)\n"
    assert uses(code) == [("push", "k", None)]
