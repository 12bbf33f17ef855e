"""What stands in a value's place where the value itself is a stored file: a reference, as JSON text.

    {"$": "stored", "sha256": "…", "size": 3221225600, "form": "npy", "name": null, "about": {"shape": […]}}

`form` is how the bytes are to be read: `file` and `bytes` as they are, `directory` as a tar archive, `npy`
and `arrow` (an Arrow IPC file) as numpy and pyarrow do, `json` as what `xcom.values` writes, `text` in UTF-8.
`name` is a file's own name. `about` tells enough for a line in a table, so that nobody opens it for one.
`at` is where the file lies, a URL or a folder; absent, in the folder `values` of the home. In a value, a
reference may also stand for a part of it: a list of files is a list of references.
"""

from __future__ import annotations

import json
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

TYPES = {
    "file": "file",
    "directory": "file",
    "npy": "array",
    "arrow": "table",
    "text": "str",
    "bytes": "bytes",
}
"""The type that a stored file has by its form; of `json`, `about` tells it."""

MARK = '{"$": "stored"'
_REFERENCE = re.compile(r'\{"\$": "stored", "sha256": "[0-9a-f]{64}"')
_HASH = re.compile("[0-9a-f]{64}")


class Stored:
    """A reference to a stored file; `size` in bytes. No tuple: it may lie in a user's value."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a reference says
        self,
        sha256: str,
        size: int,
        form: str,
        name: str | None = None,
        about: dict[str, Any] | None = None,
        at: str | None = None,
    ) -> None:
        self.sha256 = sha256
        self.size = size
        self.form = form
        self.name = name
        self.about = {} if about is None else about
        self.at = at

    def __eq__(self, other: object) -> bool:
        return type(other) is Stored and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((self.sha256, self.form, self.name, self.at))

    def __repr__(self) -> str:
        return f"Stored({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    @property
    def type(self) -> str:
        """The name of the value's type."""
        return str(TYPES.get(self.form) or self.about.get("type", "any"))

    def tree(self) -> dict[str, Any]:
        """The reference as the json module writes it."""
        written = {"$": "stored", **vars(self)}
        if self.at is None:
            del written["at"]
        return written

    @classmethod
    def of(cls, tree: dict[str, Any]) -> Stored:
        """What `tree` gave.

        Raises:
            ValueError: it is no reference.
        """
        fields = {name: value for name, value in tree.items() if name in _FIELDS}
        try:
            found = cls(**fields)
        except TypeError as error:
            raise ValueError(f"not a reference to a stored file: {error}") from None
        if not _HASH.fullmatch(str(found.sha256)):
            raise ValueError(f"not the hash of a stored file: {found.sha256!r}")
        return found

    def __str__(self) -> str:
        return summary(self)


_FIELDS = frozenset(vars(Stored("", 0, "")))


def reference(text: str) -> Stored | None:
    """The reference that a value's text is as a whole; None where the text is the value."""
    return Stored.of(json.loads(text)) if text.startswith(MARK) else None


def references(text: str) -> Iterator[Stored]:
    """All references in a value's text; text that only looks like one may be among them."""
    decoder = json.JSONDecoder()
    for found in _REFERENCE.finditer(text):
        try:
            yield Stored.of(decoder.raw_decode(text, found.start())[0])
        except ValueError:  # a text that has been pushed, with the signs of one in it
            continue


def size_of(text: str) -> int:
    """The bytes that a value takes: its text, and all the files that it refers to."""
    whole = reference(text)
    if whole is not None:
        return whole.size
    return len(text.encode()) + (sum(one.size for one in references(text)) if MARK in text else 0)


def summary(stored: Stored) -> str:
    """A stored file in a few words: what it is, how large and how it begins."""
    about = stored.about
    size = readable(stored.size)
    if "preview" in about:
        return str(about["preview"])
    if stored.form == "npy":
        return f"array {about.get('dtype')} [{' x '.join(map(str, about.get('shape', ())))}], {size}"
    if stored.form == "arrow":
        return f"table {about.get('rows', 0):,} rows x {len(about.get('columns', ()))} columns, {size}"
    if stored.form == "directory":
        return f"{stored.name or 'directory'}/ {about.get('files', 0):,} files, {size}"
    return f"{stored.name or stored.type} {size}"


def readable(size: int) -> str:
    """A size for people: "512 B", "3.2 GiB"."""
    number = float(size)
    for unit in ("B", "KiB", "MiB", "GiB"):
        if number < 1024:  # noqa: PLR2004 - by units
            return f"{number:.0f} B" if unit == "B" else f"{number:.1f} {unit}"
        number /= 1024
    return f"{number:,.1f} TiB"
