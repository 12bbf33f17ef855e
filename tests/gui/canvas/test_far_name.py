from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF

from flowdesk.gui.canvas.detail import Detail
from flowdesk.gui.canvas.far_name import FarName

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink

CARD = QRectF(0, 0, 184, 84)


@pytest.mark.parametrize(("detail", "most"), [(Detail.NAME, 3), (Detail.LARGE_NAME, 2)])
@pytest.mark.parametrize(
    "name", ["a", "choose_best_model_of_all", "x" * 300, "가장 좋은 모형을 고르는 일" * 4]
)
def test_a_name_stays_on_its_card(ink: Ink, name: str, detail: Detail, most: int) -> None:
    lines = FarName(name, CARD, ink).lines(detail)
    assert 1 <= len(lines) <= most
    assert all(line.size.width() <= CARD.width() - 50 for line in lines)
    assert sum(line.size.height() * 0.88 for line in lines) <= CARD.height()


def test_an_id_is_broken_behind_its_joints(ink: Ink) -> None:
    lines = FarName("choose_best_model", CARD, ink).lines(Detail.NAME)
    assert [line.shown for line in lines] == ["choose_", "best_model"]
