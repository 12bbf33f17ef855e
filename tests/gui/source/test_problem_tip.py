from __future__ import annotations

import pytest

from flowdesk.gui.source.problem_tip import tip_of
from tests.gui.source.test_source_text import ERROR, WARNING

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_tip_says_all_that_is_known_and_no_text_of_it_is_markup() -> None:
    tip = tip_of([ERROR, WARNING])
    assert "FD101" in tip
    assert "unknown &lt;field&gt;" in tip
    assert "did you mean &#x27;x&#x27;?" in tip
    assert "pushed here: q.toml, line 7" in tip
    assert tip_of([]) == ""
