"""Secret texts under a mask, in every form in which a text may have them."""

from __future__ import annotations

import json
import shlex

import pytest

from flowdesk.engine.masks import MASK, Masks
from flowdesk.engine.shell_quoting import HOLE, Value, quote_into
from tests.engine.nasty import STRINGS

LONG = [text for text in STRINGS if len(text.strip()) >= 4]


@pytest.mark.parametrize("secret", LONG)
def test_a_secret_is_masked_as_it_is_and_in_json(secret: str) -> None:
    masks = Masks([secret])
    assert masks.mask(f"<{secret}>") == f"<{MASK}>"
    for ascii_only in (True, False):
        written = json.dumps({"a": secret}, ensure_ascii=ascii_only)
        assert masks.mask(written) == f'{{"a": "{MASK}"}}'


@pytest.mark.parametrize("secret", LONG)
def test_a_secret_is_masked_in_any_quotes_of_a_shell(secret: str) -> None:
    masks = Masks([secret])
    for place in (f"echo {HOLE} x", f'echo "a{HOLE}b"', f"echo '<{HOLE}>'", f"cat <<END\n<{HOLE}>\nEND\n"):
        assert secret.strip() not in masks.mask(quote_into(place, [Value(secret)]))
    assert MASK in masks.mask(shlex.quote(secret).replace("'\"'\"'", "'\\''"))


def test_each_line_of_a_secret_is_one_too() -> None:
    assert Masks(["first line\nsecond line\nx"]).mask("> second line <\nx") == f"> {MASK} <\nx"


def test_what_is_too_short_to_be_told_from_other_texts_is_left() -> None:
    masks = Masks(["", "abc", " a "])
    assert (masks.mask("abc a"), masks.texts) == ("abc a", ())


def test_the_longest_secret_is_masked_first() -> None:
    masks = Masks(["abcd"])
    masks.add("abcdef")
    assert masks.mask("abcdef abcd") == f"{MASK} {MASK}"
    assert masks.texts == ("abcdef", "abcd")


def test_without_secrets_nothing_is_masked() -> None:
    assert Masks().mask("text") == "text"
