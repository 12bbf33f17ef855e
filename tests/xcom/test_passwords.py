from __future__ import annotations

import pytest

from flowdesk.xcom.passwords import hide, masked, secrets_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("postgresql://me:p%40ss@h:5432/d", "postgresql://me:***@h:5432/d"),
        ("mysql://:x@h/d", "mysql://:***@h/d"),
        ("postgresql://h/d?user=me&password=x&a=1", "postgresql://h/d?user=me&password=***&a=1"),
        (
            "it says mysql://a:b@c/d twice: mysql://a:b@c/d",
            "it says mysql://a:***@c/d twice: mysql://a:***@c/d",
        ),
        ("sqlite:////home/a:b@c/x.db", "sqlite:////home/a:b@c/x.db"),
        ("postgresql:/me:pw@host/runs", "postgresql:/me:***@host/runs"),
    ],
)
def test_a_password_is_masked_wherever_it_stands(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize(
    ("url", "secret"),
    [
        ("postgresql://me:postgres@host/postgres", ["me:postgres@"]),
        ("mysql://me@host/runs?ssl_key_password=pw", ["ssl_key_password=pw"]),
        ("postgresql://me@host/runs", []),
        ("", []),
    ],
)
def test_the_secret_part_of_a_url_is_more_than_a_word(url: str, secret: list[str]) -> None:
    assert secrets_of(url) == secret


def test_an_environment_says_which_store_is_meant_and_lets_nobody_in() -> None:
    environment = {"FLOWDESK_STORE": "postgresql://me:pw@host/runs", "OTHER": "x://a:b@c"}
    hide(environment)
    assert environment == {"FLOWDESK_STORE": "postgresql://me:***@host/runs", "OTHER": "x://a:b@c"}
    empty: dict[str, str] = {}
    hide(empty)
    assert empty == {}
