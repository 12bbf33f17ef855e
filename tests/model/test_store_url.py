"""The URL of a store names a database that flowdesk can keep runs in."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from flowdesk.model.store_url import check_store_url


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:///.flowdesk/flowdesk.db",
        "sqlite:////var/lib/flowdesk.db",
        "postgresql://me@host:5432/runs",
        "mysql://host/runs",
    ],
)
def test_a_url_of_a_known_database_is_fine(url: str) -> None:
    assert check_store_url(url) == url


@pytest.mark.parametrize(
    ("url", "suggestion"),
    [
        ("", None),
        ("flowdesk.db", 'write "sqlite:///flowdesk.db"'),
        ("postgres://host/runs", "did you mean 'postgresql'?"),
        ("sqllite:///x.db", "did you mean 'sqlite'?"),
        ("sqlite://x.db", "three slashes, then the path: sqlite:///.flowdesk/flowdesk.db"),
        ("sqlite:///", "three slashes, then the path: sqlite:///.flowdesk/flowdesk.db"),
        ("mysql:///runs", None),
        ("postgresql://[x/runs", None),
    ],
)
def test_any_other_url_is_refused_with_a_way_out(url: str, suggestion: str | None) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        check_store_url(url)
    context = refused.value.context
    assert context is not None
    assert (context["code"], context["suggestion"]) == ("FD116", suggestion)
