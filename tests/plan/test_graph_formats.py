from __future__ import annotations

import pytest

from flowdesk.plan.graph_formats import GraphFormat, format_of


@pytest.mark.parametrize("form", GraphFormat)
def test_a_file_with_the_formats_own_ending_is_of_that_format(form: GraphFormat) -> None:
    assert format_of(f"graph{form.suffix}") is form
    assert format_of(f"graph{form.suffix.upper()}") is form


def test_an_ending_that_says_nothing_is_no_format() -> None:
    assert format_of("graph.jpg") is None
    assert format_of("svg") is None
    assert format_of("graph.gv") is GraphFormat.DOT
