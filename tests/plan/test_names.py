"""A reference stands for what its author meant, or for nothing."""

from __future__ import annotations

import pytest

from flowdesk.plan.names import Named, Names, groups_around

NAMES = Names(["load", "g.a", "g.h.b", "x.c", "g.d"], ["g.h", "empty"])


@pytest.mark.parametrize(
    ("reference", "meant"),
    [
        ("load", Named(("load",))),
        ("g.h.b", Named(("g.h.b",))),
        ("g", Named(("g.a", "g.h.b", "g.d"), group="g")),
        ("g.*", Named(("g.a", "g.h.b", "g.d"), group="g", is_glob=True)),
        ("g.h.*", Named(("g.h.b",), group="g.h", is_glob=True)),
        ("?.[abc]", Named(("g.a", "x.c"), is_glob=True)),
        ("nothing*", Named((), is_glob=True)),
        ("a", None),
        ("empty", Named((), group="empty")),
    ],
)
def test_a_reference_stands_for_tasks_in_the_files_order(reference: str, meant: Named | None) -> None:
    assert NAMES.resolve(reference) == meant


def test_groups_come_after_their_parents() -> None:
    assert list(Names([], ["a.b.c", "a"]).groups) == ["a", "a.b", "a.b.c"]


def test_the_groups_around_an_id_are_its_prefixes() -> None:
    assert groups_around("a.b.c") == ("a", "a.b")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("laod", "load"), ("b", "g.h.b"), ("emtpy", "empty"), ("g.h.d", "g.h.b"), ("zzz", None)],
)
def test_the_nearest_name_is_found(written: str, meant: str | None) -> None:
    assert NAMES.nearest(written) == meant
