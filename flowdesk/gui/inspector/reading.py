"""Reads a value as far as is needed to show it. Runs off the window's thread, and never code of a user's.

What is stored as a file is mapped into memory or read from its beginning, never as a whole; a class is never
imported, and numpy is told to refuse pickles.
"""

from __future__ import annotations

import mmap
import tarfile
from typing import TYPE_CHECKING

from flowdesk.gui.inspector.content import (
    Array,
    Content,
    Nothing,
    Outline,
    Picture,
    Scalar,
    Table,
    Tree,
    Words,
)
from flowdesk.gui.inspector.json_text import JsonText
from flowdesk.gui.inspector.long_text import PIECE, LongText, hex_lines
from flowdesk.gui.language import tr
from flowdesk.xcom.arrays import LibraryMissing
from flowdesk.xcom.files import FileLost, Unkept
from flowdesk.xcom.places import Places
from flowdesk.xcom.stored import readable, reference
from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.gui.inspector.wanted import Wanted
    from flowdesk.xcom.stored import Stored

LARGEST_SIDE = 2048
"""Pixels of an image's longer side, beyond which it is made smaller."""

_MOST_PACKED = 1000
_TEXT_HEAD = 4096
_IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".svg", ".webp", ".ico", ".ppm", ".pgm", ".xpm", ".tiff")


def read_value(text: str, folder: Path, wanted: Wanted) -> Content:
    """What there is to show of a value's text; stored files lie in `folder`, or where they say."""
    try:
        stored = reference(text)
        return _inline(text) if stored is None else _stored(stored, folder, wanted)
    except (FileLost, Unkept, OSError, ValueError) as error:
        return Nothing(as_sentence(str(error)))


def _inline(text: str) -> Content:
    if text.startswith('"'):
        return Words(str(decode(text)))
    if text.startswith('{"$bytes": '):
        data = decode(text)
        return Words(hex_lines(data if isinstance(data, bytes) else b""), is_code=True)
    json = JsonText(text.encode())
    whole = json.whole()
    if whole.inside is not None:
        return Tree(json, whole, json.page(whole))
    if text.startswith('{"$str": '):
        return Words(ascii(decode(text)), is_code=True)
    return Scalar(_scalar(text))


def _scalar(text: str) -> str:
    """A value without parts, in full."""
    if not text.startswith("{"):
        return {"true": "True", "false": "False", "null": "None"}.get(text, text)  # not said: Python
    value = decode(text)
    if isinstance(value, int) and not isinstance(value, bool):
        return hex(value)  # the only ones that are not written as they are, for their length
    return str(value)


def _stored(stored: Stored, folder: Path, wanted: Wanted) -> Content:
    path = Places(folder).path(stored)
    try:
        return _READERS[stored.form](path, stored, wanted)
    except LibraryMissing as error:
        return Outline(_facts(stored), as_sentence(str(error)))


def _array(path: Path, _stored: Stored, wanted: Wanted) -> Content:
    from flowdesk.gui.inspector.array_summary import summary_of

    return Array(summary_of(path, wanted))


def _table(path: Path, _stored: Stored, _wanted: Wanted) -> Content:
    from flowdesk.gui.inspector.arrow_rows import ArrowRows

    return Table(ArrowRows(path))


def _tree(path: Path, _stored: Stored, wanted: Wanted) -> Content:
    with path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    json = JsonText(data, wanted)
    whole = json.whole()
    if whole.inside is None:  # a text of Korean letters, or a number of a hundred thousand digits
        return _inline(bytes(data).decode())
    return Tree(json, whole, json.page(whole), is_small=False)


def _text(path: Path, stored: Stored, _wanted: Wanted) -> Content:
    return _words(path, stored.size)


def _directory(path: Path, _stored: Stored, wanted: Wanted) -> Content:
    return Words(_packed(path, wanted), is_code=True)


def _words(path: Path, size: int, *, is_code: bool = False) -> Content:
    source = LongText(path, size)
    text = source.more()
    return Words(text, None if source.is_over else source, is_code=is_code)


def _file(path: Path, stored: Stored, _wanted: Wanted) -> Content:
    """A file as the image that its name says, or as text, if it begins like one; else as bytes."""
    if (picture := _picture(path, stored)) is not None:
        return picture
    with path.open("rb") as file:
        head = file.read(_TEXT_HEAD)
        if not _is_text(head):
            head += file.read(PIECE // 8 - len(head))
            more = (
                "\n" + tr("… {size} more").format(size=readable(stored.size - len(head)))
                if stored.size > len(head)
                else ""
            )
            return Words(hex_lines(head) + more, is_code=True)
    return _words(path, stored.size, is_code=True)


def _is_text(head: bytes) -> bool:
    if b"\0" in head:
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(head) - 3  # a character that the beginning ends in the middle of
    return True


def _picture(path: Path, stored: Stored) -> Content | None:
    """A file that says by its name that it is an image, if it is one."""
    if not (stored.name or "").lower().endswith(_IMAGES):
        return None
    from PySide6.QtCore import QFile, QIODevice
    from PySide6.QtGui import QImageReader

    file = QFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return None
    reader = QImageReader(file)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > LARGEST_SIDE:
        from PySide6.QtCore import QSize, Qt

        side = QSize(LARGEST_SIDE, LARGEST_SIDE)
        reader.setScaledSize(size.scaled(side, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    return Picture(image, size.width() or image.width(), size.height() or image.height())


def _packed(path: Path, wanted: Wanted) -> str:
    """The names and sizes of what is in an archive. Nothing is unpacked."""
    lines: list[str] = []
    with tarfile.open(path, "r:") as archive:
        for member in archive:
            wanted.check()
            if len(lines) == _MOST_PACKED:
                lines.append("…")
                break
            size = readable(member.size) if member.isreg() else tr("link") if member.issym() else tr("folder")
            lines.append(f"{size:>12}  {member.name}")
    return "\n".join(lines) or tr("An empty directory")


def _facts(stored: Stored) -> tuple[tuple[str, str], ...]:
    """What the reference of an array or a table tells by itself."""
    about = stored.about
    if stored.form == "npy":
        shape = " x ".join(map(str, about.get("shape", ()))) or tr("a single number")
        return ((tr("Shape"), shape), (tr("Type"), str(about.get("dtype", ""))))
    columns = [(str(name), str(kind)) for name, kind in about.get("columns", ())]
    return ((tr("Rows"), f"{about.get('rows', 0):,}"), (tr("Columns"), f"{len(columns):,}"), *columns)


def as_sentence(text: str) -> str:
    """What an error says, with a capital and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


_READERS = {
    "npy": _array,
    "arrow": _table,
    "json": _tree,
    "text": _text,
    "directory": _directory,
    "file": _file,
    "bytes": _file,
}
