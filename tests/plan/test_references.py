"""What `after` refers to exists, and is not the one who says it."""

from __future__ import annotations

import pytest

from tests.plan.files import only_problem, plan_of_text, underlined

TASKS = """
    [tasks.load]
    bash = "true"
    [tasks."models.train"]
    bash = "true"
    [tasks.report]
    bash = "true"
    after = {after}
"""


@pytest.mark.parametrize(
    ("written", "hint"),
    [("laod", "load"), ("train", "models.train"), ("model", "models"), ("xyz", None)],
)
def test_an_unknown_name_is_told_with_the_nearest(written: str, hint: str | None) -> None:
    text = TASKS.format(after=f'["load", "{written}"]')
    problem = only_problem(text, "FD207")
    assert problem.message == f"there is no task or group '{written}'"
    assert problem.suggestion == (f"did you mean '{hint}'?" if hint else None)
    assert underlined(text, problem.place) == f'"{written}"'


def test_what_is_left_of_a_broken_list_is_still_drawn() -> None:
    plan = plan_of_text(TASKS.format(after='["load", "laod"]'), ok=False)
    assert plan.tasks["report"].upstream == ("load",)


@pytest.mark.parametrize(("glob", "hint"), [("model.*", "did you mean 'models.*'?"), ("x*", None)])
def test_a_glob_that_matches_nothing_is_refused(glob: str, hint: str | None) -> None:
    text = TASKS.format(after=f'"{glob}"')
    problem = only_problem(text, "FD208")
    assert (problem.message, problem.suggestion) == (f"no task matches '{glob}'", hint)
    assert underlined(text, problem.place) == f'"{glob}"'


@pytest.mark.parametrize(
    ("owner", "reference", "message"),
    [
        ('tasks."g.a"', "g.a", "'g.a' cannot come after itself"),
        ('tasks."g.a"', "g", "'g.a' lies in the group 'g', so it cannot come after it"),
        ("groups.g", "g", "'g' cannot come after itself"),
        ("groups.g", "g.a", "'g.a' lies in the group 'g', so the group cannot come after it"),
        ("groups.g", "g.*", "'g.*' stands for nothing but 'g' itself"),
        ("groups.g", "*.a", "'*.a' stands for nothing but 'g' itself"),
    ],
)
def test_nothing_comes_after_itself_or_a_part_of_itself(owner: str, reference: str, message: str) -> None:
    text = f"""
        [{owner}]
        after = "{reference}"
        [tasks."g.b"]
        bash = "true"
    """ + ('[tasks."g.a"]\n' if owner == "groups.g" else "")
    assert only_problem(text, "FD302").message == message


def test_a_group_comes_after_a_task() -> None:
    plan = plan_of_text("""
        [groups.models]
        after = ["load"]
        [tasks.load]
        bash = "true"
        [tasks."models.a"]
        bash = "true"
        [tasks."models.b"]
        bash = "true"
    """)
    assert plan.tasks["models.b"].upstream == ("load",)


BRANCH = """
    [tasks.choose]
    branch = "time:time"
    choices = {choices}
    [tasks.a]
    bash = "true"
    [tasks."g.b"]
    bash = "true"
    [tasks."g.c"]
    bash = "true"
    after = "g.b"
"""


@pytest.mark.parametrize(
    ("written", "choices", "after"),
    [
        ('["a", "g.b"]', ("a", "g.b"), ["a", "g.b"]),
        ('["a", "g"]', ("a", "g"), ["a", "g.b"]),
        ('["g.*", "a"]', ("g.b", "g.c", "a"), ["a", "g.b", "g.c"]),
    ],
)
def test_a_choice_comes_after_its_branch(written: str, choices: tuple[str, ...], after: list[str]) -> None:
    plan = plan_of_text(BRANCH.format(choices=written))
    assert plan.tasks["choose"].choices == choices
    assert [task.id for task in plan.tasks.values() if "choose" in task.upstream] == after


@pytest.mark.parametrize(
    ("written", "code"), [('["a", "gg"]', "FD207"), ('["a", "choose"]', "FD302"), ('["a", "h.*"]', "FD208")]
)
def test_a_choice_that_means_nothing_is_told(written: str, code: str) -> None:
    only_problem(BRANCH.format(choices=written), code)
