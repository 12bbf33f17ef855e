"""A pull finds its sources, and a key that nobody pushes is told where it is written."""

from __future__ import annotations

import pytest

from flowdesk.plan.plan import Edge, Pull, Source
from tests.plan.files import checked, only_problem, plan_of_text, underlined

MODELS = """
    [tasks."g.b"]
    bash = "true"
    push = {{ k = "float" }}
    returns = "int"
    [tasks."g.a"]
    bash = "true"
    push = {{ k = "float" }}
    returns = "int"
    [tasks.last]
    bash = "true"
    pull.x = {pull}
"""


@pytest.mark.parametrize(
    ("written", "sources", "many"),
    [
        ('"g.a:k"', "g.a:k", False),
        ('"g.a"', "g.a:return_value", False),
        ('{ from = "g.a", key = "k" }', "g.a:k", False),
        ('["g.a:k"]', "g.a:k", True),
        ('["g.a:k", "g.b"]', "g.a:k g.b:return_value", True),
        ('["g.a", "g.a"]', "g.a:return_value g.a:return_value", True),
        ('{ from = ["g.a"], key = "k" }', "g.a:k", True),
        ('"g.*:k"', "g.b:k g.a:k", True),
        ('{ from = "g", key = "k" }', "g.b:k g.a:k", True),
    ],
)
def test_a_pull_is_resolved_to_its_sources(written: str, sources: str, many: bool) -> None:
    pull = plan_of_text(MODELS.format(pull=written)).tasks["last"].pulls[0]
    assert " ".join(f"{source.task}:{source.key}" for source in pull.sources) == sources
    assert pull.many is many


def test_a_pull_is_a_dependency_and_a_line_for_each_source() -> None:
    plan = plan_of_text(MODELS.format(pull='["g.a:k", "g.b:k", "g.a:k"]'))
    assert plan.tasks["last"].upstream == ("g.b", "g.a")
    assert plan.edges == (Edge("g.a", "last", "k", "x"), Edge("g.b", "last", "k", "x"))


def test_a_default_is_kept_as_a_value_is_stored() -> None:
    pull = '{ from = "g.a", key = "k", default = [1, 2], required = false }'
    assert plan_of_text(MODELS.format(pull=pull)).tasks["last"].pulls == (
        Pull("x", (Source("g.a", "k"),), required=False, default="[1, 2]"),
    )


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ('"g.a:kk"', '"g.a:kk"'),
        ('["g.b:k", "g.a:kk"]', '"g.a:kk"'),
        ('{ from = "g.a", key = "kk" }', '"kk"'),
        ('{ from = ["g.a"], key = "kk" }', '"kk"'),
    ],
)
def test_a_key_that_is_not_pushed_is_told_with_those_that_are(written: str, marked: str) -> None:
    text = MODELS.format(pull=written)
    problem = only_problem(text, "FD209")
    assert problem.message == "'g.a' does not push 'kk'; it pushes 'k' and 'return_value'"
    assert problem.suggestion == "did you mean 'k'?"
    assert underlined(text, problem.place) == marked
    assert underlined(text, problem.related[0].place) == 'push = { k = "float" }'


@pytest.mark.parametrize(
    ("key", "line"),
    [("", 'returns = "any"'), (":k", 'push = { k = "any" }'), (":k v", 'push = { "k v" = "any" }')],
)
def test_a_task_that_pushes_nothing_gets_the_line_to_add(key: str, line: str) -> None:
    problem = only_problem(
        f"""
        [tasks."g.a"]
        bash = "true"
        [tasks.b]
        bash = "true"
        pull.x = "g.a{key}"
        """,
        "FD209",
    )
    assert problem.message.endswith("; it pushes nothing")
    assert problem.suggestion == f'declare it with its type under [tasks."g.a"]: {line}'


def test_a_glob_asks_the_key_of_each_of_its_tasks() -> None:
    text = """
        [tasks."g.a"]
        bash = "true"
        push = { accuracy = "float" }
        [tasks."g.b"]
        bash = "true"
        push = { acuracy = "float" }
        [tasks.last]
        bash = "true"
        pull.x = { from = "g.*", key = "accuracy" }
    """
    problem = only_problem(text, "FD209")
    assert problem.message == "'g.b' does not push 'accuracy'; it pushes 'acuracy'"


def test_a_glob_leaves_out_who_says_that_it_pushes_nothing() -> None:
    plan = plan_of_text("""
        [tasks."g.begin"]
        [tasks."g.clean"]
        bash = "true"
        do_xcom_push = false
        [tasks."g.a"]
        bash = "true"
        returns = "int"
        [tasks."g.last"]
        bash = "true"
        pull.x = "g.*"
    """)
    assert plan.tasks["g.last"].pulls[0].sources == (Source("g.a", "return_value"),)


@pytest.mark.parametrize(
    ("source", "code", "message"),
    [
        ("last", "FD302", "'last' cannot pull from itself"),
        ("joint", "FD209", "'joint' does nothing, so it pushes nothing"),
        ("silent", "FD501", "'silent' pushes nothing: it has do_xcom_push = false"),
        ("nobody", "FD207", "there is no task or group 'nobody'"),
        ("h.*", "FD208", "none of the tasks that this stands for pushes anything"),
    ],
)
def test_what_cannot_be_pulled_from_is_refused_and_left_out(source: str, code: str, message: str) -> None:
    text = f"""
        [tasks.joint]
        [tasks."h.joint"]
        [tasks.silent]
        bash = "true"
        do_xcom_push = false
        [tasks.last]
        bash = "true"
        pull.x = "{source}"
    """
    problem = only_problem(text, code)
    assert problem.message == message
    assert underlined(text, problem.place) == f'"{source}"'
    assert plan_of_text(text, ok=False).tasks["last"].pulls == ()


def test_a_task_can_pull_what_it_pushed_in_an_earlier_run() -> None:
    text = """
        [tasks.load]
        bash = "true"
        returns = "int"
        pull.mark = { from = "load", earlier = true, default = 0 }
    """
    found = checked(text)
    assert found.problems == []
    assert found.plan is not None
    assert (found.plan.tasks["load"].upstream, found.plan.edges) == ((), ())
    assert found.plan.tasks["load"].pulls[0].sources == (Source("load", "return_value"),)
    problem = only_problem(text.replace(", default = 0", ""), "FD502")
    assert problem.message == "'mark' may be absent: the first run has no earlier one"
