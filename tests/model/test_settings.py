"""Settings in their short and long forms mean the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.model.reader import read

if TYPE_CHECKING:
    from flowdesk.model.settings import Settings


def defaults(fields: str) -> Settings:
    document = read(Path("p.toml"), text=f"[defaults]\n{fields}\n[tasks.a]")
    assert document.problems == []
    assert document.pipeline is not None
    return document.pipeline.defaults


def test_variables_written_and_taken_from_elsewhere_are_told_apart() -> None:
    said = defaults("env = { A = 'b', T = { from = 'env:TOKEN' }, K = { from = 'keyring:shop/key' } }")
    assert said.env == {"A": "b"}
    assert said.env_from == {"T": "env:TOKEN", "K": "keyring:shop/key"}


@pytest.mark.parametrize(("written", "factor"), [("true", 2.0), ("false", 1.0), ("3", 3.0), ("1.5", 1.5)])
def test_a_backoff_is_a_factor(written: str, factor: float) -> None:
    assert defaults(f"retry_backoff = {written}").retry_backoff == factor


@pytest.mark.parametrize(("written", "codes"), [("99", (99,)), ("[1, 2]", (1, 2)), ("[]", ())])
def test_exit_codes_are_one_or_several(written: str, codes: tuple[int, ...]) -> None:
    assert defaults(f"skip_on_exit_code = {written}").skip_on_exit_code == codes


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("'desktop'", (("failed",), True, None)),
        ("{ desktop = true }", (("failed",), True, None)),
        ("{ on = 'success', command = ['mail', 'me'] }", (("success",), False, ("mail", "me"))),
    ],
)
def test_whom_to_notify_is_a_word_or_a_table(written: str, told: tuple[object, ...]) -> None:
    notify = defaults(f"notify = {written}").notify
    assert notify is not None
    assert (notify.on, notify.desktop, notify.command) == told


def test_what_is_not_written_is_not_set() -> None:
    assert defaults("retries = 1").model_fields_set == {"retries"}
