from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from flowdesk.gui.inspector.json_text import JsonText, Part
from flowdesk.gui.inspector.json_walk import TooFar
from flowdesk.xcom.stored import Stored
from flowdesk.xcom.values import encode


def text_of(value: object) -> JsonText:
    return JsonText(encode(value).encode())


def parts_of(json: JsonText, part: Part | None = None, *, most: int = 100) -> list[Part]:
    """All parts of a part, asked for page by page."""
    found, rest, is_begun = [], None, False
    while rest is not None or not is_begun:
        page = json.page(part or json.whole(), rest, most=most)
        found += page.parts
        rest, is_begun = page.rest, True
    return found


def seen(value: object, *, most: int = 100) -> list[tuple[str, str, str]]:
    return [(part.label, part.type, part.shown) for part in parts_of(text_of(value), most=most)]


def test_parts_tell_their_key_type_and_how_they_begin() -> None:
    value = {
        "a": 1,
        "b": [1, 2.5],
        "한글": "값",
        "none": None,
        "when": date(2026, 1, 2),
        "price": Decimal("1.50"),
    }
    assert seen(value) == [
        ("a", "int", "1"),
        ("b", "list", "[2 items] 1, 2.5"),
        ("한글", "str", "값"),
        ("none", "None", "None"),
        ("when", "date", "2026-01-02"),
        ("price", "Decimal", "1.50"),
    ]


def test_tuples_sets_and_dicts_with_other_keys_are_shown_as_what_they_are() -> None:
    value = {"t": (1, 2), "s": {3}, "d": {1: "one", (2,): "two"}}
    assert [(label, kind) for label, kind, _ in seen(value)] == [("t", "tuple"), ("s", "set"), ("d", "dict")]
    json = text_of(value)
    of_dict = parts_of(json, parts_of(json)[2], most=1)
    assert [(part.label, part.shown) for part in of_dict] == [("1", "one"), ("(1 item) 2", "two")]


@pytest.mark.parametrize("most", [1, 2, 3, 7])
def test_pages_of_any_size_give_every_part_once(most: int) -> None:
    assert [label for label, _, _ in seen(list(range(7)), most=most)] == list("0123456")
    assert [label for label, _, _ in seen({key: {key: [key]} for key in "abc"}, most=most)] == list("abc")


def test_a_path_leads_to_every_part() -> None:
    json = text_of({"best": {"a name": [0, {"x": 1}]}})
    part = json.whole()
    for index in (0, 0, 1, 0):
        part = parts_of(json, part)[index]
    assert part.path == '.best["a name"][1].x'
    assert json.text(part) == "1"


def test_a_stored_file_within_a_value_is_a_part_without_parts() -> None:
    json = text_of([Stored("0" * 64, 5, "file", "a.csv")])
    (part,) = parts_of(json)
    assert (part.type, part.shown, part.inside) == ("file", "a.csv 5 B", None)


def test_values_of_classes_show_their_fields_without_their_class() -> None:
    json = JsonText(b'{"$model": ["nobody.has.this:Item", {"name": "tea", "price": 3}]}')
    assert json.whole().type == "nobody.has.this:Item"
    assert [(part.label, part.shown) for part in parts_of(json)] == [("name", "tea"), ("price", "3")]


def test_what_has_no_parts_is_empty() -> None:
    json = text_of([[], {}, (), [1], "x"])
    assert [json.is_empty(part) for part in parts_of(json)] == [True, True, True, False, True]


def test_the_first_page_does_not_wait_for_the_end_of_a_long_part() -> None:
    json = text_of({"a": 1, "long": ["x" * 100] * 100_000, "last": 2})
    page = json.page(json.whole())
    assert [part.label for part in page.parts] == ["a", "long"]
    with pytest.raises(TooFar):
        json.text(page.parts[1])
    assert [part.label for part in json.page(json.whole(), page.rest).parts] == ["last"]


def test_a_long_korean_text_is_a_part_as_any_other() -> None:
    ((label, kind, shown),) = seen(["가" * 50_000])
    assert (label, kind) == ("0", "str")
    assert shown.startswith("가가")
    assert len(shown) == 200
