from __future__ import annotations

from pathlib import Path

import pytest

from flowdesk.errors import UsageError
from flowdesk.store.address import VARIABLE, address_of, url_for

HOME = Path("/home/of")


@pytest.mark.parametrize(
    ("url", "path"),
    [
        (None, "/home/of/flowdesk.db"),
        ("", "/home/of/flowdesk.db"),
        ("sqlite:////var/lib/runs.db", "/var/lib/runs.db"),
        ("sqlite:///here/runs.db", "/folder/here/runs.db"),
        ("sqlite:///../my%20runs%3F.db", "/my runs?.db"),
    ],
)
def test_a_url_of_a_file_means_its_path(url: str | None, path: str) -> None:
    address = address_of(url, home=HOME, folder=Path("/folder"))
    assert (str(address.path), address.shown, address.scheme) == (path, path, "sqlite")
    assert address_of(address.whole, home=HOME).path == address.path


@pytest.mark.parametrize(
    "url", ["runs.db", "sqlite://runs.db", "sqlite:///", "postgres://h/d", "mysql:/d", "postgresql://h:x/d"]
)
def test_what_is_no_url_of_a_store_is_refused(url: str) -> None:
    with pytest.raises(UsageError, match="the store's URL"):
        address_of(url, home=HOME)


def test_a_password_with_an_at_sign_must_be_quoted_and_is_not_shown() -> None:
    with pytest.raises(UsageError, match="write it as %40") as refused:
        address_of("postgresql://me:hunt@er2@host/runs", home=HOME)
    assert "er2" not in str(refused.value)


def test_the_variable_comes_before_the_file_and_counts_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "sub" / "p.toml"
    file.parent.mkdir()
    file.write_text('[store]\nurl = "sqlite:///runs.db"\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(VARIABLE, raising=False)
    assert url_for(None) is None
    assert url_for(file) == f"sqlite:///{file.parent}/runs.db"
    monkeypatch.setenv(VARIABLE, "sqlite:///mine.db")
    assert url_for(file) == f"sqlite:///{tmp_path}/mine.db"


@pytest.mark.parametrize(
    "text", ["", "[tasks", '[store]\nvalues = "x"\n', "store = 3\n", "[store]\nurl = 3\n"]
)
def test_a_file_that_names_no_store_has_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "p.toml").write_text(text)
    assert url_for(tmp_path / "p.toml") is None
    assert url_for(tmp_path / "none.toml") is None
