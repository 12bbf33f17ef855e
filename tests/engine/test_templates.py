"""Templates of a try: every field, every name, and every way in which one can go wrong."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flowdesk.engine.jobs import RunRequest
from flowdesk.engine.rendered import Rendered, Unrenderable
from flowdesk.engine.secrets import Secrets
from flowdesk.engine.templates import Renderer, TryContext
from flowdesk.executors.executor import Given, Input
from flowdesk.plan.plan import Kind, Task
from flowdesk.plan.templates import VARIABLES
from flowdesk.xcom.values import encode
from tests.builders import given, plan_of

REQUEST = RunRequest(
    "r1", Path("/p/f.toml"), "", Path("/h"), datetime(2026, 1, 2, 3, 4, tzinfo=UTC), params={"n": "3"}
)
ABSENT = Input("x", (Given("up", "key", None),))


def rendered(task: Task, *inputs: Input, **params: object) -> Rendered:
    request = REQUEST._replace(params={**REQUEST.params, **{name: encode(v) for name, v in params.items()}})
    return Renderer(plan_of(task), request).render(TryContext(task, inputs=inputs))


def text(template: str, *inputs: Input, kind: Kind = Kind.APPROVE, **params: object) -> str:
    return rendered(Task("t", kind, (template,)), *inputs, **params).code[0]


def reason(template: str, *inputs: Input, kind: Kind = Kind.APPROVE) -> str:
    with pytest.raises(Unrenderable) as caught:
        text(template, *inputs, kind=kind)
    return str(caught.value)


@pytest.mark.parametrize("name", sorted(VARIABLES))
def test_every_name_that_the_check_lets_pass_is_there(name: str) -> None:
    assert text(f"{{{{ {name} is defined }}}}") == "true"


def test_the_dates_are_in_airflows_forms() -> None:
    names = "{{ ds }} {{ ds_nodash }} {{ ts }} {{ ts_nodash }} {{ ts_nodash_with_tz }}"
    assert text(names) == "2026-01-02 20260102 2026-01-02T03:04:00+00:00 20260102T030400 20260102T030400+0000"
    assert text("{{ logical_date | ds_nodash }} {{ prev_start_date_success | ds }}") == "20260102 null"


def test_the_objects_have_what_airflow_users_ask_of_them() -> None:
    assert text("{{ dag.dag_id }} {{ task.task_id }} {{ ti.try_number }} {{ ti.map_index }}") == "test t 1 -1"
    assert (
        text("{{ dag_run.run_id }} {{ dag_run.conf.n }} {{ task_instance_key_str }}")
        == "r1 3 test__t__20260102"
    )
    assert (
        text("{{ macros.ds_add(ds, -2) }} {{ macros.ds_format(ds, '%Y-%m-%d', '%d.%m.') }}")
        == "2025-12-31 02.01."
    )
    assert text("{{ (logical_date + macros.timedelta(days=1)) | ds }}") == "2026-01-03"


def test_values_are_written_as_a_shell_finds_them_in_its_environment() -> None:
    inputs = [given("a", {"x": [1.5, None, True]}), given("b", "it's")]
    assert text("{{ pull.a }}|{{ pull.b }}|{{ pull.a.x[0] }}|{{ pull['a']['x'][2] }}", *inputs) == (
        '{"x": [1.5, null, true]}|it\'s|1.5|true'
    )


def test_a_list_is_one_however_few_it_has() -> None:
    assert text("{{ pull.a[0] + pull.a[1] }}", given("a", 1, 2, many=True)) == "3"
    assert text("{{ pull.a }}", Input("a", (Given("up", "k", None),), many=True)) == "[]"


def test_what_is_absent_can_be_asked_for_but_not_written() -> None:
    assert text("{{ pull.x is defined }} {{ pull.x | default('none') }}", ABSENT) == "false none"
    assert reason("{{ pull.x }}", ABSENT).endswith(
        "'pull.x' is absent; ask `is defined`, or write | default(…)"
    )
    assert text("{{ pull.x }}", ABSENT._replace(default="7")) == "7"


def test_a_param_called_like_something_of_dicts_is_the_param() -> None:
    assert text("{{ params.items }} {{ params.keys }}", items=1, keys="k") == "1 k"
    assert text("{{ params.get('n') }}") == "3"


def test_ti_pulls_what_the_file_declares() -> None:
    one = Input("a", (Given("train", "score", "0.5"),))
    many = Input("b", (Given("m", "k", "1", 0), Given("m", "k", "2", 1)), many=True)
    assert text("{{ ti.xcom_pull(task_ids='train', key='score') }}", one) == "0.5"
    assert (
        text("{{ ti.xcom_pull('m', key='k') }} {{ ti.xcom_pull('m', key='k', map_indexes=1) }}", many)
        == "[1, 2] 2"
    )
    assert text("{{ ti.xcom_pull(['train'], key='score') }}", one) == "[0.5]"
    assert "does not declare" in reason("{{ ti.xcom_pull('other') }}", one)


def test_every_field_that_may_be_a_template_is_filled_in() -> None:
    task = Task(
        "t",
        Kind.COMMAND,
        ("{{ params.n }}", "x", "{{ ds }}"),
        env={"A": "a {{ params.n }}", "B": "b"},
        cwd="out/{{ ds }}",
        params={"day": encode("{{ ds }}"), "n": "5", "as_it_is": encode("x")},
    )
    done = rendered(task)
    assert done.code == ("3", "x", "2026-01-02")
    assert (done.env, done.cwd) == ({"A": "a 3", "B": "b"}, "out/2026-01-02")
    assert done.params == {"day": '"2026-01-02"', "n": "5", "as_it_is": '"x"'}
    assert done.texts == {
        "code": ["3", "x", "2026-01-02"],
        "env": {"A": "a 3", "B": "b"},
        "cwd": "out/2026-01-02",
        "params": done.params,
    }


def test_of_a_wait_its_target_and_of_a_question_the_question_is_a_template() -> None:
    assert rendered(Task("t", Kind.WAIT, ("file", "{{ ds }}.csv"))).code == ("file", "2026-01-02.csv")
    assert rendered(Task("t", Kind.APPROVE, ("go {{ ds }}?", "{{ a", "b"))).code == (
        "go 2026-01-02?",
        "{{ a",
        "b",
    )


def test_the_name_of_a_function_is_no_template() -> None:
    assert rendered(Task("t", Kind.PYTHON, ("{{ a:b",))).texts is None


def test_in_bash_a_value_is_quoted_for_its_place() -> None:
    value = given("a", "a 'b' $c")
    assert text('echo {{ pull.a }} "{{ pull.a }}"', value, kind=Kind.BASH) == (
        """echo 'a '\\''b'\\'' $c' "a 'b' \\$c\""""
    )


def test_a_raw_value_is_shell_text() -> None:
    assert text("ls {{ pull.a | raw }}", given("a", "-l $HOME"), kind=Kind.BASH) == "ls -l $HOME"
    assert text("{{ pull.a | raw }}", given("a", "-l")) == "-l"


def test_what_becomes_of_a_raw_value_is_data_again() -> None:
    joined = "echo {{ (pull.a | raw) ~ ';' }} {{ pull.a | raw | upper }}"
    assert text(joined, given("a", "$(x)"), kind=Kind.BASH) == "echo '$(x);' '$(X)'"


def test_a_block_with_values_in_it_is_one_value() -> None:
    block = "{% set x %}a '{{ pull.a }}'{% endset %}echo {{ x }}"
    assert text(block, given("a", "b c"), kind=Kind.BASH) == "echo 'a '\\''b c'\\'''"


def test_a_constant_of_the_template_is_a_value_too() -> None:
    assert text("echo {{ '$(touch x)' }}", kind=Kind.BASH) == "echo '$(touch x)'"


def test_what_is_repeated_by_a_loop_is_quoted_each_time() -> None:
    loop = "{% for one in pull.a %}echo {{ one }}; {% endfor %}"
    assert text(loop, given("a", ["x y", "z"]), kind=Kind.BASH) == "echo 'x y'; echo z; "


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ nope }}", "'nope' is undefined"),
        ("{{ pull.nope }}", "there is no 'pull.nope' (there is none)"),
        ("{{ params.m }}", "there is no 'params.m' (there is n)"),
        ("{{ params.n.x }}", "'int object' has no attribute 'x'"),
        ("{{ 1 / 0 }}", "ZeroDivisionError: division by zero"),
        ("{{ ''.__class__ }}", "access to attribute '__class__' of 'str' object is unsafe"),
        ("{{ ti._given }}", "access to attribute '_given' of 'TaskInstance' object is unsafe"),
        ("{{ dag.owner }}", "has no attribute 'owner'"),
        ("{{ macros.time.sleep(1) }}", "has no attribute 'sleep'"),
        ("{% include 'x' %}", "it takes in another template, and there are none to take in"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "its macros call one another without end"),
        ("a\n\n{{ nope }}", "line 3"),
    ],
)
def test_a_template_that_cannot_be_filled_in_says_why_in_a_sentence(template: str, said: str) -> None:
    sentence = reason(template)
    assert sentence.startswith("the template of approve.question")
    assert said in sentence
    assert "\n" not in sentence


def test_a_reason_names_the_field() -> None:
    with pytest.raises(Unrenderable, match=r"^the template of env\.A cannot"):
        rendered(Task("t", Kind.BASH, ("x",), env={"A": "{{ nope }}"}))
    with pytest.raises(Unrenderable, match=r"^the template of command\[1\] cannot"):
        rendered(Task("t", Kind.COMMAND, ("x", "{{ nope }}")))


def test_a_value_that_cannot_be_quoted_where_it_stands_says_so() -> None:
    assert "write $(…) instead" in reason("echo `echo {{ ds }}`", kind=Kind.BASH)


@pytest.mark.parametrize(
    "template",
    [
        "{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}",
        "{% for i in range(100000) %}{{ 'x' * 1000 }}{% endfor %}",
        "{{ range(100000000) | list }}",
        "{{ 'x' * 10 ** 10 }}",
        "{{ [1] * 10 ** 10 }}",
        "{{ 9 ** 9 ** 9 ** 9 ** 9 }}",
        "{{ '%10000000000d' % 1 }}",
        "{{ 'x' | center(10 ** 10) }}",
        "{{ 'x'.ljust(10 ** 10) }}",
        "{% set n = namespace(x='0123') %}{% for i in range(90) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
        "{% set n = namespace(x='0123') %}{% for i in range(90) %}{% set n.x = n.x + n.x %}{% endfor %}",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    ],
)
def test_a_template_without_end_is_ended(template: str) -> None:
    assert "cannot be filled in" in reason(template)


def test_a_text_that_no_process_could_be_given_is_refused_in_words() -> None:
    with pytest.raises(Unrenderable, match=r"^command\[1\]: rendered, it has 200,000 bytes"):
        rendered(Task("t", Kind.COMMAND, ("echo", "{{ pull.a }}")), given("a", "x" * 200_000))


def test_secrets_are_carried_out_and_masked_in_the_record() -> None:
    task = Task(
        "t", Kind.BASH, ("echo {{ pull.a }}",), env={"A": "{{ pull.a }}"}, env_from={"T": "env:TOKEN"}
    )
    secrets = Secrets(plan_of(task), environment={"TOKEN": "s3cr'et"})
    tried = TryContext(task, inputs=(given("a", "is s3cr'et!"),))
    done = Renderer(plan_of(task), REQUEST, secrets=secrets).render(tried)
    assert done.env == {"A": "is s3cr'et!", "T": "s3cr'et"}
    assert done.code == ("echo 'is s3cr'\\''et!'",)
    assert done.texts == {"code": ["echo 'is ***!'"], "env": {"A": "is ***!"}}


def test_a_reason_does_not_tell_a_secret() -> None:
    task = Task("t", Kind.BASH, ("echo $(({{ pull.a }}))",), env_from={"T": "env:TOKEN"})
    secrets = Secrets(plan_of(task), environment={"TOKEN": "s3cret"})
    tried = TryContext(task, inputs=(given("a", "s3cret"),))
    with pytest.raises(Unrenderable, match=r"\*\*\*"):
        Renderer(plan_of(task), REQUEST, secrets=secrets).render(tried)


def test_a_command_that_tells_somebody_knows_the_run_and_the_task() -> None:
    task = Task("t", Kind.BASH, ("true",))
    renderer = Renderer(plan_of(task), REQUEST)
    assert renderer.argv("t", ("mail", "{{ task.task_id }} of {{ run_id }}")) == ("mail", "t of r1")
    assert renderer.argv(None, ("{{ ds }}",)) == ("2026-01-02",)
    with pytest.raises(Unrenderable, match="'task' is undefined"):
        renderer.argv(None, ("{{ task.task_id }}",))


def test_jinja_is_not_imported_for_a_task_without_templates() -> None:
    code = """if True:
        import sys
        from tests.engine.test_templates import rendered
        from flowdesk.plan.plan import Kind, Task
        sys.modules.pop("jinja2", None)
        rendered(Task("t", Kind.BASH, ("echo $x",), env={"A": "b"}))
        assert "jinja2" not in sys.modules
        rendered(Task("t", Kind.BASH, ("echo {{ ds }}",)))
        assert "jinja2" in sys.modules
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_texts_of_a_plugged_in_kind_are_templates_and_stay_values() -> None:
    fields = ("http", '"https://{{ params.host }}"', "tries", "3", "raw", '["{{ x }}"]')
    task = Task("a", Kind.PLUGGED, ("http", "kinds:fetch", *fields))
    assert rendered(task, host='a"b').code == (
        *("http", "kinds:fetch"),
        *("http", encode('https://a"b')),
        *("tries", "3", "raw", '["{{ x }}"]'),
    )
