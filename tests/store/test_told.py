from __future__ import annotations

import json

import pytest

from flowdesk.store.told import told, told_value


@pytest.mark.parametrize("values", [(0, None), (0.0, "é\ud800"), (False, ("b", "c")), (1, 1.0), (1.0, 1)])
def test_an_object_is_told_as_json_does(values: tuple[object, ...]) -> None:
    for _ in range(2):
        assert told(("a", "b"), *values) == json.dumps(dict(zip(("a", "b"), values, strict=True)))


@pytest.mark.parametrize("text", ["0.5", 'a "quoted" \\ line\n', "한글 \ud800 😀", ""])
def test_a_value_is_told_as_json_does(text: str) -> None:
    data = {"key": text, "type": text, "size": 12, "preview": text}
    assert told_value(text, text, 12, text) == json.dumps(data)
