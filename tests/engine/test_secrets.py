"""Secret values: found before the run, or refused with a way out."""

from __future__ import annotations

import pytest

from flowdesk.engine.secrets import SecretMissing, Secrets
from flowdesk.plan.plan import Kind, Task
from tests.builders import plan_of


class Ring:
    """A keyring with one password."""

    def get_password(self, service: str, name: str, /) -> str | None:
        if service == "broken":
            raise RuntimeError("it is locked")
        return "pass word" if (service, name) == ("shop", "a/b") else None


def task(name: str = "t", **sources: str) -> Task:
    return Task(name, Kind.BASH, ("true",), env_from=sources)


def test_variables_are_taken_from_the_environment_and_the_keyring() -> None:
    one = task(A="env:TOKEN", B="keyring:shop/a/b")
    secrets = Secrets(plan_of(one), environment={"TOKEN": "t0ken"}, keyring=Ring())
    assert secrets.env_of(one) == {"A": "t0ken", "B": "pass word"}
    assert secrets.texts == ("pass word", "t0ken")
    assert secrets.mask("t0ken and pass word") == "*** and ***"


def test_all_that_is_missing_is_told_at_once_with_who_needs_it() -> None:
    tasks = [task(f"t{n}", A="env:NOPE") for n in range(5)]
    tasks += [task("u", B="keyring:shop/x", C="keyring:broken/x")]
    with pytest.raises(SecretMissing) as caught:
        Secrets(plan_of(*tasks), environment={}, keyring=Ring()).check()
    first, second, third = str(caught.value).splitlines()
    assert first == (
        "the environment has no NOPE; set it before the run: export NOPE=…; "
        "it is for $A of 't0', $A of 't1', $A of 't2' and 2 more"
    )
    assert second.startswith("the keyring has no shop/x; set it before the run: keyring set shop x")
    assert third.startswith("the keyring cannot be read for broken/x: it is locked")
    assert caught.value.exit_code == 2


def test_nothing_is_missing_where_all_is_there() -> None:
    secrets = Secrets(plan_of(task(A="env:X")), environment={"X": ""})
    secrets.check()
    assert secrets.texts == ()


def test_without_the_package_the_keyring_is_told_to_be_installed() -> None:
    try:
        import keyring  # type: ignore[import-not-found]  # noqa: F401 - it is no dependency
    except ImportError:
        with pytest.raises(SecretMissing, match="pip install keyring"):
            Secrets(plan_of(task(A="keyring:a/b"))).check()


def test_what_a_task_pushed_as_secret_is_masked_from_then_on() -> None:
    secrets = Secrets(plan_of())
    secrets.learn({"user": ["hunter2!", 12345, None, True, b"bytes"], "x": 1})
    assert secrets.mask("hunter2! 12345 bytes user None True 1") == "*** *** *** *** None True 1"


def test_the_password_of_the_store_is_masked_as_tasks_have_it_in_their_environment() -> None:
    secrets = Secrets(plan_of(task()), environment={"FLOWDESK_STORE": "postgresql://me:pw@host/runs"})
    assert secrets.mask("FLOWDESK_STORE=postgresql://me:pw@host/runs") == (
        "FLOWDESK_STORE=postgresql://***host/runs"
    )
