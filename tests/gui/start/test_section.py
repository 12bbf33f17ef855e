"""A list of pipelines on the start page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from flowdesk.gui.start.row import RowWords
from flowdesk.gui.start.section import FEW_MORE, MOST, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def section(qtbot: QtBot) -> Iterator[Section]:
    around = QWidget()
    qtbot.addWidget(around)
    made = Section("Folder", "Nothing", around, cut=True)
    around.show()
    yield made  # noqa: PT022 - what is around it would be gone otherwise


def rows(count: int) -> list[RowWords]:
    return [RowWords(Path(f"{n}.toml"), str(n)) for n in range(count)]


def shown(section: Section) -> int:
    return sum(not row.isHidden() for row in section.rows)


def test_a_long_list_is_cut_until_all_of_it_is_asked_for(section: Section) -> None:
    section.list_rows(rows(200))
    assert shown(section) == MOST
    assert "200" in section.more.text()

    section.more.click()

    assert shown(section) == 200
    assert section.more.isHidden()


def test_a_few_more_rows_are_not_worth_a_button(section: Section) -> None:
    section.list_rows(rows(MOST + FEW_MORE))
    assert shown(section) == MOST + FEW_MORE
    assert section.more.isHidden()


def test_in_two_columns_the_first_half_stands_left(section: Section, qtbot: QtBot) -> None:
    section.list_rows(rows(5))
    section.set_columns(2)
    section.resize(900, 400)
    qtbot.waitUntil(lambda: section.rows[3].x() > section.rows[0].x())

    lefts = [row.x() for row in section.rows]

    assert lefts[0] == lefts[1] == lefts[2] < lefts[3] == lefts[4]
