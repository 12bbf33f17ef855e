from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.xcom.comparable import comparable
from flowdesk.xcom.files import FileLost, Files
from flowdesk.xcom.keeping import keep
from flowdesk.xcom.stored import Stored

if TYPE_CHECKING:
    from pathlib import Path

NUMBERS = list(range(30_000))
MIB = 1 << 20


def test_a_stored_value_is_opened_unless_it_is_too_large(tmp_path: Path) -> None:
    text = keep(NUMBERS, Files(tmp_path))
    assert comparable(text, tmp_path, largest=MIB) == NUMBERS
    assert isinstance(comparable(text, tmp_path, largest=10), Stored)


def test_a_small_value_is_itself(tmp_path: Path) -> None:
    assert comparable("[1, 2]", tmp_path, largest=MIB) == [1, 2]


def test_a_lost_file_is_told(tmp_path: Path) -> None:
    text = keep(NUMBERS, Files(tmp_path))
    with pytest.raises(FileLost):
        comparable(text, tmp_path / "elsewhere", largest=MIB)
