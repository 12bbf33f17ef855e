"""What a template uses, and where, is read without rendering it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesk.plan.jinja_text import is_template, read_template


def uses(text: str) -> list[tuple[str, str]]:
    """What is used, and the text at its place."""
    return [
        (".".join(use.path), text[use.offset : use.offset + use.length]) for use in read_template(text).uses
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ ds }}", [("ds", "ds")]),
        ("a {{ pull.x }} b {{ pull['y'] }}", [("pull.x", "x"), ("pull.y", "'y'")]),
        ("{{ params.n + 1 }}{{ params.n }}", [("params.n", "n"), ("params.n", "n")]),
        ("{% for x in pull.xs %}{{ x }}{% endfor %}", [("pull.xs", "xs")]),
        ("{% set a = ds %}{{ a }}", [("ds", "ds")]),
        ("{{ ds | upper }}", [("ds", "ds")]),
        ("{{ ds | uper }}", [("ds", "ds"), ("|.uper", "uper")]),
        ("{{ f(ds=1) }}", [("f", "f")]),
        ("{{ range(3) }}", []),
        ("{% raw %}{{ x }}{% endraw %}", []),
        ("{# {{ x }} #}{{ ts }}", [("ts", "ts")]),
        ("x\n\n  {{- ds -}}  \n{{ ts }}", [("ds", "ds"), ("ts", "ts")]),
        ("한국어 {{ ds }}", [("ds", "ds")]),
    ],
)
def test_unbound_names_are_found_at_their_places(text: str, expected: list[tuple[str, str]]) -> None:
    assert uses(text) == expected


@pytest.mark.parametrize(
    ("text", "fault", "rest"),
    [
        ("echo {{ ds", "the template is not closed before its end", "{{ ds"),
        ("echo {{ ds }", "unexpected '}'", "}"),
        ("echo {{ ds ds }}", "'}}' must follow here", "ds }}"),
        ("echo {{ }}", "a name or a value must stand here", "{{ }}"),
        ("{% if ds %} x", "'{% if %}' is not closed by '{% endif %}'", "{% if ds %} x"),
        ("{% fi %}", "encountered unknown tag 'fi'", "fi %}"),
        ("{{ ds ? 1 }}", "'?' means nothing in a template", "? 1 }}"),
        ("{{ ds }} ${#x}", "the comment that '{#' begins is not closed", "{#x}"),
    ],
)
def test_a_broken_rule_is_told_where_it_is_broken(text: str, fault: str, rest: str) -> None:
    template = read_template(text)
    assert template.fault is not None
    assert template.fault.startswith(fault)
    assert text[template.offset :] == rest


@given(st.text(alphabet="{}%# |.'a\n[]-", max_size=30))
def test_no_text_breaks_the_reading(text: str) -> None:
    if is_template(text):
        template = read_template(text)
        assert 0 <= template.offset <= len(text)
        assert all(0 <= use.offset <= len(text) - use.length for use in template.uses)


def test_jinja_is_not_imported_for_a_file_without_templates() -> None:
    code = "import sys, flowdesk.plan.build; assert 'jinja2' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
