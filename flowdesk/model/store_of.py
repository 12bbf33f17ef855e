"""Which store a pipeline file names, read without checking the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def store_url_of(path: Path) -> str | None:
    """The `[store] url` of a file, as written; None where it says none or cannot be read."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    if b"store" not in content:  # nearly all of them, which then need no parser
        return None
    import tomli

    try:
        table = tomli.loads(content.decode("utf-8")).get("store")
    except ValueError:
        return None
    url = table.get("url") if isinstance(table, dict) else None
    return url if isinstance(url, str) else None
