"""Templates are read before the run: what they use must be given, and a broken one is told at its column."""

from __future__ import annotations

import pytest

from tests.plan.files import checked, codes, only_problem, underlined

TEXT = """
    [pipeline.params]
    epochs = {{ type = "int", default = 3 }}
    [tasks.count]
    bash = "true"
    returns = "int"
    [tasks.show]
    bash = {bash}
    pull.number = "count"
"""


@pytest.mark.parametrize(
    "bash",
    [
        '"echo {{ pull.number }} {{ params.epochs }} {{ ds }}"',
        '"{% for name in pull.number %}{{ name }}{% endfor %}{{ params }}"',
        '"echo {{ params.epochs }} {{ logical_date | ds_nodash }} {{ macros.ds_add(ds, 7) }}"',
        '"echo {{ params }} {{ dag_run.run_id }} {{ data_interval_start }}"',
        "\"echo {% raw %}{{ x }}{% endraw %} {{ params['epochs'] }}\"",
    ],
)
def test_what_is_given_is_no_problem(bash: str) -> None:
    assert codes(TEXT.format(bash=bash)) == []


@pytest.mark.parametrize(
    ("bash", "message", "hint", "marked"),
    [
        ('"{{ pull.nubmer }}"', "'pull.nubmer', which the task", "did you mean 'number'?", "nubmer"),
        ('"{{ pull.x }}"', "'pull.x', which the task", 'pull it: pull.x = "task:key"', "x"),
        ('"{{ params.epoch }}"', "'params.epoch', which the pip", "did you mean 'epochs'?", "epoch"),
        ('"{{ number }}"', "'number', which nothing", "did you mean 'pull.number'?", "number"),
        ('"{{ epochs }}"', "'epochs', which nothing", "did you mean 'params.epochs'?", "epochs"),
        ('"{{ dss }}"', "'dss', which nothing", "did you mean 'ds'?", "dss"),
        ('"{{ var.value.x }}"', "'var', which nothing", "flowdesk has no Airflow variables", "value"),
        ('"{{ ds | ds_nodsh }}"', "no filter 'ds_nodsh'", "did you mean 'ds_nodash'?", "ds_nodsh"),
        ("'é {{ pull.z }}'", "'pull.z', which", 'pull it: pull.z = "task:key"', "z"),
        ('"\\t\\u00e9 {{ pull.z }}"', "'pull.z', which", 'pull it: pull.z = "task:key"', "z"),
    ],
)
def test_a_name_that_nothing_gives_is_told_at_its_column(
    bash: str, message: str, hint: str, marked: str
) -> None:
    text = TEXT.format(bash=bash)
    problems = [problem for problem in checked(text).problems if problem.code == "FD702"]
    assert [problem.code for problem in problems] == ["FD702"]
    assert message in problems[0].message
    assert (problems[0].suggestion or "").startswith(hint)
    assert underlined(text, problems[0].place) == marked


def test_a_place_in_a_text_of_several_lines_is_found() -> None:
    text = TEXT.format(bash='"""\n    echo {{ params.epochs }} \\\n      {{ pull.z }}\n    """')
    problem = only_problem(text, "FD702")
    assert underlined(text, problem.place) == "z"


def test_a_broken_template_is_told_at_its_column() -> None:
    text = TEXT.format(bash='"echo {{ params.epochs }} {{ ds"')
    problem = only_problem(text, "FD701")
    assert problem.message == "the template is not closed before its end"
    assert problem.place.column == text.splitlines()[problem.place.line - 1].index("{{ ds") + 1 - 4


@pytest.mark.parametrize(
    "line",
    [
        'command = ["echo", "{{ x }}"]',
        "bash = 'true'\nenv.A = '{{ x }}'",
        "bash = 'true'\ncwd = '{{ x }}'",
        "wait.file = '{{ x }}'",
        "wait = { until = '{{ x }}' }",
        "approve = '{{ x }}?'",
        "approve = { question = '{{ x }}?' }",
    ],
)
def test_every_text_that_may_be_a_template_is_read(line: str) -> None:
    text = f"[tasks.a]\n{line}\n"
    assert underlined(text, only_problem(text, "FD702").place) == "x"


def test_in_defaults_a_pull_is_not_looked_at() -> None:
    text = """
        [defaults]
        env = { A = "{{ pull.anything }}", B = "{{ nothing }}" }
        [tasks.a]
        bash = "true"
    """
    assert underlined(text, only_problem(text, "FD702").place) == "nothing"


def test_python_tasks_have_no_templates() -> None:
    assert codes("[tasks.a]\npython = 'time:time'\ndescription = '{{ x }}'\n") == []


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("ti.xcom_pull(task_ids='count')", []),
        ("ti.xcom_pull('count')", []),
        ("task_instance.xcom_pull(task_ids=['count'])", []),
        ("ti.xcom_pull(task_ids=which(ds), key='x')", ["FD702"]),
        ("ti.xcom_pull(task_ids='count', key='rows')", ["FD608"]),
        ("ti.xcom_pull(task_ids='cuont') | upper", ["FD608"]),
    ],
)
def test_a_pull_through_ti_is_held_to_the_file(call: str, expected: list[str]) -> None:
    text = TEXT.format(bash=f'"echo {{{{ params.epochs }}}} {{{{ {call} }}}}"')
    assert codes(text) == expected
    if expected == ["FD608"]:
        assert underlined(text, only_problem(text, "FD608").place) == call.removesuffix(" | upper")
