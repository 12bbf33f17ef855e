from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.log.code_places import CodePlace, code_places, find_file

if TYPE_CHECKING:
    from pathlib import Path


def test_the_place_of_a_traceback_is_known() -> None:
    text = '  File "/srv/etl.py", line 7, in load'
    assert code_places(text) == [CodePlace(2, 28, "/srv/etl.py", 7)]


def test_a_file_with_a_line_is_known_and_a_time_or_an_address_is_not() -> None:
    (place,) = code_places("at 11:47:39 in src/etl.py:42: from http://host:8080/x")
    assert (place.file, place.line) == ("src/etl.py", 42)


def test_a_file_is_looked_for_beside_the_pipeline(tmp_path: Path) -> None:
    (tmp_path / "etl.py").touch()
    assert find_file("etl.py", tmp_path) == tmp_path / "etl.py"
    assert find_file(str(tmp_path / "etl.py"), None) == tmp_path / "etl.py"
    assert find_file("none.py", tmp_path) is None
