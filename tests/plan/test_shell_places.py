"""Values that no quotes can make data are found before a run."""

from __future__ import annotations

import pytest

from flowdesk.plan.shell_places import unquotable


@pytest.mark.parametrize(
    ("text", "why", "offset"),
    [
        ("echo {{ a }} `date {{ b }}`", "backticks", 19),
        ("eval {{ a }}", "run it as code", 5),
        ("echo $(cat <<E\n{{ a }}\n)", "not closed", 15),
    ],
)
def test_a_value_that_cannot_be_quoted_is_told_with_its_place(text: str, why: str, offset: int) -> None:
    found = unquotable(text)
    assert found is not None
    assert why in found[0]
    assert found[1] == offset


@pytest.mark.parametrize(
    "text",
    [
        "echo {{ a }} '{{ b }}' \"{{ c }}\"",
        "echo `date` {{ a }}",
        "eval {{ a | raw }}",
        "{% if a %}eval {{ a }}{% endif %}",
        "cat <<E\n{{ a }}\nE\n",
        "echo {# `{{ a }}` #} {{ '}}' }}",
    ],
)
def test_what_can_be_quoted_or_is_only_known_in_a_run_is_let_through(text: str) -> None:
    assert unquotable(text) is None
