from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.model.store_of import store_url_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ('[store]\nurl = "mysql://h/d"\n[tasks.a]\nwrong = 1\n', "mysql://h/d"),
        ('[store]\nvalues = "x"\n', None),
        ("store = 1\n", None),
        ("[store]\nurl = 1\n", None),
        ("[store\n", None),
        ("store \xff", None),
        ("", None),
    ],
)
def test_the_url_is_found_however_wrong_the_rest_is(tmp_path: Path, text: str, url: str | None) -> None:
    file = tmp_path / "p.toml"
    file.write_bytes(text.encode("latin-1"))
    assert store_url_of(file) == url


def test_a_file_that_is_not_there_names_none(tmp_path: Path) -> None:
    assert store_url_of(tmp_path / "none.toml") is None
