"""Every pool that a task takes slots from is there, and has as many as the task takes."""

from __future__ import annotations

from tests.plan.files import codes, only_problem, underlined


def test_an_unknown_pool_is_told_where_it_is_said() -> None:
    text = """
        [pools]
        gpu = 2
        [tasks.a]
        bash = "true"
        pool = "gpu"
        [tasks.b]
        bash = "true"
        pool = "gpuu"
    """
    problem = only_problem(text, "FD216")
    assert (problem.message, problem.suggestion) == ("there is no pool 'gpuu'", "did you mean 'gpu'?")
    assert underlined(text, problem.place) == '"gpuu"'


def test_what_defaults_say_is_told_once() -> None:
    tasks = "".join(f'[tasks.t{number}]\nbash = "true"\n' for number in range(3))
    text = f'[defaults]\npool = "gpu"\n{tasks}'
    assert underlined(text, only_problem(text, "FD216").place) == '"gpu"'


def test_a_task_that_takes_more_slots_than_there_are_never_runs() -> None:
    text = """
        [pools]
        gpu = 2
        [tasks.a]
        bash = "true"
        pool = "gpu"
        pool_slots = 3
        [tasks.b]
        bash = "true"
        pool = "gpu"
        pool_slots = 2
    """
    problem = only_problem(text, "FD304")
    assert problem.message == "'a' never runs: it takes 3 slots of the pool 'gpu', which has 2"
    assert underlined(text, problem.place) == "3"


def test_a_pool_that_is_there_is_no_problem() -> None:
    assert codes('[pools]\ngpu = 1\n[tasks.a]\nbash = "true"\npool = "gpu"\n') == []
