from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.inspector.content import Array, Nothing, Outline, Picture, Scalar, Table, Tree, Words
from flowdesk.gui.inspector.reading import read_value
from flowdesk.gui.inspector.wanted import Wanted
from flowdesk.xcom.files import Files
from flowdesk.xcom.keeping import keep
from flowdesk.xcom.kept import FileToKeep
from flowdesk.xcom.values import encode

if TYPE_CHECKING:
    from flowdesk.gui.inspector.content import Content
    from flowdesk.xcom.files import Writer, Writing


def shown(value: object, folder: Path) -> Content:
    """How a value is shown that was pushed into a store whose files lie in `folder`."""
    return read_value(keep(value, Files(folder)), folder, Wanted())


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.1, "0.1"), (10**30, str(10**30)), (True, "True"), (None, "None"), (Path("/a b"), "/a b")],
)
def test_what_is_read_at_a_glance_is_shown_in_full(value: object, text: str, tmp_path: Path) -> None:
    assert shown(value, tmp_path) == Scalar(text)


def test_a_text_is_shown_as_it_is(tmp_path: Path) -> None:
    assert shown("두 줄\nof text", tmp_path) == Words("두 줄\nof text")


def test_what_is_stored_as_a_file_for_its_length_is_still_a_text_or_a_number(tmp_path: Path) -> None:
    assert shown("가" * 60_000, tmp_path) == Words("가" * 60_000)
    content = shown(1 << 400_000, tmp_path)
    assert isinstance(content, Scalar)
    assert content.text.startswith("0x1000")


def test_bytes_are_shown_as_bytes(tmp_path: Path) -> None:
    content = shown(b"abc\x00", tmp_path)
    assert isinstance(content, Words)
    assert "61 62 63 00" in content.text
    assert content.text.endswith("abc.")


def test_what_has_parts_is_a_tree_small_or_from_a_file(tmp_path: Path) -> None:
    small, large = shown({"a": 1}, tmp_path), shown(list(range(20_000)), tmp_path)
    assert isinstance(small, Tree)
    assert isinstance(large, Tree)
    assert (small.is_small, large.is_small, len(large.first.parts)) == (True, False, 200)


def test_a_file_is_text_bytes_or_an_image_by_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    (tmp_path / "a.bin").write_bytes(bytes(range(256)))
    (tmp_path / "fake.png").write_text("no image")
    words = shown(FileToKeep(tmp_path / "a.csv"), tmp_path / "values")
    assert words == Words("a,b\n1,2\n", is_code=True)
    raw = shown(FileToKeep(tmp_path / "a.bin"), tmp_path / "values")
    assert isinstance(raw, Words)
    assert raw.text.startswith("00000000  00 01 02")
    assert shown(FileToKeep(tmp_path / "fake.png"), tmp_path / "values") == Words("no image", is_code=True)


@pytest.mark.usefixtures("qapp")
def test_an_image_is_made_smaller_than_the_largest_screen(tmp_path: Path) -> None:
    from PySide6.QtGui import QImage

    image = QImage(5000, 20, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    assert image.save(str(tmp_path / "wide.png"))
    content = shown(FileToKeep(tmp_path / "wide.png"), tmp_path / "values")
    assert isinstance(content, Picture)
    assert (content.width, content.height, content.image.width()) == (5000, 20, 2048)


def test_a_directory_lists_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "모델.bin").write_bytes(b"x" * 2048)
    content = shown(FileToKeep(tmp_path / "d"), tmp_path / "values")
    assert isinstance(content, Words)
    assert content.text.split() == ["2.0", "KiB", "모델.bin"]


def test_a_long_text_is_read_piece_by_piece(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("가" * 100_000)
    content = shown(FileToKeep(tmp_path / "long.txt"), tmp_path / "values")
    assert isinstance(content, Words)
    assert content.source is not None
    text = content.text
    while not content.source.is_over:
        text += content.source.more()
    assert text == "가" * 100_000


def test_arrays_and_tables_are_read_from_their_files(tmp_path: Path) -> None:
    import numpy as np
    import pyarrow as pa

    assert isinstance(shown(np.arange(10), tmp_path), Array)
    content = shown(pa.table({"n": [1, 2]}), tmp_path)
    assert isinstance(content, Table)
    assert content.rows.text(1, 0) == "2"


def test_without_the_libraries_shape_and_schema_are_told_and_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import numpy as np
    import pyarrow as pa

    files = Files(tmp_path)
    texts = [keep(value, files) for value in (np.zeros((3, 4)), pa.table({"n": [1, 2]}))]
    for name in ("numpy", "pyarrow"):
        monkeypatch.setitem(sys.modules, name, None)
    array, table = (read_value(text, tmp_path, Wanted()) for text in texts)
    assert isinstance(array, Outline)
    assert isinstance(table, Outline)
    assert (array.facts, "flowdesk[arrays]" in array.sentence) == (
        (("Shape", "3 x 4"), ("Type", "float64")),
        True,
    )
    assert (table.facts[-1], "flowdesk[tables]" in table.sentence) == (("n", "int64"), True)


def test_a_pickle_in_the_place_of_an_array_is_refused(tmp_path: Path) -> None:
    import numpy as np

    with (tmp_path / "evil.npy").open("wb") as file:
        np.save(file, np.array([print], dtype=object), allow_pickle=True)
    stored = Files(tmp_path).keep(_writer((tmp_path / "evil.npy").read_bytes()), "npy")
    content = read_value(encode(stored), tmp_path, Wanted())
    assert isinstance(content, Nothing)
    assert "allow_pickle=False" in content.sentence


def _writer(data: bytes) -> Writer:
    def write(file: Writing) -> dict[str, object]:
        file.write(data)
        return {}

    return write


def test_a_stored_file_that_is_gone_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a")
    text = keep(FileToKeep(tmp_path / "a.csv"), Files(tmp_path / "values"))
    for path in (tmp_path / "values").rglob("*"):
        if path.is_file():
            path.unlink()
    content = read_value(text, tmp_path / "values", Wanted())
    assert isinstance(content, Nothing)
    assert content.sentence.startswith("The stored file of this value is gone")
