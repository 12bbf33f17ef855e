from __future__ import annotations

import pytest

from flowdesk.gui.details.facts import Fact, Goal, Link, Section
from flowdesk.gui.details.page_text import address_of, link_of, page_of

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("what", [("group.모델[3]", "a/b key"), ("x",), ("run__2026-01-01T00:00:00+00:00",)])
def test_a_link_is_found_again_by_its_address(what: tuple[str, ...]) -> None:
    link = Link(Goal.VALUE, what)
    assert link_of(address_of(link)) == link


def test_what_people_wrote_is_text_and_no_markup() -> None:
    page = page_of([Section("Carried <out>", (Fact("bash", "echo '<b>' &&\n  true", is_code=True),))])
    assert "<b>" not in page
    assert "&lt;b&gt;" in page
    assert "<br>&nbsp;&nbsp;true" in page


def test_a_section_without_facts_is_not_shown() -> None:
    assert page_of([Section("Pulled")]) == ""
