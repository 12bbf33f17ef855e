"""Where a store is: what its URL means, and how it is told to people, without the password.

`--store URL`, `$FLOWDESK_STORE` and `[store] url` of the pipeline's file, in this order; else the file of
the home. A relative SQLite file counts from the pipeline's folder where its file says so, else from the
current one.
"""

from __future__ import annotations

import os
import urllib.parse
from pathlib import Path

from flowdesk.errors import UsageError
from flowdesk.records import NamedTuple
from flowdesk.store.database import sqlite_file
from flowdesk.xcom.passwords import STORE, masked

VARIABLE = STORE
SERVED = ("postgresql", "mysql")


class Address(NamedTuple):
    """A SQLite file's `path`, or the `url` of a database on a server, which may hold a password."""

    path: Path | None = None
    url: str = ""

    def __repr__(self) -> str:
        return f"Address({self.shown!r})"

    @property
    def scheme(self) -> str:
        """Which database it is: sqlite, postgresql or mysql."""
        return "sqlite" if self.path else urllib.parse.urlsplit(self.url).scheme

    @property
    def whole(self) -> str:
        """The URL that means the same from everywhere, with its password."""
        return f"sqlite:///{urllib.parse.quote_from_bytes(os.fsencode(self.path))}" if self.path else self.url

    @property
    def shown(self) -> str:
        """The path or URL as sentences name it."""
        return str(self.path) if self.path else masked(self.url)


def address_of(url: str | None, *, home: Path, folder: Path | None = None) -> Address:
    """What a URL means; without one, the home's own file. A relative file counts from `folder`.

    Raises:
        UsageError: it is none, or of a database that flowdesk does not know.
    """
    if not url:
        return Address(sqlite_file(home))
    try:
        parts = urllib.parse.urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise UsageError(f"the store's URL {masked(url)} is none ({error})") from None
    if parts.netloc.count("@") > 1:
        raise UsageError(f"the store's URL {masked(url)} has an @ in its password: write it as %40")
    if parts.scheme in SERVED and parts.netloc:
        return Address(url=url)
    if parts.scheme == "sqlite" and not parts.netloc and parts.path.strip("/"):
        written = urllib.parse.unquote(url.removeprefix("sqlite:///").partition("?")[0])
        return Address(Path(os.path.abspath((folder or Path.cwd()) / written)))  # noqa: PTH100 - symlinks stay
    raise UsageError(
        f"the store's URL {masked(url)} must be sqlite:///FILE, postgresql://HOST/DATABASE "
        "or mysql://HOST/DATABASE"
    )


def url_for(file: Path | None) -> str | None:
    """The URL of the store that is meant, where a pipeline's file is known; None: the file of the home."""
    if given := os.environ.get(VARIABLE):
        return whole(given, Path.cwd())
    if file is None:
        return None
    from flowdesk.model.store_of import store_url_of

    written = store_url_of(file)
    return whole(written, file.parent) if written else None


def whole(url: str, folder: Path) -> str:
    """The URL as it means the same everywhere: that of a relative file counts from `folder`."""
    path = url.removeprefix("sqlite:///")
    if path == url or path.startswith("/"):
        return url
    return f"sqlite:///{urllib.parse.quote(str(folder.absolute()))}/{path}"
