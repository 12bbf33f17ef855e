from __future__ import annotations

from flowdesk.gui.canvas.links import Link, LinkKey
from flowdesk.gui.canvas.value_way import Way


def test_a_value_goes_along_the_lines_of_its_key_to_those_who_pulled_it() -> None:
    way = Way("models.a", "score", frozenset({"choose"}))
    keys = (LinkKey("models.a", "score", ("scores",)),)
    assert way.goes_along(Link("models.a", "choose", keys))
    assert way.goes_along(Link("models", "choose", keys))
    assert not way.goes_along(Link("models.a", "choose", (LinkKey("models.a", "other"),)))
    assert not way.goes_along(Link("models.a", "report", keys))
    assert not way.goes_along(Link("models", "choose", (LinkKey("models.ab", "score"),)))
