"""A file's text becomes a plan, and everything that does not add up is told at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flowdesk.model.reader import read
from flowdesk.plan.build import check
from flowdesk.plan.plan import Edge, Kind, Plan, Push
from tests.plan.files import codes, only_problem, plan_of_text, underlined

PIPELINES = Path(__file__).parents[2] / "pipelines"


@pytest.mark.parametrize("file", sorted(PIPELINES.glob("*.toml")), ids=lambda file: file.name)
def test_every_pipeline_of_the_course_is_ok(file: Path) -> None:
    checked = check(read(file))
    assert checked.ok
    assert checked.problems == []


def test_the_seed_pipeline_has_the_shape_that_it_shows() -> None:
    plan = check(read(PIPELINES / "xcom.toml")).plan
    assert isinstance(plan, Plan)
    models = [f"processing_tasks.training_model_{letter}" for letter in "abc"]
    assert {task.id: list(task.upstream) for task in plan.tasks.values()} == {
        "downloading_data": [],
        **{model: ["downloading_data"] for model in models},
        "choose_best_model": models,
    }
    assert plan.edges == (
        Edge("downloading_data", "processing_tasks"),
        *(Edge(model, "choose_best_model", "model_accuracy", "accuracies") for model in models),
    )
    assert plan.groups["processing_tasks"].label == "Train models"


def test_tasks_say_what_they_do_and_push() -> None:
    plan = plan_of_text("""
        [tasks.a]
        command = ["echo", "hi"]
        label = "A"
        description = "says hi"
        push = { k = { type = "int", required = false } }
        returns = "str"
        [tasks.j]
        after = "a"
    """)
    task = plan.tasks["a"]
    assert (task.kind, task.code) == (Kind.COMMAND, ("echo", "hi"))
    assert (task.label, task.description) == ("A", "says hi")
    assert task.push == (Push("k", "int", required=False), Push("return_value", "str"))
    assert plan.tasks["j"].kind is Kind.JOINT


def test_groups_are_implied_by_ids() -> None:
    assert list(plan_of_text('[tasks."a.b.c"]\nbash = "true"\n').groups) == ["a", "a.b"]


def test_a_file_that_cannot_be_read_has_no_plan_but_problems() -> None:
    checked = check(read(Path("p.toml"), text="[tasks.a\n"))
    assert checked.plan is None
    assert checked.problems
    assert not checked.ok


def test_a_task_that_is_also_a_group_is_refused_and_the_group_is_drawn() -> None:
    text = """
        [tasks.g]
        bash = "true"
        [tasks."g.a"]
        bash = "true"
    """
    problem = only_problem(text, "FD210")
    assert "'g' is a task, and the group of 'g.a' as well" in problem.message
    assert underlined(text, problem.related[0].place) == '"g.a"'
    plan = plan_of_text(text, ok=False)
    assert (list(plan.tasks), list(plan.groups)) == (["g.a"], ["g"])


def test_a_group_without_tasks_is_told_with_the_one_that_was_meant() -> None:
    text = """
        [groups.procesing]
        after = "a"
        [tasks.a]
        bash = "true"
        [tasks."processing.b"]
        bash = "true"
    """
    problem = only_problem(text, "FD211")
    assert problem.suggestion == "did you mean 'processing'?"
    assert underlined(text, problem.place) == "procesing"


@pytest.mark.parametrize("declared", ['returns = "int"', 'push = { k = "int" }'])
def test_declaring_a_push_and_turning_pushes_off_is_refused(declared: str) -> None:
    text = f"""
        [tasks.a]
        bash = "true"
        do_xcom_push = false
        {declared}
    """
    problem = only_problem(text, "FD501")
    assert underlined(text, problem.place) == "do_xcom_push = false"
    assert underlined(text, problem.related[0].place) == declared


def test_problems_of_all_kinds_are_told_at_once_and_in_the_files_order() -> None:
    text = """
        [tasks.a]
        bash = "true"
        after = "nowhere"
        pull.x = "b:nothing"
        [tasks.b]
        bash = "true"
        after = ["a", "b"]
    """
    assert codes(text) == ["FD207", "FD209", "FD301", "FD302"]
    places = [problem.place for problem in check(read(Path("p.toml"), text=text)).problems]
    assert places == sorted(places)


IDS = st.sampled_from(["a", "b", "g", "g.a", "g.b", "g.h.c", "g.h"])
REFERENCES = st.one_of(IDS, st.sampled_from(["g.*", "g.h.*", "*", "x.*", "nowhere"]))


@st.composite
def texts(draw: st.DrawFn) -> str:
    lines = []
    for group in draw(st.lists(IDS, unique=True, max_size=3)):
        lines += [f'[groups."{group}"]', f"after = {draw(st.lists(REFERENCES, max_size=2))}"]
    for task in draw(st.lists(IDS, unique=True, min_size=1, max_size=6)):
        lines += [f'[tasks."{task}"]', f"after = {draw(st.lists(REFERENCES, max_size=2))}"]
        if draw(st.booleans()):
            lines += ['bash = "true"', f"do_xcom_push = {draw(st.sampled_from(['true', 'false']))}"]
            lines += [f'push = {{ {draw(st.sampled_from(["k", "m"]))} = "int" }}'] * draw(st.integers(0, 1))
            for argument in draw(st.sets(st.sampled_from("xy"))):
                sources = draw(st.lists(REFERENCES, min_size=1, max_size=3))
                lines.append(f'pull.{argument} = {{ from = {sources}, key = "k" }}')
    return "\n".join(lines)


@settings(deadline=None)
@given(texts())
def test_no_file_makes_the_check_fail_and_what_it_plans_is_whole(text: str) -> None:
    checked = check(read(Path("p.toml"), text=text))
    assert checked.plan is not None
    plan = checked.plan
    ends = plan.tasks.keys() | plan.groups.keys()
    assert all(edge.source in ends and edge.target in ends for edge in plan.edges)
    for task in plan.tasks.values():
        assert task.id not in task.upstream
        assert plan.tasks.keys() >= set(task.upstream)
        assert {source.task for pull in task.pulls for source in pull.sources} <= set(task.upstream)
        assert task.group is None or task.group in plan.groups
    positions = {group: number for number, group in enumerate(plan.groups)}
    assert all(
        positions[group.parent] < positions[group.id] for group in plan.groups.values() if group.parent
    )
