"""The URL of a store names a database that flowdesk can keep runs in."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from flowdesk.model.store_url import check_store_url, check_values_place


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


@pytest.mark.parametrize("place", ["values", "/var/values", "s3://bucket/values", "sftp://me@host/values"])
def test_a_folder_or_a_url_without_a_password_is_a_place_for_values(place: str) -> None:
    assert check_values_place(place) == place


@pytest.mark.parametrize("place", ["memory://values", "s3://me:hunter2@bucket/values", "s3://[x"])
def test_a_place_that_is_lost_or_tells_a_password_is_none(place: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        check_values_place(place)
    assert "hunter2" not in str(refused.value)
