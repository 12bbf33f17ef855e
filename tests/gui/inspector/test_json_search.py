from __future__ import annotations

from flowdesk.gui.inspector.json_search import find
from flowdesk.gui.inspector.json_text import JsonText
from flowdesk.xcom.values import encode

VALUE = {"Score": 1, "runs": [{"name": "score of 가"}, {"note": 'a "quoted" one'}, "score"], "n": (10, 20)}


def found(words: str, *, most: int = 100) -> list[str]:
    return [part.label for part in find(JsonText(encode(VALUE).encode()), words, most=most).parts]


def test_keys_and_values_are_found_and_called_by_their_paths() -> None:
    assert found("score") == ["Score", "runs[0].name", "runs[2]"]


def test_what_is_written_with_escapes_and_in_korean_is_found() -> None:
    assert found('a "quoted"') == ["runs[1].note"]
    assert found("가") == ["runs[0].name"]


def test_a_search_is_content_with_so_many() -> None:
    result = find(JsonText(encode(["x"] * 10).encode()), "x", most=3)
    assert ([part.label for part in result.parts], result.is_all) == (["[0]", "[1]", "[2]"], False)


def test_a_key_and_what_lies_in_it_are_both_found() -> None:
    json = JsonText(encode({"best": {"best": "best"}, "other": 1}).encode())
    assert [part.label for part in find(json, "best").parts] == ["best", "best.best"]


def test_nothing_is_found_where_nothing_is() -> None:
    assert found("absent") == []
