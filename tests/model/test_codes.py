"""Codes are unique, well formed and explained."""

from __future__ import annotations

import re

from flowdesk.model.codes import Code


def test_no_code_is_used_twice() -> None:
    assert len(Code.__members__) == len(set(Code))


def test_every_code_is_a_text_of_its_form_with_an_explanation() -> None:
    for code in Code:
        assert re.fullmatch(r"FD[0-9]\d\d", code)
        assert code.explanation.endswith(".")
